import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CLUSTER_TERMS,
  clusterDelegations,
  standTogether,
  type Clusters,
} from '../../../shared/consensus/division/clusters.ts';
import { sharedSides, sidesTaken } from '../../../shared/consensus/division/sides-taken.ts';
import type { Taken } from '../../../shared/consensus/division/slots-taken.ts';
import type { Code } from '../../../shared/schema/ids.ts';
import { code, onProvision } from '../meeting.ts';

const LONG = process.env['LONG'] === '1';

/** A room as rows: `AAA ++-.` favours the first two wordings, objects to the third, and takes no side on the fourth. */
const room = (...rows: string[]): Taken[] => {
  const sides = rows.map((row) => row.split(' ') as [string, string]);
  const width = Math.max(...sides.map(([, signs]) => signs.length));
  return Array.from({ length: width }, (_, at) => {
    const who = (sign: string) => sides.filter(([, signs]) => signs[at] === sign).map(([by]) => code(by));
    return {
      target: onProvision(at % 10) as Taken['target'],
      favour: who('+'),
      against: who('-'),
      undecided: who('?'),
    };
  });
};
const lists = ({ clusters }: Clusters) => clusters.map(({ members }) => members.join(' '));

describe('clusters', () => {
  test('C22 those who take the same sides stand together; who takes none stands nowhere', () => {
    const slots = room('AAA +++-', 'BBB +++-', 'CCC ---+', 'DDD ---+', 'EEE ....', 'FFF +-..');
    const found = clusterDelegations(slots);
    expect(lists(found)).toEqual(['AAA BBB', 'CCC DDD']);
    expect(found.apart).toEqual(['FFF']);
  });
  test('C22 too few wordings in common, or too often on opposite sides, and two do not stand together', () => {
    expect(lists(clusterDelegations(room('AAA ++', 'BBB ++')))).toEqual([]);
    expect(lists(clusterDelegations(room('AAA +++++', 'BBB +++--')))).toEqual([]);
    expect(lists(clusterDelegations(room('AAA ++++', 'BBB +++-')))).toEqual(['AAA BBB']);
  });
  test('C22 a bridge between two clusters does not make them one', () => {
    const slots = room(
      ...['AAA', 'BBB', 'CCC', 'DDD'].map((by) => `${by} ++++++......`),
      ...['EEE', 'FFF', 'GGG', 'HHH'].map((by) => `${by} ......++++++`),
      'MID ...++++++...',
    );
    expect(lists(clusterDelegations(slots))).toEqual(['AAA BBB CCC DDD', 'EEE FFF GGG HHH']);
    expect(clusterDelegations(slots).apart).toEqual(['MID']);
  });
  test('C22 a cluster is told by what it is of one mind on while others stand against it', () => {
    const [first] = clusterDelegations(room('AAA ++++', 'BBB ++++', 'CCC +++.', 'DDD --..', 'EEE -...')).clusters;
    expect(first!.members).toEqual(['AAA', 'BBB', 'CCC']);
    expect(first!.marks.map(({ target, side, members, opposed }) => [target, side, members, opposed])).toEqual([
      [onProvision(0), 'favour', 3, 2],
      [onProvision(1), 'favour', 3, 1],
    ]);
  });
});

test('C22 shared sides, counted in bits, are those counted one by one', () => {
  const signs = fc.array(fc.constantFrom('+', '-', '.', '?'), { minLength: 70, maxLength: 70 });
  fc.assert(
    fc.property(signs, signs, (a, b) => {
      const taken = sidesTaken(room(`AAA ${a.join('')}`, `BBB ${b.join('')}`, `CCC ${'+'.repeat(70)}`));
      const [first, second] = [taken.codes.indexOf(code('AAA')), taken.codes.indexOf(code('BBB'))];
      if (first < 0 || second < 0) return;
      const both = a.flatMap((sign, at) => ('+-'.includes(sign) && '+-'.includes(b[at]!) ? [sign === b[at]] : []));
      expect(sharedSides(taken, first, second)).toEqual({
        same: both.filter(Boolean).length,
        opposed: both.filter((same) => !same).length,
      });
    }),
    { seed: 51, numRuns: 100 },
  );
});

