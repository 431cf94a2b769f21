import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { Target } from '../../../shared/schema/position.ts';
import { useAnnounce } from '../../app/announcer.tsx';
import { useCommands } from '../../app/commands.tsx';
import { chordText } from '../../app/keymap.ts';
import { focusText } from '../../app/panes.ts';
import { usePlace } from '../../app/place.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { SplitPane } from '../../controls/SplitPane.tsx';
import { EmptyState } from '../../controls/EmptyState.tsx';
import { useText } from '../../i18n/text.tsx';
import type { BracketStep, DraftEditorHandle } from '../../editor/handle.ts';
import { useSession } from '../../session/hooks.ts';
import { AskBar } from './asking/AskBar.tsx';
import { AskingProvider } from './asking/asking.tsx';
import { DraftText } from './DraftText.tsx';
import { DraftToolbar } from './DraftToolbar.tsx';
import { FindBar, type FindAsk } from './finding/FindBar.tsx';
import { SinceBar } from './finding/SinceBar.tsx';
import { useSince } from './finding/use-since.ts';
import { WhoWrote, type WhoAsk } from './finding/WhoWrote.tsx';
import { Margin } from './Margin.tsx';
import { Outline } from './Outline.tsx';
import { RenderingChoice } from './renderings/RenderingChoice.tsx';
import { RENDERINGS } from './renderings/rendering.ts';
import { useClean, type Chosen, type Clean } from './renderings/use-clean.ts';
import { useRenderings } from './renderings/use-renderings.ts';
import { VariantChooser } from './renderings/VariantChooser.tsx';
import { RemarkProvider, useRemarks } from './remarks.tsx';
import { SidePane } from './SidePane.tsx';
import { StatusLine } from './StatusLine.tsx';
import { useOption } from './use-option.ts';
import { useVoice } from './use-voice.ts';
import './DraftingView.css';

export interface DraftingViewProps {
  /** Whether the view is on screen; it stays mounted behind the others, so that nothing in it is lost. */
  readonly active: boolean;
  /** What is done in the room, beside the margin. */
  readonly room: ReactNode;
  /** The position panel, which opens in place of the margin. */
  renderPositions(target: Target, close: () => void): ReactNode;
}

/** Longer selections are a passage, not what somebody looks for. */
const LONGEST_FIND = 200;

/** The text is the screen; the outline before it, and what explains it after it. */
export function DraftingView(props: DraftingViewProps) {
  return (
    <RemarkProvider>
      <AskingProvider>
        <Drafting {...props} />
      </AskingProvider>
    </RemarkProvider>
  );
}

