import type { ChoiceProblem, CostTable } from './solve-choices.ts';

/** What is left of a problem after some variables were eliminated from it, and how to put them back. */
export interface Elimination {
  /** Variables that could not be eliminated. */
  readonly core: readonly number[];
  /** What bears on the core alone, the eliminated variables' messages included. */
  readonly tables: readonly CostTable[];
  /** What is spent whatever the core chooses. */
  readonly constant: number;
  /** In the order of elimination. */
  readonly eliminated: readonly { readonly variable: number; readonly tables: readonly CostTable[] }[];
}

/**
 * Eliminates variables, fewest neighbours first, while no joined table has more than `entries`: exact on trees and small
 * on what hangs together loosely. A variable goes out with a message: the least it costs, by its neighbours' choices.
 */
export function eliminate({ sizes, tables }: ChoiceProblem, entries: number): Elimination {
  const left = new Set(sizes.keys());
  const bearing = sizes.map(() => new Set<CostTable>());
  let constant = 0;
  const place = (table: CostTable): void => {
    if (table.scope.length === 0) constant += table.costs[0]!;
    for (const variable of table.scope) bearing[variable]!.add(table);
  };
  tables.forEach(place);
  const neighboursOf = (variable: number) => {
    const around = new Set<number>();
    for (const { scope } of bearing[variable]!) for (const other of scope) if (other !== variable) around.add(other);
    return around;
  };

  const eliminated: { variable: number; tables: readonly CostTable[] }[] = [];
  const around = sizes.map((_, variable) => neighboursOf(variable));
  while (left.size > 0) {
    let next: number | undefined;
    for (const variable of left) if (next === undefined || around[variable]!.size < around[next]!.size) next = variable;
    const scope = [...around[next!]!];
    if (sizes[next!]! * sizeOf(scope, sizes) > entries && scope.length > 0) break;
    const joined = [...bearing[next!]!];
    for (const table of joined) for (const variable of table.scope) bearing[variable]!.delete(table);
    place(minimise(joined, next!, scope, sizes));
    left.delete(next!);
    eliminated.push({ variable: next!, tables: joined });
    for (const variable of scope) around[variable] = neighboursOf(variable);
  }
  const core = [...left];
  return { core, tables: [...new Set(core.flatMap((variable) => [...bearing[variable]!]))], constant, eliminated };
}

/** Every way, up to `most`, to choose for the eliminated variables at least cost, given what the core chose. */
export function extend(
  { sizes }: ChoiceProblem,
  { core, eliminated }: Elimination,
  chosen: readonly number[],
  most: number,
): readonly (readonly number[])[] {
  const choice: number[] = sizes.map(() => 0);
  core.forEach((variable, at) => (choice[variable] = chosen[at]!));
  const found: number[][] = [];
  const descend = (at: number): void => {
    const step = eliminated[at];
    if (!step) {
      found.push([...choice]);
      return;
    }
    const { variable, tables } = step;
    const costs = Array.from({ length: sizes[variable]! }, (_, value) => {
      choice[variable] = value;
      return total(tables, choice, sizes);
    });
    const least = Math.min(...costs);
    for (const [value, cost] of costs.entries()) {
      if (cost > least || found.length >= most) continue;
      choice[variable] = value;
      descend(at - 1);
    }
  };
  descend(eliminated.length - 1);
  return found;
}

/** The tables' sum over `scope`, with `variable` chosen best. */
function minimise(
  tables: readonly CostTable[],
  variable: number,
  scope: readonly number[],
  sizes: readonly number[],
): CostTable {
  const costs = new Float64Array(sizeOf(scope, sizes));
  const choice: number[] = [];
  for (let entry = 0; entry < costs.length; entry++) {
    let rest = entry;
    for (let at = scope.length - 1; at >= 0; at--) {
      const size = sizes[scope[at]!]!;
      choice[scope[at]!] = rest % size;
      rest = Math.floor(rest / size);
    }
    let least = Infinity;
    for (let value = 0; value < sizes[variable]!; value++) {
      choice[variable] = value;
      least = Math.min(least, total(tables, choice, sizes));
    }
    costs[entry] = least;
  }
  return { scope, costs };
}

function sizeOf(scope: Iterable<number>, sizes: readonly number[]): number {
  let size = 1;
  for (const variable of scope) size *= sizes[variable]!;
  return size;
}

/** What a choice costs over some tables; `choice` by variable. */
export function total(tables: readonly CostTable[], choice: readonly number[], sizes: readonly number[]): number {
  let sum = 0;
  for (const { scope, costs } of tables) {
    let index = 0;
    for (const variable of scope) index = index * sizes[variable]! + choice[variable]!;
    sum += costs[index]!;
  }
  return sum;
}
