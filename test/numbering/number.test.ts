import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RESOLUTION_STYLE } from '../../shared/numbering/fashion.ts';
import { findByNumber } from '../../shared/numbering/find-by-number.ts';
import { bareLabel, parseLabel } from '../../shared/numbering/label.ts';
import { numberProvisions } from '../../shared/numbering/number.ts';
import { ordinal, ordinalValue, suffix, suffixValue, type System } from '../../shared/numbering/series.ts';
import type { Language } from '../../shared/schema/draft.ts';
import type { Code, ProvisionId } from '../../shared/schema/ids.ts';
import { PROVISION_KINDS, type Provision, type ProvisionKind } from '../../shared/schema/provision.ts';

/**
 * A line each: `op`, `sub`, `sub2`, `pp`, `h`, `h2`, `note`; `op2` is a paragraph below a paragraph. `=9bis.` freezes the
 * number, `+3` puts in after the third line, `|3` stands against it.
 */
function provisions(lines: readonly string[]): readonly Provision[] {
  const kinds: Readonly<Record<string, ProvisionKind>> = {
    op: 'operative',
    sub: 'subparagraph',
    pp: 'preambular',
    h: 'heading',
    note: 'note',
    ch: 'chapeau',
  };
  const id = (index: number) => `CHAIR-${String(index).padStart(8, '0')}` as ProvisionId;
  return lines.map((line, index) => {
    const [, kind = '', depth = '', frozen, after, against] =
      /^([a-z]+)(\d?)(?: =(.*))?(?: \+(\d+))?(?: \|(\d+))?$/u.exec(line)!;
    const to = after ?? against;
    return {
      id: id(index + 1),
      kind: kinds[kind]!,
      level: kind === 'sub' ? Number(depth || 1) : Number(depth || 1) - 1,
      ...(frozen === undefined ? {} : { label: frozen }),
      ...(to === undefined
        ? {}
        : {
            relation: {
              type: after === undefined ? ('alternativeTo' as const) : ('insertAfter' as const),
              to: id(Number(to)),
            },
          }),
      text: '',
      marks: [],
      proponent: 'CHAIR' as Code,
    };
  });
}
const numbered = (
  lines: readonly string[],
  language?: Language,
  style = undefined as typeof RESOLUTION_STYLE | undefined,
) => [...numberProvisions(provisions(lines), language, style).values()];

test.each([
  [
    'N1 paragraphs, subparagraphs, headings',
    ['h', 'op', 'sub', 'sub', 'sub2', 'sub2', 'sub3', 'sub4', 'op', 'sub', 'h', 'h2', 'h2', 'op', 'note'],
    ['I.', '1.', '(a)', '(b)', '(i)', '(ii)', 'a.', 'i.', '2.', '(a)', 'II.', 'A.', 'B.', '3.', ''],
  ],
  ['N1 preambular paragraphs and chapeaux have none', ['pp', 'pp', 'ch', 'sub', 'op'], ['', '', '', '(a)', '1.']],
  ['N2 frozen numbers stand', ['op =9bis.', 'sub =(q)', 'h =', 'op =Article 4'], ['9bis.', '(q)', '', 'Article 4']],
  ['N2 siblings frozen without numbers', ['h =', 'h', 'pp =', 'pp', 'op =', 'op'], ['', '', '', '', '', '']],
  ['N3 put in after', ['op', 'op +1', 'op +1', 'op'], ['1.', '1 bis.', '1 ter.', '2.']],
  ['N3 put in after what was put in', ['op', 'op +1', 'op +2', 'op'], ['1.', '1 bis.', '1 ter.', '2.']],
  [
    'N3 between frozen numbers',
    ['op =4.', 'op', 'op', 'op =5.', 'op', 'op'],
    ['4.', '4 bis.', '4 ter.', '5.', '6.', '7.'],
  ],
  ['N3 before the first', ['op', 'op', 'op =63.'], ['pre 63.', 'pre 63 bis.', '63.']],
  ['N3 subparagraphs', ['op', 'sub', 'sub +2', 'sub'], ['1.', '(a)', '(a) bis', '(b)']],
  ['N3 moved away, it takes the number it stands behind', ['op', 'op', 'op +1'], ['1.', '2.', '2 bis.']],
  ['N4 alternatives', ['op', 'op |1', 'op |1', 'op |2', 'op'], ['1.', '1 alt.', '1 alt 2.', '1 alt 3.', '2.']],
  ['N4 alternatives to what was put in', ['op', 'op +1', 'op |2', 'op'], ['1.', '1 bis.', '1 bis alt.', '2.']],
  [
    'N5 the fashion of frozen ones',
    ['op =9.', 'op =9bis.', 'op +2', 'op =10.', 'sub =a)', 'sub'],
    ['9.', '9bis.', '9ter.', '10.', 'a)', 'b)'],
  ],
  [
    'N5 paragraphs below a paragraph',
    ['op =24 quater.', 'op2', 'op2', 'op2 +3', 'op =25.'],
    ['24 quater.', '24 quater.1.', '24 quater.2.', '24 quater.2 bis.', '25.'],
  ],
  ['N5 a suffix that is taken', ['op =9.', 'op', 'op =9 bis.', 'op'], ['9.', '9 ter.', '9 bis.', '10.']],
])('%s', (_, lines, expected) => expect(numbered(lines)).toEqual(expected));

test.each([
  ['fr', ['1.', 'a)', 'i)', '1 bis.']],
  ['es', ['1.', 'a)', 'i)', '1 bis.']],
  ['ru', ['1.', 'a)', 'i)', '1 bis.']],
  ['zh', ['1.', '(a)', '(一)', '1之二.']],
  ['ar', ['١ -', '(أ)', '(١)', '١ مكررا -']],
] as const)('N5 the fashion of %s', (language, expected) =>
  expect(numbered(['op', 'sub', 'sub2', 'op +1'], language)).toEqual(expected),
);

