import type { ChoiceProblem, CostTable } from './solve-choices.ts';

/** A solution and what it costs. */
export interface Found {
  readonly cost: number;
  readonly choice: readonly number[];
}

/** A variable that was changed may not go back for so many steps, so that the search leaves the valley it is in. */
const TABU = 7;

/**
 * A good solution without any proof: tabu search, always the change that costs least, from the choice that is best for
 * each variable by itself. Deterministic; takes `steps` steps.
 */
export function searchLocally({ sizes, tables }: ChoiceProblem, steps: number): Found {
  const bearing = sizes.map((): CostTable[] => []);
  for (const table of tables) for (const variable of table.scope) bearing[variable]!.push(table);
  const choice = sizes.map(() => 0);
  const costs = sizes.map((size) => new Float64Array(size));

  const weigh = (variable: number): void => {
    const row = costs[variable]!.fill(0);
    for (const { scope, costs: table } of bearing[variable]!) {
      let base = 0;
      let stride = 0;
      for (const other of scope) {
        const size = sizes[other]!;
        base = base * size + (other === variable ? 0 : choice[other]!);
        stride = other === variable ? 1 : stride * size;
      }
      for (let value = 0; value < row.length; value++) row[value]! += table[base + value * stride]!;
    }
  };
  const neighbours = bearing.map((list) => [...new Set(list.flatMap(({ scope }) => scope))]);
  for (const variable of choice.keys()) {
    weigh(variable);
    choice[variable] = leastOf(costs[variable]!);
  }
  for (const variable of choice.keys()) weigh(variable);

  let cost = total(tables, choice, sizes);
  let best: Found = { cost, choice: [...choice] };
  const free = sizes.map((size) => new Int32Array(size));
  for (let step = 1; step <= steps && best.cost > 0; step++) {
    let change: { readonly variable: number; readonly value: number; readonly delta: number } | undefined;
    for (let variable = 0; variable < sizes.length; variable++) {
      const row = costs[variable]!;
      const now = row[choice[variable]!]!;
      for (let value = 0; value < row.length; value++) {
        const delta = row[value]! - now;
        if (value === choice[variable] || (change && delta >= change.delta)) continue;
        if (free[variable]![value]! <= step || cost + delta < best.cost) change = { variable, value, delta };
      }
    }
    if (!change) break;
    const { variable, value, delta } = change;
    free[variable]![choice[variable]!] = step + TABU + (step % TABU);
    choice[variable] = value;
    cost += delta;
    for (const other of neighbours[variable]!) weigh(other);
    if (cost < best.cost) best = { cost, choice: [...choice] };
  }
  return best;
}

function leastOf(row: Float64Array): number {
  return row.indexOf(Math.min(...row));
}

function total(tables: readonly CostTable[], choice: readonly number[], sizes: readonly number[]): number {
  return tables.reduce(
    (sum, { scope, costs }) =>
      sum + costs[scope.reduce((index, variable) => index * sizes[variable]! + choice[variable]!, 0)]!,
    0,
  );
}