function Drafting({ active, room, renderPositions }: DraftingViewProps) {
  const say = useText();
  const announce = useAnnounce();
  const { replica, history } = useSession();
  const { place, journey } = usePlace();
  const { remark, clear } = useRemarks();
  const editor = useRef<DraftEditorHandle>(null);
  const [target, setTarget] = useState<Target>();
  const [who, setWho] = useState<WhoAsk>();
  const { left, done: doneSince } = useSince();
  const [sinceAt, setSinceAt] = useState(0);
  const [lines, setLines] = useState(true);
  const [own, setOwn] = useState<Chosen>(new Map());
  const cleanNow = useRef<Clean>(undefined);
  const { rendering, sheet, show } = useRenderings(editor, cleanNow);
  const clean = useClean(own, rendering === 'clean');
  useLayoutEffect(() => {
    cleanNow.current = clean;
  });
  const [finding, setFinding] = useState<FindAsk>();
  /** What works on brackets and carets needs the text that has them. */
  const bracketed = () => {
    if (rendering === 'clean') flushSync(() => show('attributed'));
  };
  const find = () => {
    bracketed();
    const selected = editor.current?.selection();
    const span = selected?.spans.length === 1 ? selected.spans[0] : undefined;
    const words = span && replica?.provision(span.provision)?.text.slice(span.from, span.to);
    setFinding({ words: words && words.length <= LONGEST_FIND ? words : '', from: selected?.anchor });
  };

  useEffect(() => {
    if (!active || !journey) return;
    const { provision, bracket, words } = journey;
    if (sheet.current) {
      sheet.current.querySelector(`[data-provision="${CSS.escape(provision)}"]`)?.scrollIntoView({ block: 'center' });
      return;
    }
    const there =
      (bracket !== undefined && editor.current?.goToBracket(bracket)) ||
      (words !== undefined && editor.current?.select({ provision, ...words }));
    if (!there) editor.current?.goTo(provision);
  }, [active, journey, sheet]);

  const endSince = () => {
    setSinceAt(0);
    doneSince();
  };
  const stepSince = (by: 1 | -1) => {
    const items = left?.since.items ?? [];
    const item = items[sinceAt + by - 1];
    if (item) {
      bracketed();
      editor.current?.goTo(item.provision);
      setSinceAt(sinceAt + by);
    } else if (by === 1) {
      announce(say('since.through'), 'now');
      endSince();
    }
  };
  const askWho = () => {
    bracketed();
    const selected = editor.current?.selection();
    setTarget(undefined);
    setWho(who || !selected ? undefined : { spans: selected.spans, at: selected.head });
    if (who) focusText();
  };
  const closePanel = useCallback(() => {
    setTarget(undefined);
    setWho(undefined);
    focusText();
  }, []);
  const step = (take: (() => BracketStep | undefined) | undefined, back: boolean) => {
    const taken = take?.();
    const kind = taken && replica?.bracket(taken.bracket)?.kind;
    if (!taken || !kind) return;
    const id = taken.wrapped
      ? back
        ? 'draft.bracket-at.wrapped-back'
        : 'draft.bracket-at.wrapped'
      : 'draft.bracket-at';
    announce(say(id, { index: taken.index, total: taken.total, kind: say(`kind.${kind}`) }), 'now');
  };
  const next = () => {
    bracketed();
    step(editor.current?.nextBracket, false);
  };
  const previous = () => {
    bracketed();
    step(editor.current?.previousBracket, true);
  };
  const openPositions = () => {
    // The caret may have moved a moment ago, before anybody was told.
    const here = editor.current?.selection();
    const bracket = here ? here.brackets.at(-1)?.id : place.bracket;
    const provision = here?.head.provision ?? place.provision;
    if (target) closePanel();
    else if (bracket) setTarget({ type: 'bracket', bracket });
    else if (provision) setTarget({ type: 'provision', provision });
  };

  const voice = useVoice(() => editor.current?.selection()?.brackets ?? []);
  const option = useOption();
  const beside = (act: (provision: ProvisionId) => void) => () => {
    const provision = editor.current?.selection()?.head.provision ?? place.provision;
    if (provision) act(provision);
  };
  useKeys(
    active
      ? {
          'next-bracket': next,
          'previous-bracket': previous,
          find,
          'who-wrote': askWho,
          ...(left ? { 'next-change': () => stepSince(1), 'previous-change': () => stepSince(-1) } : {}),
          position: openPositions,
          toolbar: focusToolbar,
          ...voice,
        }
      : {},
  );
  useCommands(
    active
      ? [
          { id: 'next-bracket', label: say('draft.tool.next'), keys: chordText('next-bracket'), run: next },
          {
            id: 'previous-bracket',
            label: say('draft.tool.previous'),
            keys: chordText('previous-bracket'),
            run: previous,
          },
          { id: 'who-wrote', label: say('key.who-wrote'), keys: chordText('who-wrote'), run: askWho },
          { id: 'find', label: say('key.find'), keys: chordText('find'), run: find },
          { id: 'position', label: say('key.position'), keys: chordText('position'), run: openPositions },
          { id: 'bracket', label: say('draft.tool.bracket'), run: () => editor.current?.bracketSelection('hold') },
          {
            id: 'placeholder',
            label: say('draft.tool.placeholder'),
            run: () => editor.current?.bracketSelection('placeholder'),
          },
          { id: 'option', label: say('draft.tool.add-option'), run: beside(option.offer) },
          { id: 'option-none', label: say('draft.tool.option-none'), run: beside(option.offerNone) },
          { id: 'withdraw', label: say('draft.tool.withdraw'), run: () => editor.current?.withdraw() },
          ...RENDERINGS.filter((each) => each !== rendering).map((each) => ({
            id: `rendering.${each}`,
            label: `${say('rendering.title')}: ${say(`rendering.${each}`)}`,
            run: () => show(each),
          })),
          { id: 'lines', label: say('lines.show'), run: () => setLines(!lines) },
        ]
      : [],
  );

  if (!replica) return <EmptyState title={say('draft.closed-text')} />;
  return (
    <div className="drafting">
      <DraftToolbar
        editor={editor}
        renderings={<RenderingChoice {...{ rendering, lines }} onRendering={show} onLines={setLines} />}
        onNextBracket={next}
        onPreviousBracket={previous}
      />
      <div className="draft-bars">
        {left && <SinceBar left={left} at={sinceAt} onStep={stepSince} onDone={endSince} />}
        {finding && <FindBar replica={replica} editor={editor} asked={finding} onClose={() => setFinding(undefined)} />}
      </div>
      <SplitPane
        id="drafting"
        panes={[
          { id: 'outline', size: 280, min: 180, handle: say('draft.outline'), content: <Outline /> },
          {
            id: 'text',
            min: 380,
            handle: say('draft.margin'),
            content: <DraftText {...{ replica, editor, rendering, lines, clean, sheet }} onMove={clear} />,
          },
          {
            id: 'margin',
            size: 336,
            min: 260,
            content: target ? (
              renderPositions(target, closePanel)
            ) : who && history ? (
              <WhoWrote ask={who} {...{ replica, history, editor }} onClose={closePanel} />
            ) : clean ? (
              <VariantChooser
                chosen={clean.chosen}
                own={own}
                onChoose={({ id }, variant) => setOwn((before) => new Map(before).set(id, variant))}
                onReset={() => setOwn(new Map())}
              />
            ) : (
              <SidePane margin={<Margin onPosition={setTarget} />} room={room} />
            ),
          },
        ]}
      />
      <AskBar />
      <StatusLine remark={remark} onSelect={(bracket) => editor.current?.selectBracket(bracket)} />
    </div>
  );
}

function focusToolbar(): void {
  document.querySelector<HTMLElement>('[data-pane="toolbar"] button')?.focus();
}
