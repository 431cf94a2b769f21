import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { atRest } from '../../support/at-rest.ts';
import { type Look, type StagePage } from './stage-page.ts';
import { stageForTests } from './stage-for-tests.ts';

const stage = stageForTests();
let opened: StagePage;

/** Rev.1 and the live text, in one text. */
async function compare(query: string, look: Look = {}): Promise<Page> {
  opened = await stage.open(query, look);
  const { page } = opened;
  await page.locator('.bar-view').last().click();
  await page.locator('.compare-states .select-button').first().click();
  await page.getByRole('option', { name: 'Rev.1' }).click();
  await page.locator('.compared-change').first().waitFor();
  return page;
}

const counted = (page: Page) => page.locator('.compare-count').innerText();
const here = (page: Page) => page.locator('.compared-text [data-here]').first();

it('F11 every change is stopped at, by key, in turn, and told; the count is the same everywhere', async () => {
  const page = await compare('?role=chair&published=2');
  const told = Number(/\d+/u.exec(await counted(page))![0]);
  expect(told).toBeGreaterThan(7);
  for (let press = 1; press <= told; press += 1) {
    await page.keyboard.press('F7');
    await expect.poll(() => counted(page)).toBe(`Change ${press} of ${told}`);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-change')))
      .toBe(String(press));
    expect(await here(page).isVisible()).toBe(true);
  }
  await page.keyboard.press('F7');
  await expect.poll(() => counted(page)).toBe(`Change 1 of ${told}`);
  await expect.poll(() => page.getByTestId('announcer').innerText()).toContain('“aspects” replaced by “that”');
  await page.keyboard.press('Shift+F7');
  await expect.poll(() => counted(page)).toBe(`Change ${told} of ${told}`);
  const listed = await page.locator('.compare-list-what').allInnerTexts();
  expect(listed.reduce((sum, words) => sum + Number(/^\d+/u.exec(words)![0]), 0)).toBe(told);
});

it('F10 what moved, was joined, is new or gone is told as that, in words', async () => {
  const page = await compare('?role=chair&published=2');
  const notes = (await page.locator('.compared-notes').allInnerTexts()).join('\n');
  for (const words of ['Taken out', 'New', 'Moved here', 'Joined to 5', 'was 4']) expect(notes).toContain(words);
  expect(await page.locator('.compared-left').innerText()).toBe('Moved away, now 4');
  // A paragraph that moved, or was joined, is neither struck nor put in.
  const [struck, inserted] = [page.locator('.compared-text p del'), page.locator('.compared-text p ins')];
  expect((await struck.allInnerTexts()).filter((words) => words.length > 12)).toEqual([
    'States decided to hold a preparatory meeting before the end of the year.',
  ]);
  expect((await inserted.allInnerTexts()).filter((words) => words.length > 12)).toHaveLength(1);
});

it('F11 side by side, each state stands whole in its own column, and the place is kept', async () => {
  const page = await compare('?role=delegation&published=2');
  const text = page.locator('.compare-pane');
  await page.getByText('Cooperation and assistance').last().scrollIntoViewIfNeeded();
  await text.evaluate((pane) => pane.querySelectorAll('.compared')[24]!.scrollIntoView({ block: 'start' }));
  await atRest(page);
  const place = await text.evaluate((pane) => {
    const { top, height, left, width } = pane.getBoundingClientRect();
    const at = document.elementFromPoint(left + width / 2, top + height * 0.22);
    return at?.closest<HTMLElement>('[data-identity]')?.dataset['identity'];
  });
  await page.getByRole('radio', { name: 'Side by side' }).click();
  await atRest(page);
  // What one was reading still stands in the upper half, though the text above it has another length.
  const kept = await text.evaluate((pane, identity) => {
    const { top, height } = pane.getBoundingClientRect();
    return (pane.querySelector(`[data-identity="${identity}"]`)!.getBoundingClientRect().top - top) / height;
  }, place);
  expect(kept).toBeGreaterThanOrEqual(0);
  expect(kept).toBeLessThan(0.5);
  const column = (index: number) =>
    page.locator('.compared-pair').evaluateAll(
      (pairs, which) =>
        pairs.flatMap((pair) => {
          const words = (pair.children[which] as HTMLElement).innerText.split('\n').at(-1)!;
          return words ? [words] : [];
        }),
      index,
    );
  expect(await column(0)).toContain('States decided to hold a preparatory meeting before the end of the year.');
  expect(await column(1)).not.toContain('States decided to hold a preparatory meeting before the end of the year.');
  expect(await page.locator('.compared-pair > :first-child ins').count()).toBe(0);
  expect(await page.locator('.compared-pair > :last-child del').count()).toBe(0);
});

it('F11 an observer compares what was published, and never the live text', async () => {
  opened = await stage.open('?role=observer&published=2');
  const { page } = opened;
  await page.getByRole('button', { name: 'Compare Rev.2 with another text' }).click();
  await page.locator('.compared-change').first().waitFor();
  expect(await page.locator('.compare-states .select-button').allInnerTexts()).toEqual(['Rev.1', 'Rev.2']);
  await page.locator('.compare-states .select-button').last().click();
  await expect.poll(() => page.getByRole('option').allInnerTexts()).toEqual(['Rev.2']);
});

it('F11 brackets alone, by one delegation alone: the rest is folded, the count follows', async () => {
  const page = await compare('?role=chair&published=2');
  const all = await page.locator('.compare-list li').count();
  await page.locator('.compare-bar .select-button').nth(2).click();
  await page.getByRole('option', { name: 'Brackets' }).click();
  await page.locator('.compare-bar .select-button').nth(3).click();
  await page.getByRole('option', { name: 'GAD' }).click();
  await expect.poll(() => page.locator('.compare-list li').count()).toBe(1);
  expect(all).toBeGreaterThan(1);
  expect(await page.locator('.compared').count()).toBe(1);
  expect(await page.locator('.compared-alike').count()).toBe(2);
  await page.keyboard.press('F7');
  await expect.poll(() => counted(page)).toMatch(/^Change 1 of \d$/u);
});

it('F11 on paper stand both states’ names and dates, the sums and the text', async () => {
  const page = await compare('?role=chair&published=2', {
    ready: async (fresh) => {
      await fresh.addInitScript(() => (window.print = () => window.dispatchEvent(new Event('printed'))));
    },
  });
  const printed = page.evaluate(
    () =>
      new Promise<string>((told) =>
        window.addEventListener('printed', () => told(document.querySelector('.compare-paper')!.textContent)),
      ),
  );
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  const paper = await printed;
  expect(paper).toContain('compared with Rev.1, published Wednesday, 10 June 2026');
  expect(paper).toContain('2 provisions reworded');
  // From the second page on, the head says what it is.
  const head = await page.evaluate(() => document.documentElement.style.getPropertyValue('--page-head'));
  expect(head).toMatch(/^"DEMO\/BMS\/2026\/CRP\.1 · \d+ \w+ \d{4}"$/u);
  expect(paper).toContain('States decided to hold a preparatory meeting before the end of the year.');
});
