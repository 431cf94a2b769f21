import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSealed } from '../../renderer/session/is-sealed.ts';
import { decodeRevision } from '../../renderer/session/stores/revision-code.ts';
import { numberDraft } from '../../shared/numbering/number.ts';
import { demonstration } from '../../shared/demonstration/demonstration.ts';
import { OPENED } from '../support/opened.ts';
import { freeze } from '../../shared/revisions/freeze.ts';
import type { Code } from '../../shared/schema/ids.ts';

test('R12 whoever reads a revision checks that its words are those that its hash was made of', () => {
  const { draft } = demonstration(OPENED);
  const by = 'CHAIR' as Code;
  const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
  const frozen = freeze({ draft, numbers: numberDraft(draft), number: 1, at: 5, by, attributed: true }, sha256);
  // As it arrives: by way of JSON, with its keys in any order.
  const arrived = (change: (revision: Record<string, unknown>) => void): boolean => {
    const raw = JSON.parse(JSON.stringify(frozen)) as Record<string, unknown>;
    change(raw);
    return isSealed(decodeRevision(Object.fromEntries(Object.entries(raw).toReversed()))!);
  };
  expect(arrived(() => undefined)).toBe(true);
  const [first, ...rest] = frozen.draft.provisions;
  const reworded = [{ ...first!, text: `${first!.text} 武器` }, ...rest];
  expect(arrived((raw) => (raw['draft'] = { ...frozen.draft, provisions: reworded }))).toBe(false);
  expect(arrived((raw) => (raw['draft'] = { ...frozen.draft, brackets: [] }))).toBe(false);
  expect(arrived((raw) => (raw['attributed'] = false))).toBe(false);
  expect(arrived((raw) => (raw['at'] = 6))).toBe(false);
  expect(arrived((raw) => (raw['hash'] = '0'.repeat(64)))).toBe(false);
});
