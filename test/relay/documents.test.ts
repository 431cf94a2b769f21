import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Code, MeetingId } from '../../shared/schema/ids.ts';
import { CLOSE_CODES } from '../../shared/sync/protocol/close.ts';
import { encodeRelayMessage, MESSAGE, type RelayMessage } from '../../shared/sync/protocol/message.ts';
import { PROTOCOL_VERSION } from '../../shared/sync/protocol/version.ts';
import { TABLE } from './attacks/table.ts';

const relay = resolve(import.meta.dirname, '../../electron/relay');

const me = {
  meeting: 'aaaaaaaaaaaa' as MeetingId,
  role: 'observer',
  code: 'OBS' as Code,
  name: '',
  person: '',
} as const;
const access = { read: true, write: false, presence: false };

/** One of each kind; a kind that is missing here is a type error. */
const MESSAGES: readonly RelayMessage[] = Object.values({
  welcome: { type: 'welcome', version: 1, me, access, now: 0, expires: 0 },
  ack: { type: 'ack', count: 1 },
  refused: { type: 'refused', number: 1, reason: 'journal-full', rule: 'R8' },
  registry: { type: 'registry', entries: [] },
  state: { type: 'state', writable: true },
  pulse: { type: 'pulse', now: 0 },
} satisfies { readonly [Type in RelayMessage['type']]: RelayMessage & { readonly type: Type } });

test('R2 each defence in the threats names a test or an attack that is there', async () => {
  const threats = await readFile(join(relay, 'THREATS.md'), 'utf8');
  const rows = threats.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| attack'));
  expect(rows.length).toBeGreaterThan(30);
  const missing: unknown[] = [];
  for (const row of rows) {
    const shown = row.split('|').at(-2)!;
    const headings = [...shown.matchAll(/\*([^*]+)\*/g)].map(([, heading]) => heading!);
    const tests = [...shown.matchAll(/`([\w-]+\.test\.ts)`((?:,? "[^"]+")+)/g)].flatMap(([, file, titles]) =>
      [...titles!.matchAll(/"([^"]+)"/g)].map(([, title]) => [file!, title!] as const),
    );
    if (headings.length + tests.length === 0) missing.push(row);
    missing.push(...headings.filter((heading) => !(heading in TABLE)));
    for (const [file, title] of tests) {
      const read = (folder: string) => readFile(join(import.meta.dirname, folder, file), 'utf8').catch(() => '');
      // What a client must see to stands with the sessions' tests.
      const source = (await read('.')) || (await read('../session'));
      // Written after a rule's id, in quotes of any kind.
      if (!titlesIn(source).some((written) => written.includes(title))) missing.push([file, title]);
    }
  }
  expect(missing).toEqual([]);
  // And every attack that is tried is told of.
  expect(Object.keys(TABLE).filter((heading) => !threats.includes(`*${heading}*`))).toEqual([]);
});

test('R2 the protocol lists every close code and every message of the relay, under its number', async () => {
  const protocol = await readFile(join(relay, 'PROTOCOL.md'), 'utf8');
  expect(protocol).toContain(`protocol, version ${PROTOCOL_VERSION}`);
  const codes = [...protocol.matchAll(/^\| (4\d{3}) \| `([a-z-]+)` \|/gm)].map(([, code, reason]) => [
    reason,
    Number(code),
  ]);
  expect(Object.fromEntries(codes)).toEqual(CLOSE_CODES);
  for (const message of MESSAGES) {
    const [type, kind] = encodeRelayMessage(message);
    expect(type).toBe(MESSAGE.relay);
    const row = protocol.split('\n').find((line) => line.startsWith(`| \`20\` \`${kind}\``));
    expect(row).toMatch(new RegExp(`\\| \`${message.type}\` \\| relay \\|$`));
  }
});

/** The titles of a file's tests: what follows a rule's id on one line. */
function titlesIn(source: string): string[] {
  return [...source.matchAll(/["'`][A-Z]\d+ (.*)/g)].map(([, title]) => title!);
}
