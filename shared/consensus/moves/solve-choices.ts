// One choice for each variable, the sum of cost tables over them smallest. The method is mini-bucket elimination with
// branch and bound. Variables are eliminated one by one, in an order that keeps tables small; what is known about an
// eliminated variable goes on as a table over its neighbours (a message). Where the joined table would be too large the
// tables are joined in parts, and the messages together are a lower bound only. Then variables are chosen in the reverse
// order: costs so far plus messages bound every branch from below. Where nothing had to be parted the bound is exact,
// and the search walks straight down to all smallest solutions; else it is a search, and may stop at its budget with the
// best found and the bound that no solution goes below. Costs are whole numbers, so equality is exact.

/** Costs over some variables; `costs` counts through `scope` with its last variable fastest. */
export interface CostTable {
  readonly scope: readonly number[];
  readonly costs: Float64Array;
}

export interface ChoiceProblem {
  /** How many choices each variable has; at least one. */
  readonly sizes: readonly number[];
  readonly tables: readonly CostTable[];
}

export interface ChoiceBudget {
  /** Most solutions listed. */
  readonly solutions: number;
  /** Most branches looked at. */
  readonly branches: number;
  /** Largest table joined, in entries. */
  readonly entries: number;
}

export interface ChoiceAnswer {
  /** Of the solutions listed. */
  readonly cost: number;
  /** No solution costs less; equal to `cost` where the answer is proven smallest. */
  readonly bound: number;
  /** One choice a variable; smallest ones, in the order of the search. */
  readonly solutions: readonly (readonly number[])[];
  /** Every smallest solution is listed. */
  readonly complete: boolean;
}

/** Solves a problem exactly within its budget; without any variable the answer is the one empty solution. */
export function solveChoices(problem: ChoiceProblem, budget: ChoiceBudget): ChoiceAnswer {
  const order = eliminationOrder(problem);
  const { buckets, constant } = eliminate(problem, order, budget.entries);
  return search(problem, order, buckets, constant, budget);
}

/** A variable's tables: what bears on it once all later ones are chosen, and the messages that told of it beforehand. */
interface Bucket {
  readonly tables: CostTable[];
  readonly messages: CostTable[];
}

/** Fewest neighbours first: a greedy order that is exact on trees and small on what hangs together loosely. */
function eliminationOrder({ sizes, tables }: ChoiceProblem): readonly number[] {
  const neighbours = sizes.map(() => new Set<number>());
  for (const { scope } of tables) {
    for (const a of scope) for (const b of scope) if (a !== b) neighbours[a]!.add(b);
  }
  const left = new Set(sizes.keys());
  const order: number[] = [];
  while (left.size > 0) {
    let next = -1;
    for (const variable of left) {
      if (next < 0 || neighbours[variable]!.size < neighbours[next]!.size) next = variable;
    }
    const around = [...neighbours[next]!];
    for (const a of around) {
      neighbours[a]!.delete(next);
      for (const b of around) if (a !== b) neighbours[a]!.add(b);
    }
    left.delete(next);
    order.push(next);
  }
  return order;
}

function eliminate({ sizes, tables }: ChoiceProblem, order: readonly number[], entries: number) {
  const rank = new Map(order.map((variable, at) => [variable, at]));
  const buckets: Bucket[] = order.map(() => ({ tables: [], messages: [] }));
  let constant = 0;
  const place = (table: CostTable): void => {
    if (table.scope.length === 0) constant += table.costs[0]!;
    else buckets[Math.min(...table.scope.map((variable) => rank.get(variable)!))]!.tables.push(table);
  };
  tables.forEach(place);
  order.forEach((variable, at) => {
    const bucket = buckets[at]!;
    for (const part of partition(bucket.tables, sizes, entries)) {
      const message = minimise(part, variable, sizes);
      bucket.messages.push(message);
      place(message);
    }
  });
  return { buckets, constant };
}

/** Tables in groups whose joined table stays within `entries`; widest first, each into the first group it fits. */
function partition(tables: readonly CostTable[], sizes: readonly number[], entries: number): readonly CostTable[][] {
  const parts: { readonly tables: CostTable[]; readonly scope: Set<number> }[] = [];
  for (const table of tables.toSorted((a, b) => b.scope.length - a.scope.length)) {
    const fits = parts.find(({ scope }) => sizeOf(new Set([...scope, ...table.scope]), sizes) <= entries);
    if (!fits) {
      parts.push({ tables: [table], scope: new Set(table.scope) });
      continue;
    }
    fits.tables.push(table);
    for (const variable of table.scope) fits.scope.add(variable);
  }
  return parts.map((part) => part.tables);
}

function sizeOf(scope: Iterable<number>, sizes: readonly number[]): number {
  let size = 1;
  for (const variable of scope) size *= sizes[variable]!;
  return size;
}

/** The tables' sum over all they bear on, with `variable` chosen best. */
function minimise(tables: readonly CostTable[], variable: number, sizes: readonly number[]): CostTable {
  const scope = [...new Set(tables.flatMap((table) => table.scope))].filter((other) => other !== variable);
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

function total(tables: readonly CostTable[], choice: readonly number[], sizes: readonly number[]): number {
  let sum = 0;
  for (const { scope, costs } of tables) {
    let index = 0;
    for (const variable of scope) index = index * sizes[variable]! + choice[variable]!;
    sum += costs[index]!;
  }
  return sum;
}

function search(
  { sizes }: ChoiceProblem,
  order: readonly number[],
  buckets: readonly Bucket[],
  constant: number,
  budget: ChoiceBudget,
): ChoiceAnswer {
  const choice: number[] = sizes.map(() => 0);
  let cost = Infinity;
  let solutions: number[][] = [];
  let overflow = false;
  let branches = 0;
  let unexplored = Infinity;

  const descend = (at: number, bound: number): void => {
    if (at < 0) {
      if (bound < cost) {
        cost = bound;
        solutions = [];
        overflow = false;
      }
      if (solutions.length < budget.solutions) solutions.push([...choice]);
      else overflow = true;
      return;
    }
    const variable = order[at]!;
    const { tables, messages } = buckets[at]!;
    const known = bound - total(messages, choice, sizes);
    const values = Array.from({ length: sizes[variable]! }, (_, value) => {
      choice[variable] = value;
      return { value, bound: known + total(tables, choice, sizes) };
    }).sort((a, b) => a.bound - b.bound || a.value - b.value);
    for (const { value, bound: lower } of values) {
      if (lower > cost || (lower === cost && overflow)) continue;
      if (branches >= budget.branches && cost < Infinity) {
        unexplored = Math.min(unexplored, lower);
        continue;
      }
      branches++;
      choice[variable] = value;
      descend(at - 1, lower);
    }
  };
  descend(order.length - 1, constant);
  return {
    cost,
    bound: Math.min(cost, unexplored),
    solutions,
    complete: !overflow && unexplored > cost,
  };
}
