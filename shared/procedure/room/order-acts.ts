import type { ActId } from '../../schema/ids.ts';
import type { Act, Stamp } from './act.ts';

/** An act with the time that counts. */
export interface HeardAct extends Act {
  readonly heard: number;
}

export interface OrderedActs {
  /** In the order in which the relay had them. */
  readonly heard: readonly HeardAct[];
  /** Not at the relay yet, oldest first: of no effect on a silence or a vote. */
  readonly waiting: readonly Act[];
}

/**
 * Puts acts into the order that counts (rule U1): that of the relay's stamps, an act's first one. `stamps` absent: there
 * is no relay, and the one machine's own clock counts.
 */
export function orderActs(acts: ReadonlyMap<ActId, Act>, stamps: readonly Stamp[] | undefined): OrderedActs {
  if (!stamps) return { heard: byClaim(acts.values()).map((act) => ({ ...act, heard: act.at })), waiting: [] };
  const heard = new Map<ActId, HeardAct>();
  for (const { act: id, at } of stamps) {
    const act = acts.get(id);
    if (act && !heard.has(id)) heard.set(id, { ...act, heard: at });
  }
  return {
    heard: [...heard.values()],
    waiting: byClaim([...acts.values()].filter(({ id }) => !heard.has(id))),
  };
}

function byClaim(acts: Iterable<Act>): Act[] {
  return [...acts].toSorted((a, b) => a.at - b.at);
}
