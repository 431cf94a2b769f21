import { useState } from 'react';
import { useSession } from '../../session/hooks.ts';
import { BoardView } from '../../views/board/BoardView.tsx';
import { ChairDesk } from '../../views/chair/ChairDesk.tsx';
import { CompareView } from '../../views/compare/CompareView.tsx';
import type { Pair } from '../../views/compare/pair.ts';
import { DisplayControl } from '../../views/display/DisplayControl.tsx';
import { DraftingView } from '../../views/drafting/DraftingView.tsx';
import { HistoryView } from '../../views/history/HistoryView.tsx';
import { PositionPanel } from '../../views/positions/PositionPanel.tsx';
import { ProcedurePanel } from '../../views/procedure/ProcedurePanel.tsx';
import { ReaderView } from '../../views/reader/ReaderView.tsx';
import { viewsOf, type View } from './view.ts';

export interface MeetingViewsProps {
  readonly view: View;
  onView(view: View): void;
  /** Opens the room display. */
  onDisplay(): void;
}

/**
 * The view on screen. The draft and the desk stay mounted behind the others once they were opened, so that undo, caret,
 * place and what is half written are never lost; the reader is built anew, at the place where one was.
 */
export function MeetingViews({ view, onView, onDisplay }: MeetingViewsProps) {
  const { me } = useSession();
  const views = viewsOf(me.role);
  const [deskOpened, setDeskOpened] = useState(false);
  const [pair, setPair] = useState<Pair>({});
  const compare = (from: number) => {
    setPair((before) => ({ ...before, from, to: undefined }));
    onView('compare');
  };
  if (view === 'desk' && !deskOpened) setDeskOpened(true);
  return (
    <>
      {views.includes('draft') && (
        <main className="meeting-view" hidden={view !== 'draft'}>
          <DraftingView
            active={view === 'draft'}
            room={<ProcedurePanel display={<DisplayControl onOpen={onDisplay} />} />}
            renderPositions={(target, close) => <PositionPanel target={target} onClose={close} />}
          />
        </main>
      )}
      {views.includes('board') && view === 'board' && (
        <main className="meeting-view">
          <BoardView active onOpenDraft={() => onView('draft')} />
        </main>
      )}
      {view === 'reader' && (
        <main className="meeting-view">
          <ReaderView onCompare={compare} />
        </main>
      )}
      {view === 'history' && (
        <main className="meeting-view">
          <HistoryView />
        </main>
      )}
      {view === 'compare' && (
        <main className="meeting-view">
          <CompareView pair={pair} onPair={setPair} />
        </main>
      )}
      {deskOpened && (
        <main className="meeting-view" hidden={view !== 'desk'}>
          <ChairDesk onCompare={compare} />
        </main>
      )}
    </>
  );
}
