import { ChevronDown, ChevronUp, Replace, WholeWord, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { Span } from '../../../../shared/schema/bracket.ts';
import type { DraftReplica, Place } from '../../../../shared/sync/contract.ts';
import { useAnnounce } from '../../../app/announcer.tsx';
import { Button } from '../../../controls/Button.tsx';
import { IconButton } from '../../../controls/IconButton.tsx';
import { Tooltip } from '../../../controls/Tooltip.tsx';
import type { DraftEditorHandle } from '../../../editor/handle.ts';
import { useText } from '../../../i18n/text.tsx';
import { useAssessment, useSession } from '../../../session/hooks.ts';
import { useFinding } from './use-find.ts';
import './FindBar.css';

/** A press of the key that finds: the selected words, and where the caret was. */
export interface FindAsk {
  readonly words: string;
  readonly from: Place | undefined;
}

export interface FindBarProps {
  readonly replica: DraftReplica;
  readonly editor: RefObject<DraftEditorHandle | null>;
  /** What is looked for; another object with every press of the key. */
  readonly asked: FindAsk;
  onClose(): void;
}

/** Find in the text, and for who drafts, replace: Enter goes on, Shift+Enter back, Escape leaves with the words selected. */
export function FindBar({ replica, editor, asked, onClose }: FindBarProps) {
  const say = useText();
  const announce = useAnnounce();
  const { hand } = useSession();
  const assessment = useAssessment();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(asked.words);
  const [taken, setTaken] = useState(asked);
  if (asked !== taken) {
    setTaken(asked);
    if (asked.words !== '') setWords(asked.words);
  }
  const [whole, setWhole] = useState(false);
  const [replacing, setReplacing] = useState(false);
  const [instead, setInstead] = useState('');
  const [agreed, setAgreed] = useState<readonly Span[]>([]);
  const found = useFinding({ words, whole, replica, editor, from: asked.from });

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);

  const close = () => {
    onClose();
    if (found.here) editor.current?.select(found.here);
    else editor.current?.focus();
  };
  const isAgreed = ({ provision }: Span) => assessment.provisions.get(provision)?.status === 'agreed';
  const put = (spans: readonly Span[]) => {
    const done = editor.current?.replace(spans, instead) ?? 0;
    announce(say('find.replaced', { count: done }), 'now');
    return done;
  };
  const replaceOne = () => {
    if (!found.here) return;
    if (isAgreed(found.here)) {
      setAgreed([found.here]);
      return;
    }
    put([found.here]);
    found.goOn({ provision: found.here.provision, offset: found.here.from + instead.length });
  };
  const replaceAll = () => {
    put(found.matches.filter((span) => !isAgreed(span)));
    setAgreed(found.matches.filter(isAgreed));
  };
  const replaceAgreed = () => {
    // They may lie elsewhere by now: what is found in agreed provisions at this moment is meant.
    const spans = agreed.length === 1 ? found.matches.filter((span) => isSame(span, agreed[0])) : found.matches;
    put(spans.filter(isAgreed));
    setAgreed([]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === field.current) found.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div role="search" className="find-bar" aria-label={say('find.title')} onKeyDown={onKeyDown} data-pane="find">
      <div className="find-row">
        <input
          ref={field}
          className="find-input"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          aria-label={say('find.title')}
          placeholder={say('find.title')}
          dir="auto"
          spellCheck={false}
        />
        <Tooltip label={say('find.whole')}>
          <ToggleButton
            className="button button-plain icon-button"
            aria-label={say('find.whole')}
            isSelected={whole}
            onChange={setWhole}
          >
            <WholeWord />
          </ToggleButton>
        </Tooltip>
        <span className="find-count" role="status">
          {words.trim() && say('find.count', { count: found.matches.length, index: found.index })}
        </span>
        <IconButton
          label={say('find.previous')}
          keys="Shift+Enter"
          isDisabled={found.index === 0}
          onPress={() => found.step(-1)}
        >
          <ChevronUp />
        </IconButton>
        <IconButton label={say('find.next')} keys="Enter" isDisabled={found.index === 0} onPress={() => found.step(1)}>
          <ChevronDown />
        </IconButton>
        {hand.mode === 'draft' && (
          <Tooltip label={say('find.replace.open')}>
            <ToggleButton
              className="button button-plain icon-button"
              aria-label={say('find.replace.open')}
              isSelected={replacing}
              onChange={setReplacing}
            >
              <Replace />
            </ToggleButton>
          </Tooltip>
        )}
        <IconButton label={say('find.close')} keys="Esc" onPress={close} className="find-close">
          <X />
        </IconButton>
      </div>
      {replacing && hand.mode === 'draft' && (
        <div className="find-row">
          <input
            className="find-input"
            value={instead}
            onChange={(event) => setInstead(event.target.value)}
            aria-label={say('find.replace.with')}
            placeholder={say('find.replace.with')}
            dir="auto"
          />
          <Button size="small" isDisabled={found.index === 0} onPress={replaceOne}>
            {say('find.replace.one')}
          </Button>
          <Button size="small" isDisabled={found.index === 0} onPress={replaceAll}>
            {say('find.replace.all')}
          </Button>
        </div>
      )}
      {agreed.length > 0 && (
        <div className="find-row find-agreed" role="alert">
          <span>{say('find.agreed', { count: agreed.length })}</span>
          <Button size="small" onPress={replaceAgreed}>
            {say('find.agreed.replace')}
          </Button>
          <Button size="small" tone="plain" onPress={() => setAgreed([])}>
            {say('find.agreed.leave')}
          </Button>
        </div>
      )}
    </div>
  );
}

function isSame(one: Span, other: Span | undefined): boolean {
  return one.provision === other?.provision && one.from === other.from && one.to === other.to;
}
