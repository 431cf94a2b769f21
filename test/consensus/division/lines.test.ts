import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, type AssessInput } from '../../../shared/consensus/assess.ts';
import { divisionLines, type DivisionLine } from '../../../shared/consensus/division/lines.ts';
import { decodeMarks, decodeTags, SEED_LIST, TAGS_LIMIT } from '../../../shared/procedure/tag-record.ts';
import { positionKey } from '../../../shared/positions/record.ts';
import { SEED_TAGS, type TagId, type Tagging, type TagMark } from '../../../shared/schema/issue-tag.ts';
import { targetKey, type Target } from '../../../shared/schema/position.ts';
import { aMeeting, aPosition } from '../arbitrary.ts';
import {
  bid,
  bracket,
  code,
  group,
  meeting,
  onBracket,
  onProvision,
  onVariant,
  says,
  type Sketch,
} from '../meeting.ts';

const tag = (text: string) => text as TagId;
const ammunition = tag('ammunition');
const on = (...marks: [Target, ...TagMark[]][]): Tagging =>
  new Map(marks.map(([target, ...tags]) => [targetKey(target), tags]));
const line = (sketch: Sketch, tagging: Tagging): DivisionLine => {
  const input = meeting(sketch);
  const members = input.delegations.map((one) => one.code);
  return divisionLines(assess(input), { tags: [{ id: ammunition }], tagging, members })[0]!;
};
const leans = ({ for: yes, against, between }: DivisionLine) =>
  Object.fromEntries([...yes, ...against, ...between].map(({ code: by, lean }) => [by, lean]));

describe('one line', () => {
  const words = bracket(bid(1), 'insert', 1);

  test('C21 a bracket: for its words or for "no text", halfway where only one of them is spoken of', () => {
    const positions = [
      says('AAA', 'support', onBracket(bid(1))),
      says('AAA', 'object', onVariant(bid(1), 'none')),
      says('BBB', 'object', onBracket(bid(1))),
      says('CCC', 'accept', onBracket(bid(1))),
      says('CCC', 'accept', onVariant(bid(1), 'none')),
      says('DDD', 'reserve', onBracket(bid(1))),
    ];
    const found = line({ brackets: [words], positions }, on([onBracket(bid(1)), { tag: ammunition }]));
    expect(leans(found)).toEqual({ AAA: 1, BBB: -0.5, CCC: 0, DDD: 0 });
    expect(found).toMatchObject({ silent: ['EEE'], apart: 0.75, deadlocked: 1 });
  });
  test('C21 a turned mark puts those who want the words on the other side', () => {
    const positions = [says('AAA', 'support', onBracket(bid(1)))];
    const found = line({ brackets: [words], positions }, on([onBracket(bid(1)), { tag: ammunition, turned: true }]));
    expect(leans(found)).toEqual({ AAA: -0.5 });
    expect(found.apart).toBe(0);
  });
  test('C21 variants of a choice have sides of their own; without them its words stand against "no text"', () => {
    const sides = ['choice', 'insert', 'insert'] as const;
    const brackets = sides.map((kind, at) =>
      bracket(bid(at + 1), kind, 1, at > 0 ? { variantOf: bid(1), from: at } : { noText: true }),
    );
    const positions = [
      says('AAA', 'support', onVariant(bid(1), bid(2))),
      says('BBB', 'support', onVariant(bid(1), bid(3))),
      says('BBB', 'object', onVariant(bid(1), bid(2))),
      says('CCC', 'support', onVariant(bid(1), 'none')),
    ];
    const sided = on([onBracket(bid(2)), { tag: ammunition }], [onBracket(bid(3)), { tag: ammunition, turned: true }]);
    expect(leans(line({ brackets, positions }, sided))).toEqual({ AAA: 0.5, BBB: -1 });
    const whole = on([onBracket(bid(1)), { tag: ammunition }]);
    expect(leans(line({ brackets, positions }, whole))).toEqual({ AAA: 0.5, BBB: 0.5, CCC: -0.5 });
  });
  test('C21 a line is read from what carries its tag alone, as a mean over it', () => {
    const positions = [
      says('AAA', 'object', onProvision(1)),
      says('AAA', 'support', onProvision(2)),
      says('BBB', 'object', onProvision(2)),
    ];
    const first = on([onProvision(1), { tag: ammunition }]);
    expect(leans(line({ positions }, first))).toEqual({ AAA: -1 });
    const both = on(
      [onProvision(1), { tag: ammunition }],
      [onProvision(2), { tag: ammunition }, { tag: tag('other') }],
    );
    expect(leans(line({ positions }, both))).toEqual({ AAA: 0, BBB: -1 });
  });
  test('C21 members that follow a group lean with its line', () => {
    const found = line(
      { groups: [group('GRP', 'AAA', 'BBB')], positions: [says('GRP', 'object', onProvision(1))] },
      on([onProvision(1), { tag: ammunition }]),
    );
    expect(leans(found)).toEqual({ AAA: -1, BBB: -1 });
  });
});

