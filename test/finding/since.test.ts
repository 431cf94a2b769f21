import { describe, expect, test } from 'vitest';
import { decodeSeen, seenOf, since } from '../../shared/finding/since.ts';
import { draftOf } from '../editor/draft.ts';

const BEFORE = ['States act.', 'Others [+EU:shall] wait.', 'Third.'];

function told(after: readonly string[], own = 'NOR') {
  const seen = decodeSeen(JSON.parse(JSON.stringify(seenOf(draftOf(BEFORE), 5))))!;
  const { items, counts } = since(seen, draftOf(after), { names: [own, 'Norway'], own });
  return { items: items.map(({ provision, kinds }) => [Number(provision.slice(-3)), ...kinds]), counts };
}
const NONE = { new: 0, changed: 0, opened: 0, closed: 0, mention: 0, gone: 0 };

describe('F9 since one left', () => {
  test.each<[string, readonly string[], unknown]>([
    ['nothing', BEFORE, { items: [], counts: NONE }],
    [
      'words changed',
      ['States may act.', ...BEFORE.slice(1)],
      { items: [[0, 'changed']], counts: { ...NONE, changed: 1 } },
    ],
    ['a provision is new', [...BEFORE, 'Fourth.'], { items: [[3, 'new']], counts: { ...NONE, new: 1 } }],
    ['a provision is gone', BEFORE.slice(0, 2), { items: [], counts: { ...NONE, gone: 1 } }],
    [
      'a bracket closed',
      ['States act.', 'Others shall wait.', 'Third.'],
      { items: [[1, 'closed']], counts: { ...NONE, closed: 1 } },
    ],
    [
      'a bracket opened',
      [...BEFORE.slice(0, 2), '[?MEX:Third.]'],
      { items: [[2, 'opened']], counts: { ...NONE, opened: 1 } },
    ],
    [
      'one is named',
      ['States act with NORWAY.', ...BEFORE.slice(1)],
      { items: [[0, 'changed', 'mention']], counts: { ...NONE, changed: 1, mention: 1 } },
    ],
    [
      'a longer word is no mention',
      ['States act in NORTHERN lands.', ...BEFORE.slice(1)],
      { items: [[0, 'changed']], counts: { ...NONE, changed: 1 } },
    ],
  ])('F9 %s', (_, after, expected) => {
    expect(told(after)).toEqual(expected);
  });

  test("F9 one's own brackets are no news", () => {
    expect(told([...BEFORE.slice(0, 2), '[?NOR:Third.]']).counts).toEqual(NONE);
  });

  test('F9 what a disk gives back of something else is nothing', () => {
    for (const value of [undefined, null, 'x', {}, { at: 1 }, { at: 1, provisions: null, brackets: {} }]) {
      expect(decodeSeen(value)).toBeUndefined();
    }
  });
});
