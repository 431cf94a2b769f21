import type { Code, ProvisionId } from '../../schema/ids.ts';
import type { Choice, MoveModel } from './red-lines.ts';

/** What closing a bracket on one wording asks and gives, where somebody has to move for it. */
export interface Deal {
  readonly choice: Choice;
  /** Where the bracket stands. */
  readonly provision: ProvisionId;
  /** Whose red lines it crosses. */
  readonly givers: readonly Code[];
  /** Who supports the wording. */
  readonly gainers: readonly Code[];
}

/** Two or three deals on different brackets in one package: whoever gives in one gains in another. */
export interface Trade {
  readonly deals: readonly Deal[];
  /** How many red lines it crosses in all. */
  readonly cost: number;
}

/** Larger packages than these are nothing that a room can hold in its head. */
const MOST_DEALS = 3;

/**
 * Trades across deadlocked brackets (rule C16), fewest red lines first, then the fewest deals, then by place; a package in
 * which a smaller one is contained is none. Three go round in a circle where no two of them repay each other. Only red
 * lines without conditions count: one that another wording lifts is worked out by `smallestMoves`. At most `limit`.
 */
export function findTrades(model: MoveModel, limit: number): readonly Trade[] {
  const deals = dealsIn(model);
  const gaining = new Map<Code, number[]>();
  deals.forEach(({ gainers }, at) => {
    for (const code of gainers) gaining.set(code, [...(gaining.get(code) ?? []), at]);
  });

  const packages = new Map<string, readonly number[]>();
  /** Adds, for the first who gives without gain, each later deal that gains for it, until all are repaid. */
  const complete = (chosen: readonly number[]): void => {
    const unpaid = firstUnpaid(chosen.map((at) => deals[at]!));
    if (unpaid === undefined) {
      const sorted = chosen.toSorted((a, b) => a - b);
      packages.set(sorted.join(), sorted);
      return;
    }
    if (chosen.length === MOST_DEALS) return;
    for (const at of gaining.get(unpaid) ?? []) {
      const { bracket } = deals[at]!.choice;
      if (at > chosen[0]! && chosen.every((other) => deals[other]!.choice.bracket !== bracket))
        complete([...chosen, at]);
    }
  };
  for (const at of deals.keys()) complete([at]);

  const cost = (chosen: readonly number[]) => chosen.reduce((sum, at) => sum + deals[at]!.givers.length, 0);
  return [...packages.values()]
    .filter((chosen) => chosen.length === 2 || !chosen.some((left) => packages.has(without(chosen, left).join())))
    .map((chosen) => ({ chosen, cost: cost(chosen) }))
    .sort((a, b) => a.cost - b.cost || a.chosen.length - b.chosen.length || byPlace(a.chosen, b.chosen))
    .slice(0, limit)
    .map(({ chosen, cost: crossed }) => ({ deals: chosen.map((at) => deals[at]!), cost: crossed }));
}

/** Wordings of deadlocked brackets that somebody supports, in reading order. */
function dealsIn({ slates, redLines }: MoveModel): readonly Deal[] {
  const against = new Map<string, Set<Code>>();
  for (const { by, on, unless } of redLines) {
    if (unless || !('bracket' in on)) continue;
    const key = `${on.bracket}/${on.variant}`;
    const codes = against.get(key);
    if (codes) codes.add(by);
    else against.set(key, new Set([by]));
  }
  return slates.flatMap(({ bracket, provision, variants, supporters }) => {
    const options = variants.map((variant): Deal => ({
      choice: { bracket, variant },
      provision,
      givers: [...(against.get(`${bracket}/${variant}`) ?? [])].sort(),
      gainers: [...(supporters.get(variant) ?? [])].sort(),
    }));
    // Where a wording is free to land on, nobody needs to give for another.
    return options.every(({ givers }) => givers.length > 0) ? options.filter(({ gainers }) => gainers.length > 0) : [];
  });
}

function firstUnpaid(deals: readonly Deal[]): Code | undefined {
  for (const deal of deals) {
    const others = deals.filter((other) => other !== deal);
    for (const code of deal.givers) if (!others.some(({ gainers }) => gainers.includes(code))) return code;
  }
  return undefined;
}

function without(chosen: readonly number[], left: number): readonly number[] {
  return chosen.filter((at) => at !== left);
}

function byPlace(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((place, nth) => place !== b[nth]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
