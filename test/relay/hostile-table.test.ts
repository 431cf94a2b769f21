import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ROOM_WRITES, TEXT_WRITES } from './attacks/attack.ts';
import { DOOR_ATTACKS } from './attacks/door.ts';
import { LINE_ATTACKS } from './attacks/line.ts';
import { PRESENCE_ATTACKS } from './attacks/presence.ts';
import { TABLE, type Line } from './attacks/table.ts';

const ATTACKS = [...TEXT_WRITES, ...ROOM_WRITES, ...PRESENCE_ATTACKS, ...DOOR_ATTACKS, ...LINE_ATTACKS];
const root = resolve(import.meta.dirname, '../..');
const sorted = (values: Iterable<string>): string[] => [...new Set(values)].toSorted();

test('R2 every attack of the table is made, by who it says and stopped for what it says, and none beside it', async () => {
  for (const [heading, line] of Object.entries<Line>(TABLE)) {
    const made = ATTACKS.filter((attack) => attack.heading === heading);
    if (line.test) {
      const [file, title] = line.test;
      const source = await readFile(join(import.meta.dirname, file), 'utf8');
      expect([heading, source.includes(`test('${title}`) || source.includes(`test("${title}`)]).toEqual([
        heading,
        true,
      ]);
      continue;
    }
    expect([heading, made.length > 0, sorted(made.map(({ who }) => who))]).toEqual([heading, true, sorted(line.who)]);
    const reasons = made.map(({ reason }) => reason).filter((reason) => reason !== '');
    expect([heading, sorted(reasons)]).toEqual([heading, sorted(Object.keys(line.refused))]);
  }
});

test('R2 every rule that the table names stands in the rules', async () => {
  const rules = await readFile(join(root, 'shared/RULES.md'), 'utf8');
  for (const [heading, { refused }] of Object.entries<Line>(TABLE))
    for (const rule of Object.values(refused))
      expect([heading, rules.includes(`- **${rule}** `)]).toEqual([heading, true]);
});
