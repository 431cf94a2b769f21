import type { Code } from '../../schema/ids.ts';
import type { Choice, MoveModel } from './red-lines.ts';

/** What closing a bracket on one wording asks and gives, where somebody has to move for it. */
export interface Deal {
  readonly choice: Choice;
  /** Whose red lines it crosses. */
  readonly givers: readonly Code[];
  /** Who supports the wording. */
  readonly gainers: readonly Code[];
}

/** Two deals in one package: whoever gives in one gains in the other. */
export interface Trade {
  readonly deals: readonly [Deal, Deal];
  /** How many red lines it crosses in all. */
  readonly cost: number;
}

/**
 * Trades across deadlocked brackets (rule C16), fewest red lines first, then by place. Only red lines without conditions
 * count: one that another wording lifts is worked out by `smallestMoves`. At most `limit`.
 */
export function findTrades({ slates, redLines }: MoveModel, limit: number): readonly Trade[] {
  const deals: Deal[][] = [];
  for (const { bracket, variants, supporters } of slates) {
    const options = variants.map((variant): Deal => {
      const against = redLines.filter(
        ({ on, unless }) => !unless && 'bracket' in on && on.bracket === bracket && on.variant === variant,
      );
      return {
        choice: { bracket, variant },
        givers: [...new Set(against.map(({ by }) => by))].sort(),
        gainers: [...(supporters.get(variant) ?? [])].sort(),
      };
    });
    // Where a wording is free to land on, nobody needs to give for another.
    if (options.every(({ givers }) => givers.length > 0))
      deals.push(options.filter(({ gainers }) => gainers.length > 0));
  }
  const trades: Trade[] = [];
  deals.forEach((first, at) => {
    for (const second of deals.slice(at + 1)) {
      for (const a of first) {
        for (const b of second) {
          if (repays(a, b) && repays(b, a)) trades.push({ deals: [a, b], cost: a.givers.length + b.givers.length });
        }
      }
    }
  });
  return trades.sort((a, b) => a.cost - b.cost).slice(0, limit);
}

function repays({ givers }: Deal, { gainers }: Deal): boolean {
  return givers.every((code) => gainers.includes(code));
}
