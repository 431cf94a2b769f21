import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { type StagePage } from './stage-page.ts';
import { stageForTests } from './stage-for-tests.ts';

const stage = stageForTests();
let opened: StagePage;

async function open(query: string, look = {}): Promise<Page> {
  opened = await stage.open(query, look);
  return opened.page;
}

const selected = (page: Page) => page.evaluate(() => document.getSelection()?.toString() ?? '');
const marked = (page: Page, name: string) =>
  page.evaluate((of) => [...(CSS.highlights.get(of) ?? [])].map(String), name);
// What is out of sight has no inner text.
const words = async (page: Page) => (await page.locator('.draft-text .draft-provision').allTextContents()).join('\n');
const counted = (page: Page) => page.locator('.find-count').innerText();

async function find(page: Page, wanted: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await page.keyboard.type(wanted);
}

it('F2 words are found across brackets, counted, shown in turn, and selected at the end', async () => {
  const page = await open('?role=delegation');
  await find(page, 'weapons and their ammunition, inc');
  await expect.poll(() => counted(page)).toBe('1 of 1');
  await expect.poll(() => marked(page, 'draft-found-here')).toEqual(['weapons[ and their ammunition[, inc']);
  expect(await page.getByRole('button', { name: 'Replace' }).count()).toBe(0);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('SMALL ÁRMS');
  await expect.poll(() => counted(page)).toMatch(/^1 of ([4-9]|\d\d)$/);
  const all = Number((await counted(page)).split(' ').at(-1));
  await expect.poll(async () => (await marked(page, 'draft-found')).length).toBe(all);
  await page.keyboard.press('Shift+Enter');
  await expect.poll(() => counted(page)).toBe(`${all} of ${all}`);
  expect(await opened.violations()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => selected(page)).toBe('small arms');
  await expect.poll(() => marked(page, 'draft-found')).toEqual([]);
});

it('F3 replacing all is undone in one press, and asks before it enters an agreed provision', async () => {
  const page = await open('?role=chair');
  const before = await words(page);
  expect(before).toContain('States');
  await find(page, 'States');
  await page.getByRole('button', { name: 'Replace', exact: true }).click();
  await page.getByLabel('Replace with').fill('Members');
  await page.getByRole('button', { name: 'Replace all' }).click();
  const agreed = page.locator('.find-agreed');
  await agreed.waitFor();
  const left = Number(/\d+/.exec(await agreed.innerText())?.[0]);
  await expect.poll(() => counted(page)).toMatch(new RegExp(`of ${left}$`));
  await expect.poll(() => words(page)).toContain('Members');
  await page.getByRole('button', { name: 'Leave them' }).click();
  await page.locator('.draft-text').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => words(page)).toBe(before);
});

it('F4 the brackets round the caret are named, and one is selected by its name', async () => {
  const page = await open('?role=delegation');
  await page.keyboard.press('Control+g');
  await page.keyboard.type('parts and components');
  await page.keyboard.press('Enter');
  await expect.poll(() => selected(page)).toBe('parts and components');
  const nest = page.getByRole('navigation', { name: 'Brackets round the caret' }).getByRole('button');
  await expect.poll(() => nest.allInnerTexts()).toEqual(['Words not agreed\nLMR', 'Words not agreed']);
  await nest.first().click();
  await expect.poll(() => selected(page)).toBe(' and their ammunition[, including its parts and components,');
});

it('F7 words answer who wrote them and when, and the history plays what was done', async () => {
  const page = await open('?role=delegation');
  await find(page, 'surplus to their needs');
  await page.keyboard.press('Escape');
  await expect.poll(() => selected(page)).toBe('surplus to their needs');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type(' and wishes');
  await page.keyboard.press('F2');
  const panel = page.getByRole('complementary', { name: 'Who wrote this' });
  await expect
    .poll(() => panel.innerText())
    .toMatch(/and wishes[^]*ARV\s+Amina Otieno\s+\w+ \d\d:\d\d\s+not yet in a revision/);
  await expect.poll(() => marked(page, 'draft-spoken-of')).toEqual([' and wishes']);
  expect(await opened.violations()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('draft-text');

  await page.getByRole('button', { name: 'History' }).click();
  const text = page.locator('.history-text');
  const at = page.locator('.history-at');
  await expect.poll(() => at.innerText()).toMatch(/^Change 2 of 2: ARV/);
  await expect.poll(async () => (await text.locator('ins').allInnerTexts()).join('')).toBe('[ and wishes]');
  await page.keyboard.press('Shift+F7');
  await expect.poll(() => at.innerText()).toMatch(/^Change 1 of 2: CHAIR/);
  await expect.poll(() => text.innerText()).not.toContain('and wishes');
  await page.getByRole('button', { name: 'Play' }).click();
  await text.locator('ins').first().waitFor();
  expect(await opened.violations()).toEqual([]);
});

it('F9 whoever comes back is told what happened, and walks through it with one key', async () => {
  const page = await open('?role=delegation&left=1');
  const bar = page.getByRole('region', { name: 'Since you left' });
  await bar.waitFor();
  await expect
    .poll(() => bar.getByRole('listitem').allInnerTexts())
    .toEqual(['1 provision changed', '1 bracket opened']);
  await page.keyboard.press('F7');
  await expect.poll(() => bar.locator('.since-at').innerText()).toBe('1 of 2');
  // The outline is told of the caret a little after it has moved.
  await expect.poll(() => page.locator('.outline [aria-current="true"] .outline-number').textContent()).toBe('2.');
  expect(await opened.violations()).toEqual([]);
  await page.keyboard.press('F7');
  await page.keyboard.press('F7');
  await bar.waitFor({ state: 'detached' });
});
