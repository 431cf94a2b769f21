import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../shared/consensus/assess.ts';
import { bracketRows } from '../../shared/interop/bracket-rows.ts';
import { writeCsv } from '../../shared/interop/write-csv.ts';
import { demonstration } from '../../shared/demonstration/demonstration.ts';
import { OPENED } from '../support/opened.ts';

/** Reads CSV as RFC 4180 has it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.replace(/^\uFEFF/, '').matchAll(cells)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('tables', () => {
  test('T8 what is written reads back cell by cell', () => {
    const words = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é', '字', '=') });
    const rows = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(words, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(rows, (table) => {
        const kept = table.map((row) => row.map((cell) => (/^[=\r]/.test(cell) ? `'${cell}` : cell)));
        expect(readCsv(writeCsv(table))).toEqual(kept);
      }),
    );
  });
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('T8 %j is words, and no formula', (words) =>
    expect(readCsv(writeCsv([[words]]))).toEqual([[`'${words}`]]),
  );
  test('T8 a number stays a number, and nothing is an empty cell', () =>
    expect(writeCsv([[-3, undefined, 'x']])).toBe('\uFEFF-3,,x\r\n'));

  const meeting = demonstration(OPENED);
  const rows = bracketRows(meeting.draft, assess(meeting));
  test('T8 every open bracket has its row, a choice before its variants', () => {
    expect(rows.length).toBe(meeting.draft.brackets.length);
    const choice = rows.findIndex(({ kind }) => kind === 'choice');
    expect(rows[choice + 1]!.provision).toBe(rows[choice]!.provision);
    expect(rows.every(({ provision }) => provision !== undefined)).toBe(true);
  });
  test('T8 a row says who cannot accept the words, and who cannot do without them', () => {
    const row = rows.find(({ words }) => words.startsWith('and their ammunition'));
    expect(row).toMatchObject({ objectors: ['CST', 'FER', 'GAD', 'MTV'], insisting: ['LMR'] });
  });
});