test('N1 a resolution numbers its preamble too', () =>
  expect(numbered(['pp', 'pp', 'pp +2', 'op', 'op'], 'en', RESOLUTION_STYLE)).toEqual([
    'PP1',
    'PP2',
    'PP2 bis',
    'OP1',
    'OP2',
  ]));

test.each([
  ['3 bis.', 3, 1],
  ['3bis.', 3, 1],
  ['15 bis.', 15, 1],
  ['16.3 bis.', 3, 1],
  ['16.5 quater.', 5, 3],
  ['3.1ter', 1, 2],
  ['24 quater.1', 1, 0],
  ['Article 2bis', 2, 1],
  ['IV bis.', 4, 1],
  ['Pp1', 1, 0],
  ['OP3bis', 3, 1],
  ['pre 63', 63, 0],
  ['(a) bis', 1, 1],
  ['(c)quater.', 3, 3],
  ['a)', 1, 0],
  ['(iv)', 4, 0],
  ['53.bis:', 53, 1],
  ['١٢ -', 12, 0],
  ['19quinqiues.', 19, 4],
])('N6 takes %s apart', (label, value, place) => {
  const parsed = parseLabel(label)!;
  expect([parsed.value, parsed.suffix]).toEqual([value, place]);
  expect(parsed.head + parsed.ordinal + parsed.close + parsed.suffixes + parsed.tail).toBe(label);
});

test('N6 series read what they write', () => {
  const systems: readonly System[] = [
    'figure',
    'lower',
    'upper',
    'roman',
    'ROMAN',
    'arabic-indic',
    'abjad',
    'arabic-words',
    'han',
  ];
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), fc.constantFrom(...systems), (n, system) => {
      if (system === 'arabic-words' && n > 10) return;
      expect(ordinalValue(ordinal(n, system), system)).toBe(n);
    }),
    { numRuns: 1_000, seed: 2 },
  );
  for (let n = 1; n < 10; n += 1) {
    for (const language of ['en', 'ar', 'zh'] as const) expect(suffixValue(suffix(n, language).trim())).toBe(n);
  }
});

const line = fc.oneof(
  fc.constantFrom('op', 'op', 'sub', 'sub2', 'sub3', 'pp', 'h', 'h2', 'note', 'ch', 'op2'),
  fc
    .tuple(fc.constantFrom('op', 'sub', 'h'), fc.constantFrom('+', '|'), fc.integer({ min: 1, max: 12 }))
    .map(([kind, sign, to]) => `${kind} ${sign}${to}`),
  fc.constantFrom('op =7.', 'op =7 bis.', 'op =8.', 'sub =(c)', 'op =', 'h =IV.', 'op =odd', 'sub =-'),
);

test('N7 numbers are total, and computed ones unique among siblings', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      const list = provisions(lines);
      const numbers = numberProvisions(list);
      expect([...numbers.keys()]).toEqual(list.map(({ id }) => id));
      const seen = new Set<string>();
      let heading = 0;
      const above: string[] = [];
      list.forEach((provision, index) => {
        const { kind, level, id } = provision;
        if (kind === 'heading') heading = level === 0 ? index : heading;
        const depth = kind === 'subparagraph' ? Math.max(1, level) : level;
        if (kind !== 'note') above.length = kind === 'heading' ? 0 : Math.min(above.length, depth);
        const key = `${kind} ${level} ${kind === 'heading' && level > 0 ? heading : ''} ${kind === 'subparagraph' || depth > 0 ? above.join('/') : ''} ${numbers.get(id)}`;
        if (kind !== 'note' && kind !== 'heading') above[depth] = id;
        if (provision.label === undefined && numbers.get(id) !== '' && provision.relation?.type !== 'alternativeTo') {
          expect(seen.has(key), `${key} in ${JSON.stringify(lines)}`).toBe(false);
        }
        seen.add(key);
      });
    }),
    { numRuns: 2_000, seed: 17 },
  );
});

test('N7 computed numbers keep the order of reading', () => {
  const inserted = fc.constantFrom('op', 'op +1', 'op +2');
  fc.assert(
    fc.property(fc.array(inserted, { maxLength: 20 }), (lines) => {
      const places = numbered(['op', ...lines]).map((label) => {
        const { value, suffix: place } = parseLabel(label)!;
        return value * 100 + place;
      });
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(new Set(places).size).toBe(places.length);
    }),
    { numRuns: 500, seed: 19 },
  );
});

test.each([
  ['2bis(a)', 5],
  ['2 bis (a)', 5],
  ['para 2', 3],
  ['paragraph 2bis', 4],
  ['pp3', undefined],
  ['pp2', 2],
  ['1(b)', undefined],
  ['OP 2', 3],
  ['', undefined],
  ['2 ter', undefined],
])('N8 finds %s', (query, expected) => {
  const list = provisions(['pp', 'pp', 'op =2.', 'op =2 bis.', 'sub', 'op =3.']);
  const numbers = numberProvisions(list);
  const found = findByNumber(query, { provisions: list, numbers });
  expect(found).toBe(expected === undefined ? undefined : list[expected - 1]!.id);
});

test('N8 a number inside a sentence drops what closes it', () =>
  expect(['2 bis.', '(a)', '١ -'].map(bareLabel)).toEqual(['2 bis', '(a)', '١']));

test('N1 every kind has an entry', () => {
  for (const kind of PROVISION_KINDS) expect(numberProvisions([{ ...provisions(['op'])[0]!, kind }]).size).toBe(1);
});
