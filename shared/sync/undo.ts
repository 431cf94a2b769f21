import * as Y from 'yjs';
import { adoptRestored, clockNow, noteRestored } from './writing/mend.ts';
import type { Replica } from './replica.ts';
import { workings } from './replica.ts';
import { acceptedWords } from './document/accepted.ts';
import { isRestoredKey, readRestored } from './document/restored.ts';
import { EDIT } from './document/roots.ts';
import { isChairs, pieceExtent } from './writing/bracket-write.ts';
import type { BracketRecord } from './document/bracket-record.ts';
import { authorsOfRun } from './reading/follow-restored.ts';
import { acceptedIn } from './writing/own-words.ts';
import type { DraftReplica, Hand } from './contract.ts';
import { runOf } from './reading/strand.ts';
import type { BracketId, ProvisionId } from '../schema/ids.ts';

/** One's own undo and redo; whoever shows buttons for them listens. */
export interface Undo {
  undo(): boolean;
  redo(): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
  /** The next edit begins a step of its own, as after the caret was put elsewhere. */
  stopCapturing(): void;
  /** Everything that `act` writes is one step, however many commands it takes and however long. */
  asOne<Value>(act: () => Value): Value;
  observe(listener: () => void): () => void;
  destroy(): void;
}

/** Typing within so many milliseconds is one step. */
const CAPTURE = 600;

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
    captureTimeout: CAPTURE,
    deleteFilter: (item) => mayGo(live, hand, item),
  });
  let acting = 0;
  const stopCapturing = (): void => {
    if (acting === 0) manager.stopCapturing();
  };
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
    asOne(act) {
      stopCapturing();
      acting += 1;
      // `UndoManager` joins what comes within its timeout to the step before.
      manager.captureTimeout = Infinity;
      try {
        return act();
      } finally {
        acting -= 1;
        if (acting === 0) manager.captureTimeout = CAPTURE;
        stopCapturing();
      }
    },
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
    const key = item.parentSub ?? '';
    if (isRestoredKey(key)) return !isOfAccepted(live, hand, key);
    const record = index.brackets.records.get(item.parentSub?.split('/', 1)[0] as BracketId);
    if (record === undefined) return true;
    if (record.closed !== undefined) return record.closed.outcome === 'withdrawn';
    // An edge set for one's own words may hold a colleague's by now; with the words gone it holds nothing but its place.
    if (record.kind === 'insert' && item.parentSub !== record.id) return false;
    return !holdsRestored(live, record);
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

/** Whether a note is about words that a ruling let stand: by it others' brackets follow to them. */
function isOfAccepted(live: Replica, { code }: Pick<Hand, 'code'>, key: string): boolean {
  const restored = readRestored(live.index.roots.brackets, key);
  const [client, from] = restored?.now ?? [0, 0];
  return acceptedWords(live.doc).within({ client, from, to: from + (restored?.length ?? 0) }, code).length > 0;
}

/**
 * Whether a proposal holds words of its proponent's that another brought back by undo. They are the other's items now,
 * and stay when the proponent undoes; without the proposal round them they would have slipped into the text.
 */
function holdsRestored(live: Replica, record: BracketRecord): boolean {
  return record.pieces.some((piece, index) => {
    const view = live.index.views.get(piece.strand);
    const extent = view && pieceExtent(live, record, index);
    if (view === undefined || extent === undefined) return false;
    return view.runs.some(
      (run) =>
        run.kind === 'text' &&
        run.unit < extent.to &&
        run.unit + run.length > extent.from &&
        !live.isMine(run.client) &&
        authorsOfRun(view, run).some((client) => live.isMine(client)),
    );
  });
}

/** Whether a key belongs to a provision that a ruling accepted. */
function isAcceptedProvision(live: Replica, item: Y.Item): boolean {
  const id = (item.parent as Y.AbstractType<unknown>)._item?.parentSub;
  if (id === null || id === undefined || item.parentSub !== 'hidden') return false;
  return live.index.brackets
    .recordsOf(id as ProvisionId)
    .some(({ kind, closed }) => kind === 'insert' && closed !== undefined && closed.outcome !== 'withdrawn');
}
