import { CHAIR, SECRETARIAT, type BracketId, type Code, type ProvisionId } from '../../../shared/schema/ids.ts';
import type { Ruling } from '../../../shared/schema/ruling.ts';
import type { DraftReplica } from '../../../shared/sync/contract.ts';

type Stretch = { readonly from: number; readonly to: number };
type Source = Pick<DraftReplica, 'authors' | 'bracket' | 'bracketsIn'>;

/**
 * How many stretches of a provision are a delegation's words outside any bracket of its own and accepted by no ruling:
 * they count as open (rule C10). Words whose author the registry does not know yet are not held against anybody.
 */
export function countImplied(
  id: ProvisionId,
  replica: Source,
  known: { readonly authors: ReadonlyMap<number, Code>; readonly accepted: ReadonlySet<BracketId> },
): number {
  let count = 0;
  let accepted: readonly Stretch[] | undefined;
  for (const { from, to, client } of replica.authors(id)) {
    const code = known.authors.get(client);
    if (code === undefined || code === CHAIR || code === SECRETARIAT) continue;
    accepted ??= [...known.accepted].flatMap((bracket) => stretchesOf(id, replica.bracket(bracket)?.pieces ?? []));
    const own = replica.bracketsIn(id).filter(({ proponent }) => proponent === code);
    const covers = [...accepted, ...own.flatMap(({ pieces }) => stretchesOf(id, pieces))];
    count += gapsIn({ from, to }, covers);
  }
  return count;
}

/** The brackets whose words a ruling let stand. */
export function acceptedBrackets(rulings: readonly Ruling[]): ReadonlySet<BracketId> {
  const accepted = new Set<BracketId>();
  for (const { act } of rulings) {
    if (act.type === 'keep') accepted.add(act.bracket);
    if (act.type === 'choose' && act.variant !== undefined) accepted.add(act.variant);
  }
  return accepted;
}

function stretchesOf(
  id: ProvisionId,
  pieces: readonly (Stretch & { readonly provision: ProvisionId })[],
): readonly Stretch[] {
  return pieces.filter(({ provision }) => provision === id);
}

/** How many uncovered stretches are left of one. */
function gapsIn({ from, to }: Stretch, covers: readonly Stretch[]): number {
  let gaps = 0;
  let at = from;
  for (const cover of covers.toSorted((a, b) => a.from - b.from)) {
    if (cover.to <= at) continue;
    if (cover.from >= to) break;
    if (cover.from > at) gaps += 1;
    at = cover.to;
  }
  return at < to ? gaps + 1 : gaps;
}
