import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../shared/consensus/assess.ts';
import { agreementOf, groupInformedConsensus } from '../../../shared/consensus/division/dispersion.ts';
import { hidingBehind } from '../../../shared/consensus/division/hiding-behind.ts';
import { slotsTaken } from '../../../shared/consensus/division/slots-taken.ts';
import { seatRoster } from '../../../shared/positions/seats.ts';
import type { Stance } from '../../../shared/schema/position.ts';
import { bid, bracket, code, group, meeting, members, onBracket, onProvision, provision, says } from '../meeting.ts';

test('C22 what is taken sides on: provisions and wordings, each once, whatever it spans', () => {
  const both = [1, 2].map((n) => ({ ...bracket(bid(1), 'hold', n).pieces[0]! }));
  const input = meeting({
    brackets: [bracket(bid(1), 'hold', 1, { pieces: both })],
    positions: [
      says('AAA', 'accept', onBracket(bid(1))),
      says('BBB', 'reserve', onBracket(bid(1))),
      says('CCC', 'object', onProvision(2)),
      says('DDD', 'none', onProvision(2)),
    ],
  });
  expect(slotsTaken(assess(input))).toEqual([
    { target: { type: 'variant', bracket: bid(1), variant: 'text' }, favour: ['AAA'], against: [], undecided: ['BBB'] },
    { target: onProvision(2), favour: [], against: ['CCC'], undecided: ['DDD'] },
  ]);
});

describe('hiding behind', () => {
  const numbers = [1, 2, 3, 4, 5];
  const infer = (here: readonly [string, Stance][], elsewhere: string = 'BBB', shared = 4) => {
    const positions = [
      ...numbers.slice(1).map((n) => says('AAA', 'object', onProvision(n))),
      ...numbers.slice(1, 1 + shared).map((n) => says(elsewhere, 'object', onProvision(n))),
      ...here.map(([by, stance]) => says(by, stance, onProvision(1))),
    ];
    return hidingBehind(slotsTaken(assess(meeting({ provisions: numbers.map((n) => provision(n)), positions }))));
  };

  test('C23 silent where one objects alone, and objecting with it elsewhere', () => {
    expect(infer([['AAA', 'object']])).toEqual([
      {
        inferred: true,
        on: onProvision(1),
        objector: 'AAA',
        silent: 'BBB',
        objections: 4,
        shared: 4,
        likelihood: 5 / 6,
      },
    ]);
  });
  test.each([
    ['nobody objects', []],
    [
      'two object',
      [
        ['AAA', 'object'],
        ['CCC', 'object'],
      ],
    ],
    [
      'it accepts',
      [
        ['AAA', 'object'],
        ['BBB', 'accept'],
      ],
    ],
    [
      'it reserves',
      [
        ['AAA', 'object'],
        ['BBB', 'reserve'],
      ],
    ],
    [
      'it has no position, and says so',
      [
        ['AAA', 'object'],
        ['BBB', 'none'],
      ],
    ],
  ] as [string, [string, Stance][]][])('C23 nothing is inferred where %s', (_, here) =>
    expect(infer(here)).toEqual([]),
  );
  test('C23 two shared objections say nothing', () => expect(infer([['AAA', 'object']], 'BBB', 2)).toEqual([]));
});

describe('dispersion, beside the statuses', () => {
  test.each([
    [[5, 0, 0, 0, 0], 1],
    [[0, 0, 0, 0, 5], 1],
    [[5, 0, 0, 0, 5], 0],
    [[0, 5, 0, 5, 0], 1 + Math.log2(0.75)],
  ] as const)('C24 %j agree by %d', (counts, agreement) => expect(agreementOf(counts)).toBeCloseTo(agreement, 12));
  test('C24 nobody heard, nothing said; else from 0 to 1, and the same seen from the other end', () => {
    expect(agreementOf([0, 0, 0, 0, 0])).toBeUndefined();
    const counts = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60));
    fc.assert(
      fc.property(counts, (drawn) => {
        const found = agreementOf(drawn);
        if (found === undefined) return;
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
        expect(agreementOf(drawn.toReversed() as typeof drawn)).toBeCloseTo(found, 9);
      }),
      { seed: 61, numRuns: 200 },
    );
  });
  test('C24 one group against weighs more than its share of the room', () => {
    const roll = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF'];
    const { groups } = seatRoster(members(...roll), [
      group('GRP', 'AAA', 'BBB', 'CCC', 'DDD'),
      group('HUB', 'EEE', 'FFF'),
    ]);
    const of = (favour: string[], against: string[]) =>
      groupInformedConsensus(
        { target: onProvision(1) as never, favour: favour.map(code), against: against.map(code), undecided: [] },
        groups,
      );
    expect(of(roll, [])).toBeCloseTo((5 / 6) * (3 / 4));
    expect(of([], [])).toBeCloseTo(1 / 4);
    // Two against: as one group, or one from each.
    expect(of(['AAA', 'BBB', 'CCC', 'DDD'], ['EEE', 'FFF'])).toBeLessThan(
      of(['AAA', 'BBB', 'CCC', 'EEE'], ['DDD', 'FFF']),
    );
  });
});
