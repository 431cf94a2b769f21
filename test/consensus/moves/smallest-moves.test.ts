import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { viewDraft } from '../../../shared/consensus/draft-view.ts';
import type { AssessInput } from '../../../shared/consensus/assess.ts';
import { readRedLines } from '../../../shared/consensus/moves/red-lines.ts';
import { smallestMoves } from '../../../shared/consensus/moves/smallest-moves.ts';
import { stepsOf } from '../../../shared/consensus/moves/steps.ts';
import type { VariantId } from '../../../shared/schema/position.ts';
import { aMeeting } from '../arbitrary.ts';
import { bid, bracket, group, meeting, onProvision, onVariant, pid, provision, says, type Sketch } from '../meeting.ts';
import { crossings } from './crossings.ts';

vi.setConfig({ testTimeout: 600_000 });

const LONG = process.env['LONG'] === '1';
const BUDGET = { solutions: 10_000, toil: 100_000_000, entries: 1 << 12 };
const moves = (input: AssessInput) => smallestMoves(readRedLines({ ...input, draft: viewDraft(input.draft) }), BUDGET);

describe('the smallest set of moves', () => {
  test('C15 against exhaustive search over every way to close every bracket', () => {
    fc.assert(
      fc.property(aMeeting, (input) => {
        const found = moves(input);
        const { cost, ways, sizes } = crossings(input);
        expect(found.cost).toBe(cost);
        expect(found.bound).toBe(cost);
        // Every way listed is smallest; together with the free brackets they are all there are.
        const listed = found.parts.reduce((product, { solutions }) => product * solutions.length, 1);
        const free = found.free.reduce((product, id) => product * sizes.get(id)!, 1);
        expect(listed * free).toBe(ways);
        expect(found.parts.every(({ complete }) => complete)).toBe(true);
      }),
      { seed: 31, numRuns: LONG ? 5000 : 250 },
    );
  });

  const b = [1, 2, 3].map((n) => bracket(bid(n), 'hold', n));
  const provisions = [1, 2, 3].map((n) => provision(n));
  const at = (n: number, variant: VariantId) => onVariant(bid(n), variant);
  const found = (sketch: Sketch) => moves(meeting({ provisions, brackets: b, ...sketch }));

  test('C15 a bracket with a free wording costs nothing; one without costs its cheapest', () => {
    const positions = [
      says('AAA', 'object', at(1, 'text')),
      ...['AAA', 'BBB'].map((by) => says(by, 'object', at(2, 'text'))),
      says('CCC', 'object', at(2, 'none')),
    ];
    const { parts, free, cost } = found({ positions });
    expect(cost).toBe(1);
    expect(free).toEqual([bid(3)]);
    expect(parts.map((part) => [part.brackets, part.cost])).toEqual([
      [[bid(1)], 0],
      [[bid(2)], 1],
    ]);
    expect(parts[1]!.solutions).toMatchObject([
      { choices: [{ bracket: bid(2), variant: 'none' }], crossed: [{ by: 'CCC' }] },
    ]);
  });
  test('C15 a red line that another wording lifts: the cheaper of crossing and lifting', () => {
    const positions = [
      says('AAA', 'object', at(1, 'text'), { conditionOn: { bracket: bid(2), variant: 'text' } }),
      says('BBB', 'object', at(1, 'none')),
      says('BBB', 'support', onProvision(3), { conditionOn: { bracket: bid(2), variant: 'text' } }),
    ];
    const { parts, cost } = found({ positions });
    expect(cost).toBe(0);
    expect(parts[0]!.brackets).toEqual([bid(1), bid(2)]);
    expect(parts[0]!.solutions).toMatchObject([
      {
        choices: [
          { bracket: bid(1), variant: 'text' },
          { bracket: bid(2), variant: 'text' },
        ],
        crossed: [],
        lifted: [{ by: 'AAA' }],
        kept: [{ by: 'BBB', on: { provision: pid(3) } }],
      },
    ]);
  });
  test('C15 each wording is told with what it crosses, what it lifts elsewhere and what it brings', () => {
    const when = { conditionOn: { bracket: bid(1), variant: 'text' as const } };
    const positions = [
      says('AAA', 'object', at(1, 'text')),
      ...['BBB', 'CCC'].map((by) => says(by, 'object', at(1, 'none'))),
      says('BBB', 'object', at(2, 'text'), when),
      ...['CCC', 'DDD'].map((by) => says(by, 'object', at(2, 'none'))),
      says('EEE', 'accept', onProvision(3), when),
    ];
    const [part] = found({ positions }).parts;
    expect(stepsOf(part!.solutions[0]!)).toMatchObject([
      {
        choice: { bracket: bid(1), variant: 'text' },
        crossed: [{ by: 'AAA' }],
        lifted: [{ by: 'BBB', on: { bracket: bid(2), variant: 'text' } }],
        kept: [{ by: 'EEE', on: { provision: pid(3) } }],
      },
    ]);
  });
  test('C15 a way told in steps leaves no red line out and names none twice', () => {
    fc.assert(
      fc.property(aMeeting, (input) => {
        for (const { solutions } of moves(input).parts) {
          for (const way of solutions) {
            const steps = stepsOf(way);
            // Those on a provision as it stands are crossed by no wording; they stand beside the steps.
            const onWordings = way.crossed.filter(({ on }) => 'bracket' in on);
            expect(steps.flatMap(({ crossed }) => crossed)).toHaveLength(onWordings.length);
            expect(new Set(steps.flatMap(({ crossed }) => crossed))).toEqual(new Set(onWordings));
            expect(new Set(steps.flatMap(({ lifted }) => lifted))).toEqual(new Set(way.lifted));
            expect(new Set(steps.flatMap(({ kept }) => kept))).toEqual(new Set(way.kept));
          }
        }
      }),
      { seed: 32, numRuns: LONG ? 1000 : 60 },
    );
  });
  test('C15 a group’s line is one red line, and none where every member departs from it', () => {
    const groups = [group('GRP', 'AAA', 'BBB')];
    const line = says('GRP', 'object', onProvision(1));
    expect(found({ groups, positions: [line] })).toMatchObject({ cost: 1, standing: [{ by: 'GRP' }] });
    const departing = ['AAA', 'BBB'].map((by) => says(by, 'accept', onProvision(1)));
    expect(found({ groups, positions: [line, ...departing] }).cost).toBe(0);
    expect(found({ groups, positions: [line, departing[0]!] }).cost).toBe(1);
  });
});
