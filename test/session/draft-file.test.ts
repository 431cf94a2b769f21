import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLocal } from '../../renderer/session/meetings/open-local.ts';
import { readFile } from '../../renderer/views/start/read-file.ts';
import { writeDraft } from '../../shared/interop/write-draft.ts';
import { CHAIR, type MeetingId } from '../../shared/schema/ids.ts';
import { seeded } from './rig.ts';

const DATA = resolve(import.meta.dirname, '../../../shared/data');

/** Makes a meeting from a file, as the first screen does, and writes its live draft again. */
function throughMeeting(name: string, text: string): { readonly written: string; readonly strays: number } {
  const bytes = new TextEncoder().encode(text);
  const { reading } = readFile({ name, bytes }, { now: 1000, random: seeded(5) });
  const { draft } = reading;
  const member = { meeting: 'abcdefghijkl' as MeetingId, role: 'chair', code: CHAIR, name: '', person: '' } as const;
  const request = { draft, title: draft.title, symbol: draft.symbol, language: draft.language };
  const session = openLocal({ member, request, clock: () => 1000, random: seeded(6) });
  const written = writeDraft(session.draft.get(), { format: name.endsWith('.md') ? 'markdown' : 'text' });
  session.leave();
  return { written, strays: reading.imbalance.length };
}

describe('a draft from a file, through a meeting, and back', () => {
  test('T1 the live draft of a meeting made from a file is written as the file was', () => {
    const text = '# Outcome\n\n1. States [shall][should] *report*.\n\n2. [States [meet.]\n';
    expect(throughMeeting('draft.md', text)).toEqual({ written: text, strays: 1 });
  });

  const paris = resolve(DATA, '09-paris-draft-decision-2015.md');
  test.runIf(existsSync(paris))('T1 a real draft of 2015 comes out of its meeting character by character', () => {
    const text = readFileSync(paris, 'utf8');
    const { written, strays } = throughMeeting('paris.md', text);
    expect(written).toBe(text);
    expect(strays).toBeGreaterThan(0);
  });
});
