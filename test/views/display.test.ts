import { expect, test } from 'vitest';
import { FIRST_DISPLAY } from '../../renderer/session/stores/display-store.ts';
import { displayChange } from '../../renderer/views/display/display-keys.ts';
import { partsOf, sizeForDepth, typeSize } from '../../renderer/views/display/fit.ts';
import { frameOf } from '../../renderer/views/display/frame.ts';
import { assess } from '../../shared/consensus/assess.ts';
import { numberDraft } from '../../shared/numbering/number.ts';
import { NO_PROCEDURE } from '../../shared/procedure/room/procedure.ts';
import type { Position } from '../../shared/schema/position.ts';
import { bid, bracket, code, pid, provision } from '../consensus/meeting.ts';

const NOW = 10_000_000;
const draft = {
  title: 'Draft',
  symbol: 'A/1',
  language: 'en' as const,
  provisions: [1, 2, 3, 4, 5, 6].map((n) => provision(n, `States decide to meet soon, ${n}.`)),
  brackets: [
    // They overlap: each opens in the one and closes outside it.
    bracket(bid(1), 'hold', 2, { from: 7, to: 16 }),
    bracket(bid(2, 'MEX'), 'insert', 2, { by: 'MEX', from: 14, to: 21, opened: NOW - 20_000 }),
    bracket(bid(3, 'EU'), 'insert', 2, { by: 'EU', from: 22, to: 26, opened: NOW - 3_600_000 }),
  ],
};
const objection: Position = {
  delegation: code('AAA'),
  target: { type: 'provision', provision: pid(2) },
  stance: 'object',
  audience: 'room',
  source: 'national',
  at: 1,
};
const frame = (positions = false) =>
  frameOf({
    draft,
    numbers: numberDraft(draft),
    assessment: assess({ draft, positions: [objection], delegations: [], groups: [], rulings: [] }),
    procedure: {
      ...NO_PROCEDURE,
      floor: {
        ...NO_PROCEDURE.floor,
        open: { provision: pid(2), since: 1 },
        speaking: { code: code('MEX'), reply: false, since: NOW - 102_000, seconds: 180 },
      },
    },
    setting: { ...FIRST_DISPLAY, positions },
    now: NOW,
  });

test('D1 a frame has the provision on the floor with its status, the speaker, what is next, and how many are agreed', () => {
  const { provision: shown, speaker, next, agreed, total } = frame();
  expect([shown?.label, shown?.status]).toEqual(['2', 'blocked']);
  expect(speaker).toEqual({ code: 'MEX', reply: false, ms: 102_000, seconds: 180 });
  expect([next, agreed, total]).toEqual([['3', '4', '5'], 0, 6]);
});

test('D1 brackets that overlap carry their tags, and one that overlaps none has no tag', () => {
  const glyphs = frame().provision?.parts.flatMap((part) =>
    part.type === 'glyph' ? `${part.bracket} ${part.tag}` : [],
  );
  expect(glyphs).toEqual([
    `${bid(1)} 1`,
    `${bid(2, 'MEX')} 2`,
    `${bid(1)} 1`,
    `${bid(2, 'MEX')} 2`,
    `${bid(3, 'EU')} undefined`,
    `${bid(3, 'EU')} undefined`,
  ]);
});

test('D1 the latest proposal is named while it is news, and positions only while the chair shows them', () => {
  expect(frame().provision?.proposed).toEqual({ code: 'MEX', words: 'to meet', ago: 20_000, deletes: false });
  expect(frame().provision?.stands).toBeUndefined();
  expect(frame(true).provision?.stands?.[0]).toEqual({ by: [['object', ['AAA']]] });
});

test('D3 letters are a hundred and fiftieth of the way to the last row', () => {
  // Capitals of 8 cm on a screen of 2 m: a twenty-fifth of its pixels, in a type whose capitals are seven tenths.
  expect(sizeForDepth({ depth: 12, height: 2 }, 1050)).toBeCloseTo(60);
  const far = { ...FIRST_DISPLAY, depth: 30 };
  expect(typeSize({ ...far, size: 'medium' }, 1050).tooSmall).toBe(true);
  expect(typeSize({ ...far, size: 'depth' }, 1050)).toEqual({ size: sizeForDepth(far, 1050), tooSmall: false });
  expect([partsOf(1, 8), partsOf(8, 8), partsOf(9, 8), partsOf(3, 0)]).toEqual([1, 1, 2, 3]);
});

test('D2 B and the full stop blank and freeze by their place on the keyboard, and go on when pressed again', () => {
  const press = (key: string, codeOf = '', more = {}) =>
    ({
      key,
      code: codeOf,
      isComposing: false,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      ...more,
    }) as KeyboardEvent;
  const live = FIRST_DISPLAY;
  expect(displayChange(press('b', 'KeyB'), live)).toEqual({ mode: 'blank' });
  expect(displayChange(press('и', 'KeyB'), { ...live, mode: 'blank' })).toEqual({ mode: 'live' });
  expect(displayChange(press('.', 'Period'), live)).toEqual({ mode: 'frozen' });
  expect(displayChange(press('b', 'KeyB', { ctrlKey: true }), live)).toBeUndefined();
  expect(displayChange(press('x', 'KeyX'), live)).toBeUndefined();
});
