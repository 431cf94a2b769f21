/**
 * When an act of the room `chair` came in (rule U1). Whether an objection was in time is nobody's to claim: the relay puts
 * the time beside the act, under a client id of its own, in the same write to the journal.
 */
import type * as Y from 'yjs';
import { changesOf } from './changes.ts';

/** The acts that `change` puts into the log, one writer's in the order in which they were written. */
export function actsPutIn(doc: Y.Doc, change: () => void): readonly string[] {
  const acts = doc.getMap('acts');
  const came: string[] = [];
  const note = ({ changes }: Y.YMapEvent<unknown>): void => {
    for (const [key, { action }] of changes.keys) if (action === 'add') came.push(key);
  };
  acts.observe(note);
  try {
    change();
  } finally {
    acts.unobserve(note);
  }
  const written = new Map(came.map((key) => [key, acts._map.get(key)!.id]));
  return came.toSorted((one, other) => {
    const [a, b] = [written.get(one)!, written.get(other)!];
    return a.client - b.client || a.clock - b.clock;
  });
}

/** Puts the time beside acts; the update that does so. */
export function stampActs(doc: Y.Doc, acts: readonly string[], at: number): Uint8Array | undefined {
  return changesOf(doc, () => doc.getArray('stamps').push(acts.map((act) => [act, at])));
}