// Rooms with two or three camps and some noise, so that clusters form, touch and part.
const aRoom = fc
  .record({
    size: fc.integer({ min: 4, max: 14 }),
    width: fc.integer({ min: 4, max: 12 }),
    camps: fc.integer({ min: 1, max: 3 }),
    seed: fc.infiniteStream(fc.nat(99)),
  })
  .map(({ size, width, camps, seed }) => {
    const next = () => seed.next().value as number;
    const lines = Array.from({ length: camps }, () => Array.from({ length: width }, () => '+-.'[next() % 3]!));
    return Array.from({ length: size }, (_, at) => {
      const signs = lines[at % camps]!.map((sign) => (next() < 20 ? '+-.?'[next() % 4]! : sign));
      return `D${String(at).padStart(2, '0')} ${signs.join('')}`;
    });
  });

test('C22 a changed position leaves every cluster as it is that holds nobody it touches', () => {
  let moved = 0;
  let kept = 0;
  fc.assert(
    fc.property(aRoom, fc.nat(), fc.nat(), fc.constantFrom('+', '-', '.'), (rows, who, where, sign) => {
      const mover = rows[who % rows.length]!.split(' ')[0]!;
      const change = (row: string) => {
        const [by, signs] = row.split(' ') as [string, string];
        const at = where % signs.length;
        return by === mover ? `${by} ${signs.slice(0, at)}${sign}${signs.slice(at + 1)}` : row;
      };
      const [before, after] = [room(...rows), room(...rows.map(change))];
      const touched = new Set<Code>([code(mover)]);
      for (const slots of [before, after]) {
        const taken = sidesTaken(slots);
        const seat = taken.codes.indexOf(code(mover));
        if (seat < 0) continue;
        const together = standTogether(taken, CLUSTER_TERMS);
        for (const near of together[seat]!) for (const next of together[near]!) touched.add(taken.codes[next]!);
      }
      const untouched = (found: Clusters) =>
        found.clusters
          .filter(({ members }) => !members.some((by) => touched.has(by)))
          .map(({ members }) => members.join())
          .toSorted();
      const [was, is] = [clusterDelegations(before), clusterDelegations(after)];
      expect(untouched(is)).toEqual(untouched(was));
      if (lists(was).join() === lists(is).join()) kept++;
      else moved++;
    }),
    { seed: 52, numRuns: LONG ? 5000 : 400 },
  );
  // Otherwise the property would say nothing.
  expect(moved).toBeGreaterThan(10);
  expect(kept).toBeGreaterThan(10);
});

test('C22 C13 clusters do not depend on names or on the order of the draft', () => {
  fc.assert(
    fc.property(aRoom, fc.integer({ min: 1, max: 25 }), (rows, shift) => {
      const renamed = (by: string) => `R${String((Number(by.slice(1)) * 11 + shift) % 97).padStart(2, '0')}`;
      const others = rows.map((row) => `${renamed(row.split(' ')[0]!)} ${row.split(' ')[1]!}`);
      const sorted = (found: Clusters, name: (by: string) => string) =>
        found.clusters
          .map(({ members }) =>
            members
              .map((by) => name(by))
              .toSorted()
              .join(),
          )
          .toSorted();
      const expected = sorted(clusterDelegations(room(...rows)), renamed);
      expect(sorted(clusterDelegations(room(...others)), (by) => by)).toEqual(expected);
      expect(sorted(clusterDelegations(room(...rows).toReversed()), renamed)).toEqual(expected);
    }),
    { seed: 53, numRuns: LONG ? 2000 : 100 },
  );
});
