import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { DraftReplica } from '../../../shared/sync/contract.ts';
import { leaveText } from '../../app/panes.ts';
import { usePlace } from '../../app/place.tsx';
import { DraftEditor } from '../../editor/DraftEditor.tsx';
import type { DraftEditorHandle } from '../../editor/handle.ts';
import type { CaretReport } from '../../editor/settings.ts';
import { useText } from '../../i18n/text.tsx';
import { useObserved, useSession } from '../../session/hooks.ts';
import { useRemarks } from './remarks.tsx';

export interface DraftTextProps {
  readonly replica: DraftReplica;
  readonly editor: RefObject<DraftEditorHandle | null>;
  readonly attributed: boolean;
  /** The writer goes on: a key or a press in the text. */
  onMove(): void;
}

/** The editor in its pane, joined to the session: where the caret is, what it may not do, who else is here. */
export function DraftText({ replica, editor, attributed, onMove }: DraftTextProps) {
  const say = useText();
  const session = useSession();
  const { title, symbol, language } = useObserved(session.profile);
  const { keep } = usePlace();
  const { refuse, tell } = useRemarks();

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
      <div className="draft-sheet">
        <DraftEditor
          replica={replica}
          handleRef={editor}
          label={say('draft.text', { symbol: symbol || title })}
          hand={session.hand}
          language={language}
          editable={session.me.role !== 'observer'}
          rendering={attributed ? 'attributed' : 'unattributed'}
          numbers={session.numbers}
          presence={session.presence}
          authors={session.authors}
          onCaret={follow}
          onRefusal={refuse}
          onUnplaced={(words) => tell(say('draft.unplaced', { words }))}
          onLeave={leaveText}
        />
      </div>
    </section>
  );
}
