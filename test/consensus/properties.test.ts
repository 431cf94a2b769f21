import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { assess, type AssessInput } from '../../shared/consensus/assess.ts';
import type { Assessment, Status } from '../../shared/consensus/assessment.ts';
import { smallestCover } from '../../shared/consensus/cover.ts';
import { questionOn, standOf } from '../../shared/consensus/stand-of.ts';
import { viewDraft } from '../../shared/consensus/draft-view.ts';
import { visibleTo } from '../../shared/positions/audience.ts';
import { positionKey } from '../../shared/positions/record.ts';
import { seatRoster } from '../../shared/positions/seats.ts';
import { foldRulings } from '../../shared/procedure/record.ts';
import { CHAIR, SECRETARIAT, type Code } from '../../shared/schema/ids.ts';
import { targetKey, type Position } from '../../shared/schema/position.ts';
import { aCode, aMeeting, aPosition, aTarget } from './arbitrary.ts';
import { code, group } from './meeting.ts';
import { plain } from './plain.ts';

// Thousands of meetings, the more so in the long run.
vi.setConfig({ testTimeout: 600_000 });

const runs = (seed: number, numRuns = 120) => ({ numRuns: process.env['LONG'] === '1' ? numRuns * 20 : numRuns, seed });

/** From ready to blocked; what is agreed or reopened stays so whatever is said. */
const distance = (status: Status) => ['ready', 'open', 'reserved', 'blocked'].indexOf(status);

test('C1 adding an objection never makes a provision readier', () => {
  fc.assert(
    fc.property(aMeeting, aCode, aTarget, (input, by, target) => {
      const before = assess(input).provisions;
      const objection: Position = {
        delegation: by,
        target,
        stance: 'object',
        audience: 'chair',
        source: 'national',
        at: 99,
      };
      const after = assess({ ...input, positions: [...input.positions, objection] }).provisions;
      for (const [id, was] of before) {
        const is = after.get(id);
        // A heading nobody speaks of any more may leave the board; it was ready before.
        if (!is) expect(was.status).toBe('ready');
        else if (distance(was.status) < 0) expect(is.status).toBe(was.status);
        else expect(distance(is.status)).toBeGreaterThanOrEqual(distance(was.status));
      }
    }),
    runs(1),
  );
});

test('C1 silence is never support: delegations that say nothing change nothing', () => {
  fc.assert(
    fc.property(aMeeting, fc.nat(9), (input, guests) => {
      const silent = Array.from({ length: guests }, (_, at) => ({
        code: code(`S${at}`),
        name: '',
        standing: 'member' as const,
      }));
      const heard = assess({ ...input, delegations: [...input.delegations, ...silent] });
      expect(plain(heard)).toEqual(plain(assess(input)));
    }),
    runs(2),
  );
});

test('C1 readiness is a maximum: no number of supporters lifts one objection', () => {
  fc.assert(
    fc.property(aMeeting, (input) => {
      const friends = Array.from({ length: 30 }, (_, at) => code(`S${at}`));
      const said = friends.flatMap((by) =>
        input.draft.provisions.map(({ id }): Position => ({
          delegation: by,
          target: { type: 'provision', provision: id },
          stance: 'support',
          audience: 'room',
          source: 'national',
          at: 1,
        })),
      );
      const alone = assess(input).provisions;
      const cheered = assess({ ...input, positions: [...input.positions, ...said] }).provisions;
      for (const [id, found] of alone) expect(cheered.get(id)!.status).toBe(found.status);
    }),
    runs(3, 50),
  );
});

test('C13 renaming delegations changes nothing but the names', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  fc.assert(
    fc.property(aMeeting, fc.integer({ min: 1, max: 25 }), (input, shift) => {
      const renamed = (by: Code): Code =>
        by === CHAIR || by === SECRETARIAT
          ? by
          : code([...by].map((letter) => letters[(letters.indexOf(letter) + shift) % 26]!).join(''));
      const other: AssessInput = {
        ...input,
        draft: {
          ...input.draft,
          brackets: input.draft.brackets.map((one) => ({
            ...one,
            proponent: renamed(one.proponent),
            supporters: one.supporters.map(renamed),
            keepers: one.keepers.map(renamed),
          })),
        },
        positions: input.positions.map((one) => ({ ...one, delegation: renamed(one.delegation) })),
        delegations: input.delegations.map((one) => ({ ...one, code: renamed(one.code) })),
        groups: input.groups.map((one) => ({ ...one, code: renamed(one.code), members: one.members.map(renamed) })),
      };
      const bare = ({ provisions, ranking, counts, openBrackets }: Assessment, name: (by: Code) => Code) => ({
        ranking,
        counts,
        openBrackets,
        provisions: [...provisions.values()].map((found) => ({
          id: found.provision,
          status: found.status,
          independent: found.independent,
          dependants: found.dependants,
          objectors: found.objectors.map(name).sort(),
          reserves: found.reserves.map(name).sort(),
          reasons: found.reasons.map(({ type }) => type),
          brackets: found.brackets.map((one) => ({
            ...one,
            variants: one.variants.map(({ variant, objectors, independent, supporters }) => ({
              variant,
              independent,
              objectors: objectors.map(name).sort(),
              supporters: supporters.map(name).sort(),
            })),
          })),
        })),
      });
      expect(bare(assess(other), (by) => by)).toEqual(bare(assess(input), renamed));
    }),
    runs(4),
  );
});

