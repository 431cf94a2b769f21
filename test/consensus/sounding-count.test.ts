import { describe, expect, test } from 'vitest';
import { countSounding } from '../../shared/consensus/sounding-count.ts';
import { seatRoster } from '../../shared/positions/seats.ts';
import { answerKey, decodeAnswer, decodeSounding } from '../../shared/procedure/sounding-record.ts';
import type { Code, SoundingId } from '../../shared/schema/ids.ts';
import type { Stance } from '../../shared/schema/position.ts';
import type { SoundingAnswer } from '../../shared/schema/sounding.ts';

const ID = 'CHAIR-000000000001' as SoundingId;
const code = (text: string) => text as Code;
const seats = seatRoster(
  ['AAA', 'BBB', 'CCC', 'DDD'].map((one) => ({ code: code(one), name: one, standing: 'member' as const })),
  [
    { code: code('G'), name: 'G', members: [code('AAA'), code('BBB')], asOf: '' },
    { code: code('H'), name: 'H', members: [code('BBB'), code('CCC')], asOf: '' },
  ],
);
const answer = (delegation: string, stance: Stance, more: Partial<SoundingAnswer> = {}): SoundingAnswer => ({
  sounding: ID,
  delegation: code(delegation),
  stance,
  audience: 'room',
  source: 'national',
  at: 1,
  ...more,
});

describe('answers to a test in the room', () => {
  test('Q4 silence is nobody’s support', () => {
    const { byStance, silent } = countSounding([], seats);
    expect(silent).toEqual(['AAA', 'BBB', 'CCC', 'DDD']);
    expect(Object.values(byStance).flat()).toEqual([]);
  });
  test('Q4 a group answers for its members that have not, the hardest of two groups; one’s own answer stands first', () => {
    const count = countSounding([answer('G', 'support'), answer('H', 'object'), answer('CCC', 'accept')], seats);
    expect(count.byStance).toMatchObject({ support: ['AAA'], object: ['BBB'], accept: ['CCC'] });
    expect(count.silent).toEqual(['DDD']);
  });
  test('Q4 objectors are named by the fewest groups and single delegations that hold them', () => {
    expect(countSounding([answer('G', 'object'), answer('DDD', 'object')], seats).cover).toEqual(['G', 'DDD']);
  });
  test('Q4 what was told the chair alone stands before what was told the room, else the later', () => {
    const told = [answer('DDD', 'object', { audience: 'chair' }), answer('DDD', 'support', { at: 9 })];
    expect(countSounding(told, seats).byStance.object).toEqual(['DDD']);
    const twice = [answer('DDD', 'object'), answer('DDD', 'support', { at: 9 })];
    expect(countSounding(twice, seats).byStance.support).toEqual(['DDD']);
  });
  test('Q3 a delegation’s own answer stands before what was recorded of it, that before its group’s, and it is marked', () => {
    const floor = { source: 'floor', at: 9 } as const;
    const count = countSounding(
      [
        answer('AAA', 'object', floor),
        answer('AAA', 'accept'),
        answer('G', 'support'),
        answer('BBB', 'reserve', floor),
      ],
      seats,
    );
    expect(count.byStance).toMatchObject({ accept: ['AAA'], reserve: ['BBB'], object: [], support: [] });
    expect(count.floor).toEqual(['BBB']);
  });
});

describe('entries in the rooms', () => {
  const subject = { type: 'words', provision: 'CHAIR-00000000000p' };
  const question = { subject, words: 'urges', answers: 'room', person: 'A', at: 1 };
  test('Q2 a question reads back, by whom from its key', () => {
    expect(decodeSounding(ID, { ...question, by: 'EU' })).toEqual({ ...question, id: ID, by: 'CHAIR' });
  });
  test.each([
    ['words without an end', { words: 'x'.repeat(4001) }],
    ['an audience that is none', { answers: 'press' }],
    ['a time that is none', { at: Number.NaN }],
    ['a subject without a paragraph', { subject: { type: 'words' } }],
    ['a variant that is none', { subject: { ...subject, type: 'variant', bracket: 'EU-00000000000b', variant: 'x' } }],
    ['a bracket that is none', { subject: { ...subject, bracket: 'b' } }],
  ])('Q2 not a question: %s', (_, more) => expect(decodeSounding(ID, { ...question, ...more })).toBeUndefined());
  test('Q3 whose an answer is comes from its key alone', () => {
    const key = answerKey({ delegation: code('AAA'), sounding: ID, source: 'national' });
    expect(decodeAnswer(key, { stance: 'object', at: 2, delegation: 'BBB' }, 'chair')).toEqual(
      answer('AAA', 'object', { audience: 'chair', at: 2 }),
    );
    const floor = answerKey({ delegation: code('AAA'), sounding: ID, source: 'floor' });
    expect(decodeAnswer(floor, { stance: 'object', at: 2, source: 'national' }, 'room')).toEqual(
      answer('AAA', 'object', { source: 'floor', at: 2 }),
    );
    expect(decodeAnswer('AAA', { stance: 'object', at: 2 }, 'room')).toBeUndefined();
    expect(decodeAnswer(key, { stance: 'veto', at: 2 }, 'room')).toBeUndefined();
  });
});
