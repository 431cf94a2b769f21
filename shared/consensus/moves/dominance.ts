import type { ChoiceProblem, CostTable } from './solve-choices.ts';

/** A problem without some values, and which value of the old problem each of the new is. */
export interface Reduced {
  readonly problem: ChoiceProblem;
  readonly values: readonly (readonly number[])[];
}

/**
 * Strikes values that are never better than another of their variable, whatever the others choose, until none is left.
 * The smallest cost stays; of equally good solutions some may go.
 */
export function withoutDominated(problem: ChoiceProblem): Reduced {
  let values = problem.sizes.map((size) => [...Array(size).keys()]);
  let { sizes, tables } = problem;
  for (;;) {
    const bearing = sizes.map((): CostTable[] => []);
    for (const table of tables) for (const variable of table.scope) bearing[variable]!.push(table);
    const kept = sizes.map((size, variable) => undominated(variable, size, bearing[variable]!, sizes));
    if (kept.every((list, variable) => list.length === sizes[variable])) return { problem: { sizes, tables }, values };
    tables = tables.map((table) => restrict(table, kept, sizes));
    values = values.map((list, variable) => kept[variable]!.map((value) => list[value]!));
    sizes = kept.map(({ length }) => length);
  }
}

function undominated(
  variable: number,
  size: number,
  tables: readonly CostTable[],
  sizes: readonly number[],
): readonly number[] {
  const left = new Set(Array(size).keys());
  for (let worse = 0; worse < size; worse++) {
    for (const better of left) {
      if (better === worse) continue;
      let excess = 0;
      for (const table of tables) excess += mostOver(table, variable, better, worse, sizes);
      if (excess > 0) continue;
      left.delete(worse);
      break;
    }
  }
  return [...left];
}

/** The most that `a` costs over `b` in a table, over all that the other variables may choose. */
function mostOver(
  { scope, costs }: CostTable,
  variable: number,
  a: number,
  b: number,
  sizes: readonly number[],
): number {
  let stride = 1;
  for (let at = scope.length - 1; scope[at] !== variable; at--) stride *= sizes[scope[at]!]!;
  const size = sizes[variable]!;
  let most = -Infinity;
  for (let entry = 0; entry < costs.length; entry++) {
    if (Math.floor(entry / stride) % size !== 0) continue;
    most = Math.max(most, costs[entry + a * stride]! - costs[entry + b * stride]!);
  }
  return most;
}

function restrict(
  { scope, costs }: CostTable,
  kept: readonly (readonly number[])[],
  sizes: readonly number[],
): CostTable {
  let indices = [0];
  for (const variable of scope) {
    indices = indices.flatMap((index) => kept[variable]!.map((value) => index * sizes[variable]! + value));
  }
  return { scope, costs: Float64Array.from(indices, (index) => costs[index]!) };
}
