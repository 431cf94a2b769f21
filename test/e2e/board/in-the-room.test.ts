import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChromium } from '../../support/chromium.ts';
import { relayOnLoopback, type TestRelay } from '../../support/relay-on-loopback.ts';
import { caretAfter, openView, provisionWith, RENDERER, takeSeat, type Seat } from '../path/room.ts';

// A chair and two delegations at a real relay: invited together, asked together.
let browser: Browser;
let relay: TestRelay;
let chair: Seat;
let links: ReadonlyMap<string, string>;
const guests: Seat[] = [];

beforeAll(async () => {
  browser = await openChromium();
  relay = await relayOnLoopback({ rendererDir: RENDERER });
  chair = await takeSeat(browser, relay.url);
  await chair.page.getByRole('button', { name: 'Open the demonstration' }).click();
  await chair.page.getByText('Saved by the relay').waitFor();
});
afterAll(async () => {
  for (const seat of [chair, ...guests]) expect(seat?.complaints).toEqual([]);
  await browser?.close();
  await relay?.close();
});

async function saved(page: Page, act: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return readFile(await download.path(), 'utf8');
}

it('K12 invitations for all delegations come at once: a table, links, cards to cut out with a code each', async () => {
  const { page } = chair;
  await openView(page, 'Chair’s desk');
  await page.getByRole('button', { name: 'Make 14 invitations' }).click();
  const rows = page.getByRole('table', { name: 'Invitations of this meeting' }).locator('tbody tr');
  await expect.poll(() => rows.count()).toBe(14);
  await page.getByRole('button', { name: 'All have one' }).waitFor();

  const csv = await saved(page, () => page.getByRole('button', { name: 'Save as CSV' }).click());
  const lines = csv.trim().split('\r\n').slice(1);
  links = new Map(lines.map((line) => [line.split(',')[0]!, line.split(',').at(-1)!]));
  expect(links.size).toBe(14);
  expect(new Set(links.values()).size).toBe(14);

  // On paper instead of the window: what the dialog would show, seen while it is open.
  const printed = await page.evaluate(
    () =>
      new Promise<{ cards: number; codes: number }>((seen) => {
        window.print = () =>
          seen({
            cards: document.querySelectorAll('.print-sheet .card').length,
            codes: document.querySelectorAll('.print-sheet .card svg.qr path').length,
          });
        [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Print the cards')?.click();
      }),
  );
  expect(printed).toEqual({ cards: 14, codes: 14 });
  await expect.poll(() => page.locator('.print-sheet').count()).toBe(0);
  expect(await chair.violations()).toEqual([]);
});

it('K12 a renewed invitation opens the meeting, and the one before it no longer does', async () => {
  const { page } = chair;
  await page.getByRole('button', { name: 'Renew the invitation of Belmora' }).click();
  await page.getByText('Renewed for Belmora.').locator('visible=true').first().waitFor();
  const late = await takeSeat(browser, links.get('BMR')!);
  await late.page
    .getByText(/withdrawn|revoked/i)
    .first()
    .waitFor();
  await late.page.context().close();
  const csv = await saved(page, () => page.getByRole('button', { name: 'Save as CSV' }).click());
  const fresh = csv
    .split('\r\n')
    .find((line) => line.startsWith('BMR,'))
    ?.split(',')
    .at(-1);
  expect(fresh).not.toBe(links.get('BMR'));
  for (const link of [fresh!, links.get('GAD')!]) {
    const seat = await takeSeat(browser, link);
    await seat.page.getByText('Saved by the relay').waitFor();
    guests.push(seat);
  }
});

it('K10 a wording is tested in the room: one key answers, the chair sees it come in and rules', async () => {
  const { page } = chair;
  const [belmora, galdoria] = guests.map((seat) => seat.page) as [Page, Page];
  await openView(page, 'Board');
  await page.getByRole('listbox').waitFor();
  await page.getByRole('button', { name: 'Test in the room: No text' }).click();
  await page.getByRole('button', { name: 'Ask the room' }).click();
  const card = page.locator('.sounding');
  await card.waitFor();

  await expect
    .poll(() => belmora.locator('.sounding-question').textContent())
    .toMatch(/If paragraph 3 stood without “.+”, how would you stand\?/);
  await belmora.getByRole('button', { name: /^Support/ }).focus();
  await belmora.keyboard.press('Digit2');
  await galdoria
    .locator('.sounding-bar')
    .getByRole('button', { name: /^Object/ })
    .click();
  await card.getByText('2 of 13 seats have answered').waitFor();
  await expect.poll(() => card.getByText(/would object/).textContent()).toMatch(/^2 of 13 seats have answered. GAD/);
  await belmora.locator('[data-stance="accept"][aria-pressed="true"]').waitFor();

  await galdoria.keyboard.press('Digit0');
  await card.getByText('1 of 13 seats have answered').waitFor();
  await card.getByRole('button', { name: 'Record ruling' }).click();
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByText(/^Recorded: 3/).waitFor();
  for (const guest of [belmora, galdoria]) await expect.poll(() => guest.locator('.sounding-bar').count()).toBe(0);
  await page.getByRole('button', { name: /^Tested before/ }).click();
  await page.getByText('A ruling followed').waitFor();
  for (const seat of [chair, ...guests]) expect(await seat.violations()).toEqual([]);
});

it('K13 the chair’s summary goes on paper without what was told in confidence, unless the chair asks for it', async () => {
  const { page } = chair;
  const [belmora] = guests.map((seat) => seat.page) as [Page];
  await openView(belmora, 'Board');
  await belmora.getByRole('listbox').waitFor();
  // The hardest paragraph as it stands, told to the chair alone, from the panel in the draft.
  await belmora.getByRole('listbox').press('Enter');
  await belmora.keyboard.press('Control+.');
  await belmora
    .getByRole('button', { name: /Shown to/ })
    .last()
    .click();
  await belmora.getByRole('option', { name: 'The chair alone' }).click();
  await belmora.locator('.stance-choice').getByText('Object', { exact: true }).click();
  await belmora.getByText('Stated: Object.').first().waitFor();

  await page.getByRole('button', { name: 'Summary', exact: true }).click();
  const paper = page.locator('.summary-page');
  await paper.getByText('Landing zones').waitFor();
  expect(await paper.locator('.summary-ranked > li').count()).toBeGreaterThan(10);
  const shared = await paper.textContent();
  await page.getByText('Include what delegations told the chair alone').click();
  await paper.getByText('For the chair alone: includes').waitFor();
  await expect.poll(() => paper.textContent()).toContain('BMR');
  const chairs = (await paper.locator('.summary-ranked').textContent())?.split('BMR').length ?? 0;
  expect(chairs).toBeGreaterThan(shared?.split('BMR').length ?? 0);
  expect(await chair.violations()).toEqual([]);
});

it('K16 R17 a revision tells its readers what is agreed, and words weakened since show as drift in the margin and on the board', async () => {
  const { page } = chair;
  const [, galdoria] = guests.map((seat) => seat.page) as [Page, Page];
  await openView(page, 'Chair’s desk');
  await page.getByRole('tab', { name: 'Publish' }).click();
  await page.getByRole('button', { name: 'Publish Rev.1' }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('Rev.1 is published.').waitFor();
  await openView(galdoria, 'Reader');
  await expect
    .poll(() => galdoria.locator('.reader-state').textContent())
    .toMatch(/^2 of \d+ agreed ad ref, \d+ brackets open$/);
  expect(
    await galdoria.locator('.reader-contents').getByRole('img', { name: 'Agreed ad ref' }).count(),
  ).toBeGreaterThan(0);

  await openView(page, 'Draft');
  const id = await provisionWith(page, 'to hold the next meeting in two years');
  await caretAfter(page, id, 'States decided');
  expect(await page.locator('.strength-drift').count()).toBe(0);
  await page.keyboard.type(', as appropriate,');
  const drift = page.locator('.strength-drift[data-drift="weaker"]').filter({ visible: true });
  await expect
    .poll(() => drift.textContent())
    .toMatch(/^Since Rev\.1: “decided” → “decided”, weaker, .*“as appropriate”$/);
  await openView(page, 'Board');
  await expect.poll(() => drift.textContent()).toMatch(/“as appropriate”$/);
  for (const seat of [chair, guests[1]!]) expect(await seat.violations()).toEqual([]);
});
