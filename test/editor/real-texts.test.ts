import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readDraft } from '../../shared/interop/read-draft.ts';
import { CHAIR, mintId } from '../../shared/schema/ids.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { createReplica } from '../../shared/sync/replica.ts';
import { seedDraft } from '../../shared/sync/seed.ts';
import { openScreen } from './screen.ts';

const DATA = resolve(import.meta.dirname, '../../../shared/data');
const TEXTS = [
  '02-unfccc-adp-nonpaper-2015-10-05.txt',
  '09-paris-draft-decision-2015.md',
  '11-wipo-tce-articles-adapted-2017.md',
];

describe.runIf(existsSync(DATA))('real texts beside the repository (../shared/data)', () => {
  test.each(TEXTS)('E5 %s is shown whole, and stays so while it is written in', (name) => {
    let drawn = 0;
    const random = () => (drawn = (drawn + 0.618_033_988_7) % 1);
    const read = readDraft({
      text: readFileSync(resolve(DATA, name), 'utf8'),
      format: name.endsWith('.md') ? 'markdown' : 'text',
      mint: (code) => mintId(code, random),
    });
    if (!read.ok) throw new Error(read.reason);
    const doc = new Y.Doc();
    const replica = createReplica(doc);
    seedDraft(doc, read.value.draft);
    const screen = openScreen(replica);
    expect(screen.shown()).toEqual(screen.expected());
    const { provisions } = read.value.draft;
    const hand = { code: CHAIR, mode: 'draft', now: () => 0, random } as const;
    for (const at of [0, provisions.length >> 1, provisions.length - 1]) {
      const { id, text } = provisions[at]!;
      insertText(replica, hand, { at: { provision: id, offset: text.length }, text: ' and more' });
      insertText(replica, hand, { at: { provision: id, offset: 0 }, text: 'Before ' });
    }
    expect(screen.shown()).toEqual(screen.expected());
  });
});
