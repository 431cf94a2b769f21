import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const stated = [...readFileSync(resolve(root, 'shared/RULES.md'), 'utf8').matchAll(/^- \*\*([A-Z]+\d+)\*\*/gmu)].map(
  ([, id]) => id!,
);

/** The ids that a test file's titles begin with, each with the title. */
function carried(file: string): { readonly id: string; readonly title: string }[] {
  const titles = readFileSync(file, 'utf8').matchAll(
    /\b(?:test|it)(?:\.\w+(?:\(.*\))?)*\(\s*['"`]((?:[A-Z]+\d+ )+)([^'"`]{0,60})/gu,
  );
  return [...titles].flatMap(([, ids, rest]) =>
    ids!
      .trim()
      .split(' ')
      .map((id) => ({ id, title: `${id} ${rest}` })),
  );
}

test('A6 each rule has an id of its own', () => {
  expect(stated.length).toBeGreaterThan(150);
  expect(stated.filter((id, at) => stated.indexOf(id) !== at)).toEqual([]);
});

test('A6 an id in front of a test’s title is a rule’s', () => {
  const rules = new Set(stated);
  const files = readdirSync(resolve(root, 'test'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.test.ts'),
  );
  const titles = files.flatMap((file) => carried(resolve(root, 'test', file)));
  expect(titles.length).toBeGreaterThan(500);
  expect(titles.filter(({ id }) => !rules.has(id)).map(({ title }) => title)).toEqual([]);
});