test('C21 the line with the larger smaller side comes first; equals stay as listed', () => {
  const ids = SEED_LIST.slice(0, 3);
  const tagging = on([onProvision(1), { tag: ids[1]!.id }], [onProvision(2), { tag: ids[2]!.id }, { tag: ids[0]!.id }]);
  const positions = [says('AAA', 'object', onProvision(1)), says('BBB', 'support', onProvision(1))];
  const input = meeting({ positions });
  const found = divisionLines(assess(input), { tags: ids, tagging, members: [] });
  expect(found.map((one) => one.tag)).toEqual([ids[1]!.id, ids[0]!.id, ids[2]!.id]);
});

test('C21 a position moves on a line whoever states it, or follows it, and nobody else', () => {
  const tags = SEED_LIST.slice(0, 2);
  const someMarks = fc.array(
    fc.tuple(fc.constantFrom(...tags.map(({ id }) => id)), fc.boolean()).map(([id, turned]) => ({ tag: id, turned })),
    { minLength: 1, maxLength: 2 },
  );
  fc.assert(
    fc.property(
      aMeeting,
      aPosition,
      fc.array(someMarks, { minLength: 14, maxLength: 14 }),
      (input, position, marks) => {
        const targets: Target[] = [
          ...input.draft.provisions.map(({ id }): Target => ({ type: 'provision', provision: id })),
          ...input.draft.brackets.map(({ id }): Target => ({ type: 'bracket', bracket: id })),
        ];
        const tagging: Tagging = new Map(targets.map((target, at) => [targetKey(target), marks[at]!]));
        const read = (meeting: AssessInput) =>
          new Map(
            divisionLines(assess(meeting), { tags, tagging, members: [] }).flatMap((one) =>
              [...one.for, ...one.against, ...one.between].map(({ code: by, lean }) => [`${one.tag} ${by}`, lean]),
            ),
          );
        const key = positionKey(position);
        const others = input.positions.filter((one) => positionKey(one) !== key);
        const before = read({ ...input, positions: others });
        const after = read({ ...input, positions: [...others, position] });
        const may = new Set([position.delegation]);
        for (const one of input.groups) if (one.code === position.delegation) one.members.forEach((by) => may.add(by));
        for (const name of new Set([...before.keys(), ...after.keys()])) {
          if (!may.has(code(name.split(' ')[1]!))) expect(after.get(name)).toBe(before.get(name));
        }
      },
    ),
    { seed: 41, numRuns: process.env['LONG'] === '1' ? 3000 : 120 },
  );
});

describe('tags as stored', () => {
  const named = { id: 'gender', name: 'Gender' };
  test('C20 a list and marks read back as they were written', () => {
    const list = [...SEED_TAGS.map((id) => ({ id })), named, { id: 'ammunition-2', name: 'x' }];
    expect(decodeTags(list)).toEqual({ ok: true, value: list });
    const marks = [{ tag: 'gender' }, { tag: 'brokering', turned: true }];
    expect(decodeMarks(marks)).toEqual({ ok: true, value: marks });
  });
  test.each([
    ['not-a-list', {}],
    ['too-many', Array.from({ length: TAGS_LIMIT + 1 }, (_, at) => ({ id: `t${at}`, name: 'x' }))],
    ['tag-unknown', [{ id: 'Gender', name: 'x' }]],
    ['tag-unknown', ['gender']],
    ['tag-doubled', [named, named]],
    ['name-unfit', [{ id: 'gender' }]],
    ['name-unfit', [{ id: 'gender', name: ' ' }]],
    ['name-unfit', [{ id: 'gender', name: 'x'.repeat(61) }]],
  ])('C20 a list is refused: %s', (reason, value) => expect(decodeTags(value)).toEqual({ ok: false, reason }));
  test.each([
    ['tag-unknown', [{ tag: 'gender', turned: 1 }]],
    ['tag-unknown', [{}]],
    ['tag-doubled', [{ tag: 'gender' }, { tag: 'gender', turned: true }]],
  ])('C20 marks are refused: %s', (reason, value) => expect(decodeMarks(value)).toEqual({ ok: false, reason }));
});
