import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { hastyLines } from './waiting.ts';

const root = resolve(import.meta.dirname, '../..');

it('A5 end-to-end tests wait for what they look for, and never for a time', () => {
  const files = readdirSync(resolve(root, 'test/e2e'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `test/e2e/${file.replaceAll('\\', '/')}`);
  expect(files.length).toBeGreaterThan(20);
  const hasty = files.flatMap((file) =>
    hastyLines(readFileSync(resolve(root, file), 'utf8')).map(({ line, reason }) => `${file}:${line} ${reason}`),
  );
  expect(hasty).toEqual([]);
});

it.each([
  ['await page.waitForTimeout(100);', ['fixed wait']],
  ['await new Promise((done) => setTimeout(done, 300));', ['fixed wait']],
  ["await page.keyboard.press('F7');\nexpect(await at.innerText()).toBe('1 of 2');", ['read at once']],
  ["await button.click();\n// So it is.\nexpect(await page.locator('.x').count()).toBe(0);", ['read at once']],
  ["await button.click();\nexpect((await words(page))[0]).toBe('x');", ['read at once']],
  ["await button.click();\nawait expect.poll(() => at.innerText()).toBe('1 of 2');", []],
  ["await button.click();\nawait bar.waitFor();\nexpect(await at.innerText()).toBe('1 of 2');", []],
  ['await button.click();\nexpect(await settled(page, top)).toBe(3);', []],
  ['await button.click();\nexpect(await opened.violations()).toEqual([]);', []],
])('A5 the checker on %j', (text, reasons) => {
  expect(hastyLines(text).map(({ reason }) => reason)).toEqual(reasons);
});
