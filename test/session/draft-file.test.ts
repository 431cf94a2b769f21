import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLocal } from '../../renderer/session/meetings/open-local.ts';
import { readDraftFile, saveDraft } from '../../renderer/session/meetings/draft-file.ts';
import type { HostBridge } from '../../shared/host/bridge.ts';
import { CHAIR, type MeetingId } from '../../shared/schema/ids.ts';
import { seeded } from './rig.ts';

const DATA = resolve(import.meta.dirname, '../../../shared/data');

function read(name: string, text: string) {
  const bytes = new TextEncoder().encode(text);
  return readDraftFile({ name, bytes }, { clock: () => 1000, random: seeded(5) });
}

/** What a host was given to save. */
async function saved(draft: Parameters<typeof saveDraft>[1]['draft'], format: 'text' | 'markdown', state?: string) {
  let written: { name: string; text: string } | undefined;
  const host = {
    async saveFile({ name, bytes }: { name: string; bytes: Uint8Array }) {
      written = { name, text: new TextDecoder().decode(bytes) };
      return name;
    },
  } as unknown as HostBridge;
  await saveDraft(host, { draft, format, ...(state === undefined ? {} : { state }) });
  return written;
}

describe('a draft from a file and back', () => {
  test('T4 a file that is no text is refused with what it is', () => {
    const bytes = Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d);
    expect(readDraftFile({ name: 'a.pdf', bytes }, { clock: () => 0, random: seeded(1) })).toEqual({
      ok: false,
      reason: 'pdf',
    });
  });

  test('T1 an imbalance is told with its place before anything is made', () => {
    const file = read('draft.txt', 'Title\n\n1. States [shall report.\n\n2. States meet.\n');
    expect(file).toMatchObject({ ok: true, value: { format: 'text', imbalance: [{ line: 3, column: 11 }] } });
  });

  test('T1 the live draft of a meeting made from a file is saved as the file was', async () => {
    const text = '# Outcome\n\n1. States [shall][should] *report*.\n\n2. [States meet.]\n';
    const file = read('draft.md', text);
    if (!file.ok) throw new Error(file.reason);
    const { draft } = file.value;
    const request = { draft, title: draft.title, symbol: 'A/CONF.192/1', language: draft.language };
    const member = { meeting: 'abcdefghijkl' as MeetingId, role: 'chair', code: CHAIR, name: '', person: '' } as const;
    const session = openLocal({ member, request, clock: () => 1000, random: seeded(6) });
    const written = await saved(session.draft.get(), 'markdown', 'Rev.1');
    expect(written).toEqual({ name: 'A_CONF.192_1 Rev.1.md', text });
    session.leave();
  });

  const paris = resolve(DATA, '09-paris-draft-decision-2015.md');
  test.runIf(existsSync(paris))('T1 a real draft of 2015 comes out of its meeting character by character', async () => {
    const text = readFileSync(paris, 'utf8');
    const file = read('paris.md', text);
    if (!file.ok) throw new Error(file.reason);
    expect(file.value.imbalance.length).toBeGreaterThan(0);
    const { draft } = file.value;
    const request = { draft, title: draft.title, symbol: draft.symbol, language: draft.language };
    const member = { meeting: 'abcdefghijkl' as MeetingId, role: 'chair', code: CHAIR, name: '', person: '' } as const;
    const session = openLocal({ member, request, clock: () => 1000, random: seeded(7) });
    expect((await saved(session.draft.get(), 'markdown'))?.text).toBe(text);
    session.leave();
  });
});
