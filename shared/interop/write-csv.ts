/** A cell: words, or a number that stays one. */
export type CsvCell = string | number | undefined;

const FORMULA = /^[=+\-@\t\r]/;

/**
 * Rows as CSV (RFC 4180, CRLF), with the mark by which spreadsheets know UTF-8. Words that a spreadsheet would run as a
 * formula get an apostrophe before them: what a delegation writes must not act on the chair's machine (rule T8).
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: CsvCell): string {
  if (typeof value === 'number') return String(value);
  const words = FORMULA.test(value ?? '') ? `'${value}` : (value ?? '');
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
