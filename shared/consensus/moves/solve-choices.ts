import { searchGuided } from './core-guided.ts';
import { eliminate, extend, type Elimination } from './elimination.ts';
import { searchLocally } from './local-search.ts';

// One choice for each variable, the sum of cost tables over them smallest. Variables are eliminated one by one, in an
// order that keeps tables small; where all can be, the smallest cost falls out and every smallest solution is read off.
// What hangs together too closely for that is left as a core, which is searched from below by its contradictions, up to a
// budget. Costs are whole numbers, so equality is exact.

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
  /** Most clauses looked at in the search of a core. */
  readonly toil: number;
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

/** A core is made smaller with small tables only: each of their entries is a clause. */
const CORE_ENTRIES = 64;
const LOCAL_STEPS = 20_000;

/** Solves a problem exactly within its budget; without any variable the answer is the one empty solution. */
export function solveChoices(problem: ChoiceProblem, budget: ChoiceBudget): ChoiceAnswer {
  const whole = eliminate(problem, budget.entries);
  if (whole.core.length === 0)
    return extendAll(problem, whole, { cost: 0, bound: 0, solutions: [[]], complete: true }, budget);
  const part = budget.entries <= CORE_ENTRIES ? whole : eliminate(problem, CORE_ENTRIES);
  return extendAll(problem, part, solveCore(problem, part, budget), budget);
}

/** Solutions of the core, in the order of `core`. */
function solveCore({ sizes }: ChoiceProblem, { core, tables }: Elimination, budget: ChoiceBudget): ChoiceAnswer {
  const place = new Map(core.map((variable, at) => [variable, at]));
  const problem: ChoiceProblem = {
    sizes: core.map((variable) => sizes[variable]!),
    tables: tables.map(({ scope, costs }) => ({ scope: scope.map((variable) => place.get(variable)!), costs })),
  };
  return searchGuided(problem, searchLocally(problem, LOCAL_STEPS), budget);
}

function extendAll(
  problem: ChoiceProblem,
  elimination: Elimination,
  { cost, bound, solutions, complete }: ChoiceAnswer,
  budget: ChoiceBudget,
): ChoiceAnswer {
  const all: (readonly number[])[] = [];
  for (const solution of solutions) {
    // One more than wanted tells that there are more.
    if (all.length <= budget.solutions)
      all.push(...extend(problem, elimination, solution, budget.solutions + 1 - all.length));
  }
  return {
    cost: cost + elimination.constant,
    bound: bound + elimination.constant,
    solutions: all.slice(0, budget.solutions),
    complete: complete && all.length <= budget.solutions,
  };
}
