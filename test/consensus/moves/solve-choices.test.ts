import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { searchGuided } from '../../../shared/consensus/moves/core-guided.ts';
import { solveChoices, type ChoiceProblem } from '../../../shared/consensus/moves/solve-choices.ts';

vi.setConfig({ testTimeout: 600_000 });

const LONG = process.env['LONG'] === '1';
const ENOUGH = { solutions: 100_000, toil: 100_000_000, entries: 4096 };

const aProblem: fc.Arbitrary<ChoiceProblem> = fc
  .array(fc.integer({ min: 1, max: 4 }), { maxLength: 7 })
  .chain((sizes) => {
    const aTable = fc.subarray([...sizes.keys()], { maxLength: Math.min(3, sizes.length) }).chain((scope) => {
      const size = scope.reduce((product, variable) => product * sizes[variable]!, 1);
      return fc
        .array(fc.integer({ min: 0, max: 3 }), { minLength: size, maxLength: size })
        .map((costs) => ({ scope, costs: Float64Array.from(costs) }));
    });
    return fc.array(aTable, { maxLength: 9 }).map((tables) => ({ sizes, tables }));
  });

function exhaust({ sizes, tables }: ChoiceProblem): { cost: number; solutions: string[] } {
  let cost = Infinity;
  let solutions: string[] = [];
  const choice: number[] = [];
  const go = (at: number): void => {
    if (at < sizes.length) {
      for (let value = 0; value < sizes[at]!; value++) {
        choice[at] = value;
        go(at + 1);
      }
      return;
    }
    let sum = 0;
    for (const { scope, costs } of tables)
      sum += costs[scope.reduce((index, variable) => index * sizes[variable]! + choice[variable]!, 0)]!;
    if (sum < cost) [cost, solutions] = [sum, []];
    if (sum === cost) solutions.push(choice.join());
  };
  go(0);
  return { cost, solutions: solutions.toSorted() };
}

test.each([
  ['C15 with room to join every table', 4096],
  ['C15 with a core left to search', 4],
  ['C15 with everything left to search', 1],
])('%s: the smallest cost and every smallest solution, against exhaustive search', (_, entries) => {
  fc.assert(
    fc.property(aProblem, (problem) => {
      const { cost, bound, solutions, complete } = solveChoices(problem, { ...ENOUGH, entries });
      const expected = exhaust(problem);
      expect({ cost, solutions: solutions.map((one) => one.join()).toSorted() }).toEqual(expected);
      expect(bound).toBe(cost);
      expect(complete).toBe(true);
    }),
    { seed: 5, numRuns: LONG ? 10_000 : 700 },
  );
});

test('C15 within a budget: a solution that costs what it says, and a bound that holds', () => {
  const sum = ({ sizes, tables }: ChoiceProblem, choice: readonly number[]) =>
    tables.reduce(
      (total, { scope, costs }) =>
        total + costs[scope.reduce((index, variable) => index * sizes[variable]! + choice[variable]!, 0)]!,
      0,
    );
  fc.assert(
    fc.property(aProblem, fc.nat(400), (problem, toil) => {
      const answer = solveChoices(problem, { solutions: 3, toil, entries: 2 });
      const best = exhaust(problem).cost;
      expect(answer.bound).toBeLessThanOrEqual(best);
      expect(answer.cost).toBeGreaterThanOrEqual(best);
      for (const solution of answer.solutions) expect(sum(problem, solution)).toBe(answer.cost);
      expect(answer.solutions.length).toBeGreaterThan(0);
    }),
    { seed: 6, numRuns: LONG ? 5000 : 300 },
  );
});

test('C15 more smallest solutions than wanted: that many, and the list says it is not all', () => {
  const free = { sizes: [3, 3, 3], tables: [] };
  const answer = solveChoices(free, { ...ENOUGH, solutions: 5 });
  expect(answer).toMatchObject({ cost: 0, bound: 0, complete: false });
  expect(answer.solutions.length).toBe(5);
});

test('C15 however little may be spent, the bound never goes past the smallest cost, and with enough it comes to it', () => {
  let between = 0;
  fc.assert(
    fc.property(aProblem, fc.nat(2000), (problem, toil) => {
      const best = exhaust(problem).cost;
      const known = { cost: best + 3, choice: problem.sizes.map(() => 0) };
      const { bound } = searchGuided(problem, known, { solutions: 1, toil, entries: 1 });
      expect(bound).toBeLessThanOrEqual(best);
      const least = problem.tables.reduce((sum, { costs }) => sum + Math.min(...costs), 0);
      if (bound > least && bound < best) between++;
      expect(searchGuided(problem, known, { ...ENOUGH, solutions: 1 })).toMatchObject({ cost: best, bound: best });
    }),
    { seed: 7, numRuns: LONG ? 10_000 : 400 },
  );
  // Now and then it stops on the way.
  expect(between).toBeGreaterThan(0);
});
