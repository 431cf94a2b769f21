import * as Y from 'yjs';
import { adoptRestored, clockNow, noteRestored } from './mend.ts';
import type { Replica } from './replica.ts';
import { workings } from './replica.ts';
import { EDIT } from './roots.ts';
import { isChairs } from './bracket-write.ts';
import { acceptedIn } from './own-words.ts';
import type { DraftReplica, Hand } from './contract.ts';
import { runOf } from './strand.ts';
import type { BracketId, ProvisionId } from '../schema/ids.ts';

/** One's own undo and redo; whoever shows buttons for them listens. */
export interface Undo {
  undo(): boolean;
  redo(): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
  /** The next edit begins a step of its own, as after the caret was put elsewhere. */
  stopCapturing(): void;
  observe(listener: () => void): () => void;
  destroy(): void;
}

/**
 * Undo of one's own edits to the draft at this screen: never another's words, no ruling, no position, nothing made
 * elsewhere or before a reload. Words of one's own that a ruling accepted meanwhile stay.
 */
export function createUndo(replica: DraftReplica, hand: Pick<Hand, 'code'>): Undo {
  const live = workings(replica);
  const { provisions, brackets } = live.index.roots;
  const manager = new Y.UndoManager([provisions, brackets], {
    doc: live.doc,
    trackedOrigins: new Set([EDIT]),
    captureTimeout: 600,
    deleteFilter: (item) => mayGo(live, hand, item),
  });
  const stopCapturing = (): void => manager.stopCapturing();
  live.beforeStructure.add(stopCapturing);
  const step = (take: () => unknown): boolean => {
    adoptRestored(live);
    const clock = clockNow(live.doc);
    const done = take() !== null;
    if (done) noteRestored(live, hand, clock);
    return done;
  };
  return {
    undo: () => step(() => manager.undo()),
    redo: () => step(() => manager.redo()),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    stopCapturing,
    observe(listener) {
      manager.on('stack-item-added', listener);
      manager.on('stack-item-popped', listener);
      manager.on('stack-cleared', listener);
      return () => {
        manager.off('stack-item-added', listener);
        manager.off('stack-item-popped', listener);
        manager.off('stack-cleared', listener);
      };
    },
    destroy() {
      live.beforeStructure.delete(stopCapturing);
      manager.destroy();
    },
  };
}

/**
 * What undo may delete. A provision's entry, its strand and what it was made as stay for good, because others may
 * have written in it; taking `hidden` away puts it out of sight if they have not. A closed bracket and the words a
 * ruling accepted stay too: a ruling is taken back by a ruling.
 */
function mayGo(live: Replica, hand: Pick<Hand, 'code'>, item: Y.Item): boolean {
  const { index } = live;
  if (item.content instanceof Y.ContentType || item.parentSub === 'made') return false;
  if (item.parent === index.roots.brackets) {
    const id = item.parentSub?.split('/', 1)[0] ?? '';
    const closed = index.brackets.records.get(id as BracketId)?.closed;
    return closed === undefined || closed.outcome === 'withdrawn';
  }
  if (!(item.parent instanceof Y.Text)) return !isAcceptedProvision(live, item);
  const entry = (item.parent.parent as Y.AbstractType<unknown> | null)?._item?.parentSub;
  if (!isChairs(hand) && !live.isMine(item.id.client)) return false;
  const view = index.views.get(entry as ProvisionId);
  const run = view && view.runs[runOf(view, item.id.client, item.id.clock)];
  if (view === undefined || run === undefined || run.kind !== 'text') return true;
  const from = run.unit + item.id.clock - run.clock;
  return !acceptedIn(live, hand, view).some((extent) => extent.from < from + item.length && from < extent.to);
}

/** Whether a key belongs to a provision that a ruling accepted. */
function isAcceptedProvision(live: Replica, item: Y.Item): boolean {
  const id = (item.parent as Y.AbstractType<unknown>)._item?.parentSub;
  if (id === null || id === undefined || item.parentSub !== 'hidden') return false;
  return live.index.brackets
    .recordsOf(id as ProvisionId)
    .some(({ kind, closed }) => kind === 'insert' && closed !== undefined && closed.outcome !== 'withdrawn');
}
