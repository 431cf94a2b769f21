import type { ProvisionId } from '../../schema/ids.ts';
import type { DraftReplica } from '../contract.ts';

/** Words that one copy of the draft has and another has never had, with the words round them, shortened. */
export interface Passage {
  readonly provision: ProvisionId;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Enough to know the place again; what is cut has `…` in its stead. */
const AROUND = 48;

const lastOf = (text: string) => (text.length > AROUND ? `…${text.slice(-AROUND).replace(/^\S*(?=\s)/u, '')}` : text);
const firstOf = (text: string) =>
  text.length > AROUND ? `${text.slice(0, AROUND).replace(/(?<=\s)\S*$/u, '')}…` : text;

/**
 * The words in sight whose ids lie beyond `known` (the next clock of each client, as `Y.getStateVector` has them), in
 * reading order. Words side by side are one passage.
 */
export function passagesBeyond(copy: DraftReplica, known: ReadonlyMap<number, number>): readonly Passage[] {
  return copy.read().provisions.flatMap(({ id, text }) =>
    stretchesBeyond(copy, id, known).map(({ from, to }) => ({
      provision: id,
      before: lastOf(text.slice(0, from)),
      words: text.slice(from, to),
      after: firstOf(text.slice(to)),
    })),
  );
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function stretchesBeyond(copy: DraftReplica, id: ProvisionId, known: ReadonlyMap<number, number>): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { from, to, client, clock } of copy.written(id)) {
    const had = Math.min(to - from, Math.max(0, (known.get(client) ?? 0) - clock));
    if (from + had >= to) continue;
    const last = stretches.at(-1);
    if (last?.to === from + had) stretches[stretches.length - 1] = { from: last.from, to };
    else stretches.push({ from: from + had, to });
  }
  return stretches;
}
