import * as Y from 'yjs';
import { passagesBeyond, type Passage } from '../../../shared/sync/reading/beyond.ts';
import { createReplica } from '../../../shared/sync/replica.ts';
import type { LeftBehind, Observed, SaveState } from '../contract.ts';
import { readKeptUpdates } from '../line/kept-updates.ts';
import { discardCopy } from '../line/persistence.ts';
import { keep } from '../stores/observed.ts';
import { whenTold } from '../when-told.ts';

/**
 * Follows what earlier copies of the text hold that the room never got. They were set aside with a change that was not
 * taken; what else stood in them is somebody's work all the same.
 */
export function openLeftBehind(of: {
  /** The copies that were set aside, by their names. */
  readonly copies: readonly string[];
  readonly live: Y.Doc;
  readonly save: Observed<SaveState>;
}): LeftBehind & { stop(): void } {
  const passages = keep<readonly Passage[]>([]);
  let over = false;
  const look = async () => {
    const found: Passage[] = [];
    for (const copy of of.copies) found.push(...read(await readKeptUpdates(copy), of.live));
    if (!over && found.length > 0) passages.set(found);
  };
  // Only then is it known what the relay has.
  const unwatch = whenTold(of.save, () => void look().catch(() => undefined));
  return {
    passages,
    drop() {
      passages.set([]);
      for (const copy of of.copies) void discardCopy(copy);
    },
    stop() {
      over = true;
      unwatch();
    },
  };
}

function read(updates: readonly Uint8Array[], live: Y.Doc): readonly Passage[] {
  if (updates.length === 0) return [];
  const doc = new Y.Doc();
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
  const copy = createReplica(doc);
  try {
    return passagesBeyond(copy, Y.decodeStateVector(Y.encodeStateVector(live)));
  } finally {
    copy.destroy();
    doc.destroy();
  }
}
