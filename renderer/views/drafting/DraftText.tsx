import { useCallback, useEffect, useMemo, useRef, type Ref, type RefObject } from 'react';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { DraftReplica } from '../../../shared/sync/contract.ts';
import { PaperCopy } from '../../app/paper/PaperCopy.tsx';
import { usePageLines } from '../../app/paper/use-page-lines.ts';
import { leaveText } from '../../app/panes.ts';
import { usePlace } from '../../app/place.tsx';
import { DraftEditor } from '../../editor/DraftEditor.tsx';
import type { DraftEditorHandle } from '../../editor/handle.ts';
import type { CaretReport } from '../../editor/settings.ts';
import { useText } from '../../i18n/text.tsx';
import { useNumbers, useObserved, useSession } from '../../session/hooks.ts';
import { CleanText } from './renderings/CleanText.tsx';
import type { Rendering } from './renderings/rendering.ts';
import type { Clean } from './renderings/use-clean.ts';
import { useAgreedQuestion } from './asking/use-agreed-question.tsx';
import { useStances } from './use-stances.ts';
import { useRemarks } from './remarks.tsx';

export interface DraftTextProps {
  readonly replica: DraftReplica;
  readonly editor: RefObject<DraftEditorHandle | null>;
  readonly rendering: Rendering;
  /** Whether the numbers of the page's lines stand in the gutter. */
  readonly lines: boolean;
  readonly clean: Clean | undefined;
  readonly sheet: Ref<HTMLElement>;
  /** The writer goes on: a key or a press in the text. */
  onMove(): void;
}

/** The editor in its pane, joined to the session: where the caret is, what it may not do, who else is here. */
export function DraftText({ replica, editor, rendering, lines, clean, sheet, onMove }: DraftTextProps) {
  const say = useText();
  const session = useSession();
  const { title, symbol, language } = useObserved(session.profile);
  const numbers = useNumbers();
  const { keep } = usePlace();
  const { refuse, tell } = useRemarks();
  const { asksFirst, onAsk } = useAgreedQuestion();
  const stances = useStances();

  const follow = useCallback(
    (caret: CaretReport | undefined) => {
      if (!caret) {
        session.showCaret(undefined);
        return;
      }
      const nest = caret.brackets.map(({ id }) => id);
      keep({ provision: caret.head.provision, bracket: nest.at(-1), nest });
      session.showCaret({ ...caret.anchors, provision: caret.head.provision, composing: caret.composing });
    },
    [session, keep],
  );

  const source = useMemo(
    () => ({
      read: () => replica.read(),
      bracketsIn: (id: ProvisionId) => replica.bracketsIn(id),
      subscribe: session.draft.subscribe,
    }),
    [replica, session],
  );
  const counter = usePageLines(source, language, lines && rendering !== 'clean');
  const isClean = rendering === 'clean';
  const name = say('draft.text', { symbol: symbol || title });

  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = pane.current;
    element?.addEventListener('keydown', onMove);
    element?.addEventListener('pointerdown', onMove);
    return () => {
      element?.removeEventListener('keydown', onMove);
      element?.removeEventListener('pointerdown', onMove);
    };
  }, [onMove]);

  return (
    <section ref={pane} className="draft-pane" data-pane="text" aria-label={say('view.draft')}>
      {isClean && clean && <CleanText clean={clean} sheet={sheet} />}
      <div className="draft-sheet" hidden={isClean}>
        <DraftEditor
          replica={replica}
          handleRef={editor}
          label={name}
          hand={session.hand}
          language={language}
          editable={session.me.role !== 'observer'}
          rendering={rendering === 'attributed' ? 'attributed' : 'unattributed'}
          numbers={session.numbers}
          presence={session.presence}
          lines={counter}
          authors={session.authors}
          stances={stances}
          asksFirst={asksFirst}
          onAsk={onAsk}
          onCaret={follow}
          onRefusal={refuse}
          onUnplaced={(words) => tell(say('draft.unplaced', { words }))}
          onLeave={leaveText}
        />
      </div>
      {!isClean && (
        <PaperCopy
          {...source}
          numbers={numbers}
          attributed={rendering === 'attributed'}
          stances={() => stances.get()}
          label={name}
        />
      )}
    </section>
  );
}
