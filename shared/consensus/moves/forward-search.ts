import { coreBound } from './core-bound.ts';
import type { Found } from './local-search.ts';
import type { ChoiceAnswer, ChoiceBudget, ChoiceProblem, CostTable } from './solve-choices.ts';

// Branch and bound with forward checking. Every open variable keeps, for each value, what the choices made so far cost
// it; the sum of the least of these is a lower bound, and a value that would go over the best known cost is out. The
// variable with the fewest values left is chosen next, so that what is forced is done at once and dead ends show early.
// Where that bound does not close a branch, contradictions among what is left are added to it (see `coreBound`).

/** Improves on `start` until nothing is left to try or the budget is spent; the bound is what no solution goes below. */
export function searchForward(problem: ChoiceProblem, start: Found, budget: ChoiceBudget): ChoiceAnswer {
  const { sizes, tables } = problem;
  const bearing = sizes.map((): CostTable[] => []);
  let spent = 0;
  for (const table of tables) {
    if (table.scope.length === 0) spent += table.costs[0]!;
    for (const variable of table.scope) bearing[variable]!.push(table);
  }
  const choice: number[] = sizes.map(() => -1);
  const costs = sizes.map((size) => new Float64Array(size));
  const open = new Set(sizes.keys());

  let cost = start.cost;
  let solutions: number[][] = [];
  let overflow = false;
  let branches = 0;
  let unexplored = Infinity;

  /** Adds (`sign` 1) or takes back what a table with one variable left costs that variable. */
  const forward = (variable: number, sign: 1 | -1): void => {
    for (const { scope, costs: table } of bearing[variable]!) {
      let left = -1;
      let base = 0;
      let stride = 1;
      for (const other of scope) {
        const size = sizes[other]!;
        base *= size;
        stride *= size;
        if (choice[other]! >= 0) {
          base += choice[other]!;
          continue;
        }
        if (left >= 0) {
          left = -2;
          break;
        }
        left = other;
        stride = 1;
      }
      if (left < 0) continue;
      const row = costs[left]!;
      for (let value = 0; value < row.length; value++) row[value]! += sign * table[base + value * stride]!;
    }
  };
  for (const [variable, list] of bearing.entries()) {
    for (const { scope, costs: table } of list) {
      if (scope.length === 1) table.forEach((price, value) => (costs[variable]![value]! += price));
    }
  }

  const pick = (slack: (least: number) => number): { readonly variable: number; readonly left: number } => {
    let variable = -1;
    let left = Infinity;
    for (const other of open) {
      const row = costs[other]!;
      const most = slack(Math.min(...row));
      let count = 0;
      for (const price of row) if (price <= most) count++;
      if (count < left || (count === left && bearing[other]!.length > bearing[variable]!.length)) {
        variable = other;
        left = count;
      }
    }
    return { variable, left };
  };

  /** What is left to choose, as a problem of its own; the least that each row costs is left out, being counted. */
  const rest = (): ChoiceProblem => {
    const variables = [...open];
    const place = new Map(variables.map((variable, at) => [variable, at]));
    const left: CostTable[] = [];
    for (const [at, variable] of variables.entries()) {
      const least = Math.min(...costs[variable]!);
      if (costs[variable]!.some((price) => price > least))
        left.push({ scope: [at], costs: costs[variable]!.map((price) => price - least) });
    }
    for (const table of tables) {
      const scope = table.scope.filter((variable) => open.has(variable));
      if (scope.length < 2) continue;
      left.push({
        scope: scope.map((variable) => place.get(variable)!),
        costs: scope.length === table.scope.length ? table.costs : slice(table, scope),
      });
    }
    return { sizes: variables.map((variable) => sizes[variable]!), tables: left };
  };
  const slice = ({ scope, costs: table }: CostTable, kept: readonly number[]): Float64Array => {
    let indices = [0];
    for (const variable of scope) {
      const values = kept.includes(variable) ? [...Array(sizes[variable]).keys()] : [choice[variable]!];
      indices = indices.flatMap((index) => values.map((value) => index * sizes[variable]! + value));
    }
    return Float64Array.from(indices, (index) => table[index]!);
  };

  const effort = { left: budget.effort };
  const descend = (inherited: number): void => {
    let bound = spent;
    for (const variable of open) bound += Math.min(...costs[variable]!);
    const simple = bound;
    const enough = cost + (overflow ? 0 : 1);
    if (bound < enough && open.size > 1 && effort.left > 0)
      bound += coreBound(rest(), enough - bound, { effort, thorough: open.size === sizes.length });
    bound = Math.max(bound, inherited);
    if (bound > cost || (bound === cost && overflow)) return;
    if (open.size === 0) {
      if (bound < cost) {
        cost = bound;
        solutions = [];
        overflow = false;
      }
      if (solutions.length < budget.solutions) solutions.push([...choice]);
      else overflow = true;
      return;
    }
    const { variable, left } = pick((least) => cost - simple + least);
    if (left === 0) return;
    const row = costs[variable]!;
    const values = [...row.keys()].sort((a, b) => row[a]! - row[b]! || a - b);
    const least = row[values[0]!]!;
    for (const value of values) {
      const lower = Math.max(bound, simple - least + row[value]!);
      if (lower > cost || (lower === cost && overflow)) continue;
      if (branches >= budget.branches) {
        unexplored = Math.min(unexplored, lower);
        continue;
      }
      branches++;
      choice[variable] = value;
      open.delete(variable);
      spent += row[value]!;
      forward(variable, 1);
      descend(lower);
      forward(variable, -1);
      spent -= row[value]!;
      open.add(variable);
      choice[variable] = -1;
    }
  };
  descend(0);
  if (solutions.length === 0) solutions = [[...start.choice]];
  return { cost, bound: Math.min(cost, unexplored), solutions, complete: !overflow && unexplored > cost };
}
