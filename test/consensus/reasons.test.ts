import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../../shared/consensus/assess.ts';
import type { ProvisionAssessment, Reason } from '../../shared/consensus/assessment.ts';
import { REASON_RULES } from '../../shared/consensus/reason-rules.ts';
import { seatRoster } from '../../shared/positions/seats.ts';
import { aMeeting } from './arbitrary.ts';
import { group, meeting, onProvision, pid, says } from './meeting.ts';
import { oracle } from './oracle.ts';

const LONG = process.env['LONG'] === '1';
const of = <Type extends Reason['type']>({ reasons }: ProvisionAssessment, type: Type) =>
  reasons.filter((reason): reason is Extract<Reason, { type: Type }> => reason.type === type);

test('C3 C4 C5 C6 C7 C8 the reasons say what was found, all of it, and nothing else', () => {
  fc.assert(
    fc.property(aMeeting, (input) => {
      const { groups } = seatRoster(input.delegations, input.groups, [
        ...input.positions.map(({ delegation }) => delegation),
        ...input.draft.brackets.flatMap((one) => [one.proponent, ...one.supporters, ...one.keepers]),
      ]);
      const { cover } = oracle(input);
      const { provisions } = assess(input);
      for (const found of provisions.values()) {
        const objecting = [...found.stances].flatMap(([by, stance]) => (stance === 'object' ? by : [])).toSorted();
        expect(of(found, 'provision-objected').map(({ by }) => by)).toEqual(objecting.length > 0 ? [objecting] : []);
        expect(of(found, 'bracket-deadlocked').map(({ bracket }) => bracket)).toEqual(
          found.brackets.filter(({ deadlocked }) => deadlocked).map(({ bracket }) => bracket),
        );
        expect(of(found, 'insisted-on').map(({ bracket, by }) => [bracket, by])).toEqual(
          found.brackets.flatMap(({ bracket, variants }) => {
            const none = variants.find(({ variant }) => variant === 'none')?.objectors ?? [];
            return none.length > 0 ? [[bracket, none]] : [];
          }),
        );
        expect(of(found, 'landing-zone').map(({ bracket, variants }) => [bracket, variants])).toEqual(
          found.brackets.flatMap(({ bracket, landingZone }) =>
            landingZone.length > 0 ? [[bracket, landingZone]] : [],
          ),
        );
        expect(of(found, 'reserved').map(({ by }) => by)).toEqual(found.reserves.length > 0 ? [found.reserves] : []);
        expect(of(found, 'brackets-open').map(({ count }) => count)).toEqual(
          found.brackets.length > 0 ? [found.brackets.length] : [],
        );
        expect(of(found, 'keystone').map(({ dependants }) => dependants)).toEqual(
          found.dependants > 0 ? [found.dependants] : [],
        );

        // Whether one delegation, or one group most of whose members do, is all that objects to something.
        const isLone = (objectors: readonly string[]) =>
          objectors.length === 1 ||
          (objectors.length > 1 &&
            cover(objectors as never) === 1 &&
            groups.some(
              ({ members }) =>
                objectors.every((by) => members.includes(by as never)) && objectors.length * 2 > members.length,
            ));
        const expected = [
          ...(isLone(objecting) ? ['provision'] : []),
          ...found.brackets.flatMap(({ bracket, variants }) =>
            variants.filter(({ objectors }) => isLone(objectors)).map(({ variant }) => `${bracket} ${variant}`),
          ),
        ];
        const told = of(found, 'lone-objector');
        const names = told.map(({ bracket, variant }) => (bracket ? `${bracket} ${variant}` : 'provision'));
        expect(names.toSorted()).toEqual(expected.toSorted());
      }
    }),
    { seed: 71, numRuns: LONG ? 3000 : 120 },
  );
});

test('C5 of groups that hold all objectors the smallest is named, wherever it stands in the roster', () => {
  const positions = ['AAA', 'BBB'].map((by) => says(by, 'object', onProvision(1)));
  const wide = group('WIDE', 'AAA', 'BBB', 'CCC', 'DDD', 'EEE');
  const near = group('NEAR', 'AAA', 'BBB');
  for (const groups of [
    [wide, near],
    [near, wide],
  ]) {
    const found = assess(meeting({ groups, positions })).provisions.get(pid(1))!;
    expect(of(found, 'lone-objector')).toEqual([{ type: 'lone-objector', by: 'NEAR', group: true }]);
  }
});

test('C26 every reason names a rule that there is', () => {
  const rules = readFileSync(new URL('../../shared/RULES.md', import.meta.url), 'utf8');
  for (const id of Object.values(REASON_RULES)) expect(rules).toContain(`**${id}**`);
});
