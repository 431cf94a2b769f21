import { hardness } from '../positions/effective.ts';
import type { Seats } from '../positions/seats.ts';
import type { Code } from '../schema/ids.ts';
import { STANCES, type Stance } from '../schema/position.ts';
import type { SoundingAnswer } from '../schema/sounding.ts';
import { smallestCover } from './cover.ts';

/** How the room would stand on a wording, as far as it has answered (rule Q3). Codes are sorted. */
export interface SoundingCount {
  readonly byStance: Readonly<Record<Stance, readonly Code[]>>;
  /** Seats for which nobody has answered: neither for nor against. */
  readonly silent: readonly Code[];
  /** Of those that answered: whose answer the chair recorded from the floor. */
  readonly floor: readonly Code[];
  /** Fewest groups and single delegations that hold all who would object (rule C5). */
  readonly cover: readonly Code[];
}

/**
 * Counts answers as positions are counted: a delegation's own, else the hardest of its groups'. What it told the chair
 * alone stands before what it told the room; else the later answer; and its own before what the chair recorded from the
 * floor. `floor` names those whose answer is the chair's record. Who has not answered is silent.
 */
export function countSounding(answers: readonly SoundingAnswer[], seats: Seats): SoundingCount {
  const said = new Map<Code, SoundingAnswer>();
  for (const answer of answers) {
    const before = said.get(answer.delegation);
    if (!before || outranks(answer, before)) said.set(answer.delegation, answer);
  }
  const byStance = Object.fromEntries(STANCES.map((stance) => [stance, [] as Code[]])) as Record<Stance, Code[]>;
  const silent: Code[] = [];
  for (const code of seats.codes) {
    const lines = seats.groupsOf(code).flatMap((group) => said.get(group.code)?.stance ?? []);
    const stance = said.get(code)?.stance ?? lines.toSorted((a, b) => hardness(b) - hardness(a))[0];
    if (stance) byStance[stance].push(code);
    else silent.push(code);
  }
  const { groups, singles } = smallestCover(byStance.object, seats);
  const floor = [...said.values()].flatMap(({ delegation, source }) => (source === 'floor' ? [delegation] : []));
  return { byStance, silent, floor: floor.toSorted(), cover: [...groups.map(({ code }) => code), ...singles] };
}

/** What a delegation says itself stands before what was recorded of it, as with positions (rule P3). */
function outranks(a: SoundingAnswer, b: SoundingAnswer): boolean {
  if (a.source !== b.source) return a.source === 'national';
  return a.audience === b.audience ? a.at > b.at : a.audience === 'chair';
}