test('P5 a group counts the same as its members listed one by one', () => {
  fc.assert(
    fc.property(aMeeting, aPosition, (input, drawn) => {
      const line = input.groups.find(({ code: by }) => by === drawn.delegation) ?? input.groups[0]!;
      const { members } = seatRoster(input.delegations, input.groups).group(line.code) ?? { members: [] };
      if (members.length === 0) return;
      // Nobody else speaks on the target, so that the group's line is each member's.
      const { condition: _, conditionOn: __, ...position } = drawn;
      const others = input.positions.filter((one) => !touches(one, position));
      const proposing = input.draft.brackets.map((one) => ({ ...one, proponent: CHAIR, supporters: [], keepers: [] }));
      const base = { ...input, draft: { ...input.draft, brackets: proposing } };
      const spoken = assess({ ...base, positions: [...others, { ...position, delegation: line.code }] });
      const listed = assess({
        ...base,
        positions: [...others, ...members.map((delegation) => ({ ...position, delegation }))],
      });
      expect(plain(listed)).toEqual(plain(spoken));
    }),
    runs(5),
  );
});

/** Whether two positions may speak of one thing: the same provision, or any brackets at all. */
function touches(a: Position, b: Position): boolean {
  if (a.target.type === 'provision' || b.target.type === 'provision')
    return targetKey(a.target) === targetKey(b.target);
  return true;
}

test('C12 what one delegation tells the chair alone changes nothing that another is shown', () => {
  fc.assert(
    fc.property(aMeeting, fc.array(aPosition, { maxLength: 8 }), (input, told) => {
      const reader = { role: 'delegation', code: code('AAA') } as const;
      const secrets = told.map((one) => ({ ...one, audience: 'chair' as const, delegation: code('BBB') }));
      const shown = (positions: readonly Position[]) =>
        plain(assess({ ...input, positions: visibleTo(positions, reader) }));
      expect(shown([...input.positions, ...secrets])).toEqual(shown(input.positions));
    }),
    runs(6),
  );
});

test('P3 one delegation asked alone stands as the assessment has it', () => {
  fc.assert(
    fc.property(aMeeting, aTarget, (input, target) => {
      const draft = viewDraft(input.draft);
      const question = questionOn(target, draft);
      if (!question || (target.type === 'provision' && draft.indexOf(target.provision) < 0)) return;
      const { outcomes } = foldRulings(input.rulings);
      const facts = {
        draft,
        positions: [
          ...new Map(input.positions.toSorted((a, b) => a.at - b.at).map((one) => [positionKey(one), one])).values(),
        ],
        seats: seatRoster(
          input.delegations,
          input.groups,
          input.positions.map(({ delegation }) => delegation),
        ),
        isMet: ({ bracket, variant }: { bracket: string; variant: string }) =>
          outcomes.get(bracket as never) === variant,
      };
      const found = [...assess(input).provisions.values()];
      const variants = found.flatMap(({ brackets }) => brackets);
      for (const by of facts.seats.codes) {
        const { own, line } = standOf(by, target, facts);
        const stance = (own ?? line)?.stance;
        if (target.type === 'provision') {
          expect(found.find(({ provision }) => provision === target.provision)?.stances.get(by)).toBe(stance);
        } else if (target.type === 'variant') {
          const one = variants
            .find(({ bracket }) => bracket === target.bracket)
            ?.variants.find(({ variant }) => variant === target.variant);
          if (one) expect(one.objectors.includes(by)).toBe(stance === 'object');
          if (one) expect(one.supporters.includes(by)).toBe(stance === 'support');
        }
      }
    }),
    runs(7),
  );
});

test('C5 the smallest cover is exact, against every subset of groups', () => {
  const everybody = Array.from({ length: 14 }, (_, at) => `D${at}`);
  const someGroups = fc.array(fc.subarray(everybody, { minLength: 1 }), { maxLength: 8 });
  fc.assert(
    fc.property(fc.subarray(everybody), someGroups, (objectors, lists) => {
      const seats = seatRoster(
        everybody.map((by) => ({ code: code(by), name: by, standing: 'member' })),
        lists.map((list, at) => group(`G${at}`, ...list)),
      );
      const { groups } = seats;
      let best = objectors.length;
      for (let mask = 0; mask < 1 << groups.length; mask++) {
        const chosen = groups.filter((_, at) => mask & (1 << at));
        const held = new Set(chosen.flatMap(({ members }) => members));
        best = Math.min(best, chosen.length + objectors.filter((by) => !held.has(code(by))).length);
      }
      const cover = smallestCover(objectors.map(code), seats);
      expect(cover.groups.length + cover.singles.length).toBe(best);
      const held = new Set([...cover.groups.flatMap(({ members }) => members), ...cover.singles]);
      expect(objectors.every((by) => held.has(code(by)))).toBe(true);
    }),
    runs(8, 500),
  );
});
