import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { type StagePage } from './stage-page.ts';
import { stageForTests } from './stage-for-tests.ts';

const stage = stageForTests();
let opened: StagePage;

async function delegate(): Promise<Page> {
  opened = await stage.open('?role=delegation&published=1');
  return opened.page;
}

const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const paneHere = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ?? 'none');
const outlined = (page: Page) => page.locator('.outline [aria-current="true"] .outline-number').textContent();
const told = (page: Page) => page.getByTestId('announcer').textContent();

it('V7 F8 goes from bracket to bracket, and says which of how many', async () => {
  const page = await delegate();
  await press(page, 'F8');
  await expect.poll(() => told(page)).toMatch(/^Bracket 1 of \d+\./);
  await press(page, 'F8');
  await expect.poll(() => told(page)).toMatch(/^Bracket 2 of \d+\./);
  await press(page, 'Shift+F8', 'Shift+F8');
  await expect.poll(() => told(page)).toMatch(/^From the end again\. Bracket (\d+) of \1\./);
});

it('V7 F6 goes through the panes and back to where one was', async () => {
  const page = await delegate();
  const seen = new Set<string>();
  for (let step = 0; step < 8; step += 1) {
    const before = await paneHere(page);
    await press(page, 'F6');
    await expect.poll(() => paneHere(page)).not.toBe(before);
    seen.add(await paneHere(page));
  }
  for (const pane of ['outline', 'text', 'margin', 'toolbar']) expect(seen).toContain(pane);
});

it('V7 Ctrl+G finds a provision by its number, Escape leaves the text and comes back', async () => {
  const page = await delegate();
  await press(page, 'Control+g');
  await page.keyboard.type('14bis');
  await press(page, 'Enter');
  await expect.poll(() => outlined(page)).toBe('14 bis.');
  await expect.poll(() => paneHere(page)).toBe('text');
  await press(page, 'Escape');
  await expect.poll(() => paneHere(page)).toBe('margin');
  await press(page, 'Escape');
  await expect.poll(() => paneHere(page)).toBe('text');
});

it('V7 Ctrl+. and a digit state a position; Escape is back in the text', async () => {
  const page = await delegate();
  await press(page, 'F8', 'F8', 'Control+.');
  const support = page.getByRole('radio', { name: /Support/ }).first();
  await support.waitFor();
  await press(page, '1');
  await page.getByText('Stated: Support.').first().waitFor();
  await expect.poll(() => support.isChecked()).toBe(true);
  await press(page, 'Escape');
  await expect.poll(() => paneHere(page)).toBe('text');
});

it('W20 V7 Ctrl+Enter seconds the proposal at the caret, Ctrl+Shift+Enter asks to keep its words; the same key takes it back', async () => {
  const page = await delegate();
  const status = page.locator('.status-line');
  const provisions = () => page.locator('.draft-text .draft-provision').allTextContents();
  const before = await provisions();
  await page.locator('.draft-text ins', { hasText: 'by land and by sea' }).click();
  // At once: the key counts for where the caret is, whether or not anybody has been told of it yet.
  await page.keyboard.press('Control+Enter');
  await status.getByText('You second this proposal.').waitFor();
  const proposal = page.locator('.bracket-card', { hasText: 'by land and by sea' }).locator('.proponents');
  await expect.poll(() => proposal.innerText()).toMatch(/BMR\s+seconded by\s+ARV/);
  await expect.poll(() => page.locator('.draft-text [data-proponent="BMR, ARV, ITR, LMR"]').count()).toBe(1);
  await page.keyboard.press('Control+Enter');
  await status.getByText('Taken back').waitFor();
  await expect.poll(() => proposal.innerText()).not.toContain('ARV');
  await page.keyboard.press('Control+Shift+Enter');
  await status.getByText('no words that another would delete').waitFor();

  await page.locator('.draft-text del', { hasText: 'where the resources' }).click();
  await page.keyboard.press('Control+Shift+Enter');
  await status.getByText('You ask to keep these words.').waitFor();
  const deletion = page.locator('.bracket-card', { hasText: 'where the resources' }).locator('.proponents');
  await expect.poll(() => deletion.innerText()).toMatch(/ARV[^]*would keep the words/);
  await page.keyboard.press('Control+Shift+Enter');
  await status.getByText('Taken back').waitFor();
  await expect.poll(() => deletion.innerText()).not.toContain('ARV');
  // Neither key writes a line break or any word.
  await expect.poll(provisions).toEqual(before);
  await expect.poll(() => paneHere(page)).toBe('text');
});

it('V7 the palette leads to the board, F9 to the reader at the same provision', async () => {
  const page = await delegate();
  await press(page, 'Control+g');
  await page.keyboard.type('9');
  await press(page, 'Enter', 'F9');
  await page.getByRole('article').waitFor();
  const top = () =>
    page.evaluate(() => {
      const pane = document.querySelector('.reader-pane');
      const rows = [...document.querySelectorAll('.reader-text [data-provision]')];
      const line = (pane?.getBoundingClientRect().top ?? 0) + (pane?.clientHeight ?? 0) * 0.25;
      return rows.find((row) => row.getBoundingClientRect().bottom > line)?.textContent ?? '';
    });
  await expect.poll(top).toMatch(/^9\./);
  await press(page, 'F9', 'Control+k');
  await page.keyboard.type('Board');
  await press(page, 'Enter');
  await page.getByRole('heading', { name: 'What stands between us and consensus' }).waitFor();
});

it('V7 the outline is one tab stop; arrows walk it and Enter goes there', async () => {
  const page = await delegate();
  await page.locator('.outline button[tabindex="0"]').focus();
  expect(await page.locator('.outline button[tabindex="0"]').count()).toBe(1);
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
  await expect.poll(() => paneHere(page)).toBe('text');
  await expect.poll(() => outlined(page)).toBe('3.');
});
