import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atRest } from '../../support/at-rest.ts';
import { openViewStage, type Look, type StagePage, type ViewStage } from './stage-page.ts';

let stage: ViewStage;
beforeAll(async () => {
  stage = await openViewStage();
});
afterAll(() => stage.close());

const LOOKS: readonly (Look & { readonly name: string; readonly draft: string })[] = [
  { name: 'light', theme: 'light', draft: '' },
  { name: 'dark', theme: 'dark', draft: '' },
  { name: 'right to left', language: 'ar', draft: '&draft=ar' },
  { name: 'right to left, dark', language: 'ar', theme: 'dark', draft: '&draft=ar' },
];

/** One look of each direction, one of each light; `LONG=1` takes all four. */
const TAKEN = process.env['LONG'] === '1' ? LOOKS : [LOOKS[0]!, LOOKS[3]!];

/** A view is chosen by its place in the header, whatever the language calls it. */
const view =
  (place: number) =>
  async ({ page }: StagePage) => {
    await page.locator('.bar-view').nth(place).click();
    await atRest(page);
  };

/** A speaker, a silence and a vote under way, by their places: the words differ from language to language. */
async function openRoom({ page }: StagePage): Promise<void> {
  await page.keyboard.press('F8');
  await page.locator('.side .tab').nth(1).click();
  const parts = page.locator('.procedure-part');
  await parts.nth(0).locator('.button').first().click();
  await parts.nth(0).locator('.disclosure-button').first().click();
  const add = parts.nth(0).locator('.procedure-pair').nth(1).locator('.button');
  await add.click();
  await parts.nth(0).locator('.procedure-list .button-primary').click();
  await add.click();
  for (const place of [1, 2]) {
    await parts.nth(place).locator('.disclosure-button').last().click();
    await parts.nth(place).locator('.procedure-form > .button').last().click();
  }
}

/** At a change of the last view, which compares the last two states; Rev.1 with the live text as the chair. */
const compare =
  (beside: boolean) =>
  async ({ page }: StagePage) => {
    await page.locator('.bar-view').last().click();
    if (beside) {
      await page.locator('.compare-states .select-button').first().click();
      await page.getByRole('option').last().click();
      await page.locator('.compare-shape .button').last().click();
    }
    await page.locator('.compared-change').first().waitFor();
    await page.keyboard.press('F7');
  };

const SCREENS: readonly { name: string; query: string; go?(stage: StagePage): Promise<void> }[] = [
  { name: 'first screen', query: '?screen=start' },
  { name: 'draft, as a delegation', query: '?role=delegation' },
  { name: 'draft, as the chair at a bracket', query: '?role=chair', go: ({ page }) => page.keyboard.press('F8') },
  {
    name: 'position panel',
    query: '?role=delegation',
    async go({ page }) {
      await page.keyboard.press('F8');
      await page.keyboard.press('Control+.');
    },
  },
  { name: 'board', query: '?role=chair', go: view(1) },
  { name: 'board, as a delegation', query: '?role=delegation', go: view(1) },
  { name: 'reader', query: '?role=observer&published=1' },
  { name: 'reader, nothing published', query: '?role=observer' },
  { name: "chair's desk", query: '?role=chair', go: view(3) },
  { name: 'in the room, as the chair, with everything open', query: '?role=chair', go: openRoom },
  {
    name: 'in the room, as a delegation',
    query: '?role=delegation',
    go: ({ page }) => page.locator('.side .tab').nth(1).click(),
  },
  {
    name: 'room display',
    query: '?role=chair',
    async go(stage) {
      await openRoom(stage);
      await stage.page.keyboard.press('F5');
    },
  },
  { name: 'commands', query: '?role=chair', go: ({ page }) => page.keyboard.press('Control+k') },
  { name: 'keys', query: '?role=chair', go: ({ page }) => page.keyboard.press('F1') },
  { name: 'compare', query: '?role=observer&published=2', go: compare(false) },
  { name: 'compare, side by side', query: '?role=chair&published=2', go: compare(true) },
];

/** Parts of those screens that open on demand. */
const PARTS: typeof SCREENS = [
  {
    name: 'words that have not reached the room',
    query: '?role=delegation&behind=1',
    async go({ page }) {
      await page.locator('.meeting > .view-bar button').click();
      await page.locator('.left-list').waitFor();
    },
  },
  { name: 'draft, under a question of the chair', query: '?role=delegation&tested=1' },
  {
    name: 'board, testing a wording',
    query: '?role=chair&tested=1',
    async go(opened) {
      await view(1)(opened);
      await opened.page.locator('.variants-act button:enabled').first().click();
      await opened.page.locator('.confirm').waitFor();
    },
  },
  {
    name: 'board, lines of division and issue tags',
    query: '?role=chair',
    async go(opened) {
      await view(1)(opened);
      const { page } = opened;
      await page.locator('.board-progress [role="tab"]').nth(3).click();
      await page.locator('.division-inference input').click();
      await atRest(page);
      for (const closed of await page.locator('.board-landing .disclosure-button').all()) await closed.click();
      for (const closed of await page.locator('.board-progress .disclosure-button').all()) await closed.click();
    },
  },
  {
    name: "chair's summary",
    query: '?role=chair',
    async go(opened) {
      await view(1)(opened);
      await opened.page.locator('.counters button').click();
      await opened.page.locator('.summary-choice input').click();
    },
  },
  {
    name: 'roster, finding and ticking',
    query: '?role=chair',
    async go(opened) {
      await view(3)(opened);
      const { page } = opened;
      await page.locator('.desk .tab').nth(1).click();
      await page.locator('.roster-pick input').first().click();
      await page.locator('.roster-find input').fill('a');
      await page.locator('.roster-known button').first().waitFor();
    },
  },
];

describe.concurrent.each(TAKEN)('V6 no accessibility violation and no console error, $name', ({ draft, ...look }) => {
  it.each([...SCREENS, ...PARTS])('V6 $name', async ({ query, go }) => {
    const opened = await stage.open(query + draft, look);
    await go?.(opened);
    await atRest(opened.page);
    expect(await opened.violations()).toEqual([]);
    expect(opened.errors).toEqual([]);
    // Panes scroll, the window of a meeting never does: a second scroll bar would move the whole screen from under the hand.
    const tooLong = await opened.page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
    if (!query.includes('screen=start')) expect(tooLong).toBeLessThanOrEqual(0);
    await opened.close();
  });
});

it.each([
  { name: 'first screen', query: '?screen=start' },
  { name: 'draft', query: '?role=delegation' },
  { name: 'reader', query: '?role=observer&published=1' },
])('V6 the $name fits a window of 320 pixels, which is a wide one at 400 %', async ({ query }) => {
  const opened = await stage.open(query, { context: { viewport: { width: 320, height: 640 } } });
  await atRest(opened.page);
  expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(opened.errors).toEqual([]);
  await opened.close();
});
