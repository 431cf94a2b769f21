import { invariant } from '../../schema/result.ts';
import { ClauseSolver, not, type Literal, type Toil } from './clause-solver.ts';
import type { Found } from './local-search.ts';
import type { ChoiceAnswer, ChoiceBudget, ChoiceProblem } from './solve-choices.ts';

// The smallest cost from below, as solvers for maximum satisfiability go about it. Suppose that no table costs more than it
// must. If that cannot be, the contradiction names tables of which one at least costs a unit more: the bound goes up by one,
// and from now on it is supposed that of those no more than one does. So it goes on until what is supposed can be; what is
// then chosen is a smallest solution. Where the toil is spent before, the bound stands all the same.

/** Every smallest solution up to the budget, or the best known, `start`, with the bound that was come to. */
export function searchGuided(problem: ChoiceProblem, start: Found, budget: ChoiceBudget): ChoiceAnswer {
  const toil: Toil = { left: budget.toil };
  const meeting = state(problem, toil);
  const { solver, values, least } = meeting;
  const supposed = new Set(meeting.units.map(not));
  /** What is supposed in the place of what has to be given up. */
  const instead = new Map<Literal, Literal>();
  let bound = least;

  while (bound < start.cost) {
    const verdict = solver.solve([...supposed], Infinity);
    if (verdict.type === 'spent') return { cost: start.cost, bound, solutions: [start.choice], complete: false };
    if (verdict.type === 'model') break;
    const core = smaller(solver, verdict.core);
    invariant(core.length > 0, 'whatever it costs, something can be chosen');
    bound++;
    for (const literal of core) {
      supposed.delete(literal);
      const next = instead.get(literal);
      if (next !== undefined) supposed.add(next);
    }
    if (core.length === 1) {
      solver.add([not(core[0]!)]);
      continue;
    }
    // One of them is given up for good; a second one costs as much again.
    const counted = counting(solver, core.map(not), start.cost - bound + 2);
    for (let at = 1; at < counted.length; at++) {
      if (at === 1) supposed.add(not(counted[at]!));
      else instead.set(not(counted[at - 1]!), not(counted[at]!));
    }
  }

  // The bound is the smallest cost now, and a solution costs no more just where all that is still supposed holds: what was
  // given up is counted in the bound. Each is found once, and then ruled out.
  const solutions: (readonly number[])[] = [];
  for (;;) {
    const verdict = solver.solve([...supposed], Infinity);
    if (verdict.type === 'core') return { cost: bound, bound, solutions, complete: true };
    if (verdict.type === 'spent' || solutions.length === budget.solutions) break;
    const choice = values.map((some) => some.findIndex((literal) => solver.holds(literal)));
    solutions.push(choice);
    solver.add(choice.map((value, variable) => not(values[variable]![value]!)));
  }
  if (solutions.length > 0) return { cost: bound, bound, solutions, complete: false };
  return { cost: start.cost, bound, solutions: [start.choice], complete: false };
}

/** A problem in clauses: a literal for each value, of which each variable has one, and one for each unit a table may cost. */
interface Statement {
  readonly solver: ClauseSolver;
  readonly values: readonly (readonly Literal[])[];
  readonly units: readonly Literal[];
  /** What the tables cost at least. */
  readonly least: number;
}

function state({ sizes, tables }: ChoiceProblem, toil: Toil): Statement {
  const solver = new ClauseSolver(toil);
  const values = sizes.map((size) => Array.from({ length: size }, () => solver.variable()));
  for (const some of values) {
    solver.add(some);
    for (let a = 0; a < some.length; a++) for (let b = 0; b < a; b++) solver.add([not(some[a]!), not(some[b]!)]);
  }
  const units: Literal[] = [];
  let least = 0;
  for (const { scope, costs } of tables) {
    const low = Math.min(...costs);
    least += low;
    const own = Array.from({ length: Math.max(...costs) - low }, () => solver.variable());
    for (let at = 1; at < own.length; at++) solver.add([not(own[at]!), own[at - 1]!]);
    for (const [entry, cost] of costs.entries()) {
      if (cost === low) continue;
      const clause = [own[cost - low - 1]!];
      let rest = entry;
      for (let place = scope.length - 1; place >= 0; place--) {
        const variable = scope[place]!;
        clause.push(not(values[variable]![rest % sizes[variable]!]!));
        rest = Math.floor(rest / sizes[variable]!);
      }
      solver.add(clause);
    }
    units.push(...own);
  }
  return { solver, values, units, least };
}

/** Toil that leaving out one of a contradiction's suppositions is worth. */
const TRIAL = 20_000;

/** The contradiction without what it does not need, as far as that is soon seen: the fewer it names, the more is learnt. */
function smaller(solver: ClauseSolver, core: readonly Literal[]): readonly Literal[] {
  let left = core;
  for (const literal of core) {
    if (!left.includes(literal) || left.length < 2) continue;
    const verdict = solver.solve(
      left.filter((other) => other !== literal),
      TRIAL,
    );
    if (verdict.type === 'core') left = verdict.core;
  }
  return left;
}

/** Literals that say that at least one, two, … of some hold, up to `most`; they are only forced to, never from them. */
function counting(solver: ClauseSolver, literals: readonly Literal[], most: number): readonly Literal[] {
  if (literals.length < 2) return literals;
  const half = literals.length >> 1;
  const a = counting(solver, literals.slice(0, half), most);
  const b = counting(solver, literals.slice(half), most);
  const sums = Array.from({ length: Math.min(most, a.length + b.length) }, () => solver.variable());
  for (let of = 0; of <= a.length; of++) {
    for (let more = 0; more <= b.length; more++) {
      const sum = sums[Math.min(of + more, sums.length) - 1];
      if (sum === undefined) continue;
      const clause = [sum];
      if (of > 0) clause.push(not(a[of - 1]!));
      if (more > 0) clause.push(not(b[more - 1]!));
      solver.add(clause);
    }
  }
  return sums;
}
