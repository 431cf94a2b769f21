import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type StagePage } from '../views/stage-page.ts';
import { stageForTests } from '../views/stage-for-tests.ts';

const stage = stageForTests();
let opened: StagePage;

/** The panel, on the bracket that so many presses of F8 lead to. */
async function panel(query: string, brackets: number): Promise<Page> {
  opened = await stage.open(query);
  const { page } = opened;
  await page.locator('.draft-provision').first().waitFor();
  for (let at = 1; at <= brackets; at += 1) {
    await page.keyboard.press('F8');
    await page
      .getByTestId('announcer')
      .filter({ hasText: `Bracket ${at} of` })
      .waitFor({ state: 'attached' });
  }
  await page.keyboard.press('Control+.');
  await page.locator('.position-panel').waitFor();
  return page;
}
const told = (page: Page) => page.locator('.position-told span').textContent();
const notes = (page: Page) => page.locator('.position-notes').textContent();
const checked = (page: Page) =>
  page
    .locator('.stance-choice input:checked')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

it('K6 the panel opens on the bracket at the caret, with the focus on the stances', async () => {
  const page = await panel('?role=delegation&code=JOV', 2);
  await expect.poll(() => page.locator('.position-panel h2').textContent()).toContain('Jorvia on paragraph');
  await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('radio');
  await expect.poll(() => page.getByRole('radio', { name: /^Bracket/ }).isChecked()).toBe(true);
});

it('K7 a digit states at once; the undo stands in sight and takes it back', async () => {
  const page = await panel('?role=delegation&code=JOV', 2);
  const before = await notes(page);
  await page.keyboard.press('Digit5');
  await expect.poll(() => told(page)).toBe('Stated: Object.');
  await expect.poll(() => notes(page)).toContain('On record: Object');
  await expect.poll(() => checked(page)).toEqual(['object']);
  const undo = page.locator('.position-told button');
  await undo.waitFor();
  await undo.click();
  await expect.poll(() => notes(page)).toBe(before);
});

it('K6 0 takes a position back', async () => {
  const page = await panel('?role=delegation&code=JOV', 2);
  await page.keyboard.press('Digit1');
  await page.keyboard.press('Digit0');
  await expect.poll(() => told(page)).toBe('Position taken back.');
  await expect.poll(() => notes(page)).not.toContain('On record');
});

it('K6 arrows choose and state nothing; Enter states', async () => {
  const page = await panel('?role=delegation&code=JOV', 2);
  await page.keyboard.press('Digit1');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => notes(page)).toContain('On record: Support');
  await page.keyboard.press('Enter');
  await expect.poll(() => notes(page)).toContain('On record: Can accept');
});

it('K6 a click states; a digit typed into the explanation is a digit', async () => {
  const page = await panel('?role=delegation&code=JOV', 2);
  await page.locator('.stance-choice-one').nth(3).click();
  await expect.poll(() => told(page)).toBe('Stated: Reserve.');
  await page.getByLabel('Explanation').fill('Rule ');
  await page.keyboard.type('51');
  await expect.poll(() => checked(page)).toEqual(['reserve']);
  await page.getByRole('button', { name: 'Save the explanation' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Save the explanation' }).isDisabled()).toBe(true);
});

it('K8 a position for the chair alone says so', async () => {
  const page = await panel('?role=delegation&code=JOV', 2);
  const audience = () => page.locator('.position-audience').textContent();
  await expect.poll(audience).toContain('Observers never do');
  await page.getByRole('button', { name: /Shown to/ }).click();
  await page.getByRole('option', { name: 'The chair alone' }).click();
  await expect.poll(audience).toContain('Only your delegation and the chair');
});

it('K8 the chair records from the floor for a delegation it names', async () => {
  const page = await panel('?role=chair', 2);
  await page.getByRole('button', { name: /Position of/ }).click();
  await page.getByRole('option', { name: /Jorvia/ }).click();
  await page.locator('.stance-choice-one').nth(4).click();
  await expect.poll(() => told(page)).toBe('Recorded for Jorvia: Object.');
  await expect.poll(() => notes(page)).toContain('On record from the floor: Object');
});

it('K6 Escape goes back to the text', async () => {
  const page = await panel('?role=delegation&code=JOV', 2);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.position-panel').count()).toBe(0);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane')))
    .toBe('text');
});
