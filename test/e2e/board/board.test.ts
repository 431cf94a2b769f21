import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { settled } from '../../support/at-rest.ts';
import { type StagePage } from '../views/stage-page.ts';
import { stageForTests } from '../views/stage-for-tests.ts';

const stage = stageForTests();
let opened: StagePage;

async function board(query: string): Promise<Page> {
  opened = await stage.open(query);
  await opened.page.keyboard.press('F4');
  await opened.page.getByRole('listbox').waitFor();
  return opened.page;
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const count = async (page: Page, status: string) =>
  Number(await page.locator('.counters li', { hasText: status }).locator('.counters-number').textContent());

it('K1 the list ranks provisions hardest first, with reasons in words', async () => {
  const page = await board('?role=chair');
  const statuses = await page
    .locator('.ranked-item')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-status')));
  const order = ['blocked', 'reserved', 'open', 'ready', 'agreed'];
  const places = statuses.map((status) => order.indexOf(status ?? ''));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  const first = await page.locator('.ranked-item').first().textContent();
  expect(first).toMatch(/cannot accept|free of objections/);
});

it('K1 the list is one tab stop: arrows choose, the landing zone follows, Enter opens the provision in the draft', async () => {
  const page = await board('?role=chair');
  const list = page.getByRole('listbox');
  await list.focus();
  // Only what is in sight is in the page; each item says which of how many it is, and the list points at what is chosen.
  await press(page, 'End');
  const last = page.locator('.ranked-item[aria-selected="true"]');
  await expect.poll(() => last.getAttribute('aria-posinset')).toBe(await last.getAttribute('aria-setsize'));
  expect(await list.getAttribute('aria-activedescendant')).toBe(await last.getAttribute('id'));
  await expect
    .poll(() =>
      last.evaluate((item) => item.getBoundingClientRect().bottom - item.parentElement!.getBoundingClientRect().bottom),
    )
    .toBeLessThanOrEqual(1);
  expect(await page.locator('.ranked-item').count()).toBeLessThan(Number(await last.getAttribute('aria-setsize')));
  await press(page, 'Home', 'ArrowDown', 'ArrowDown');
  const third = page.locator('.ranked-item[aria-posinset="3"]');
  await expect.poll(() => third.getAttribute('aria-selected')).toBe('true');
  const chosen = await third.locator('.ranked-number').textContent();
  await expect.poll(() => page.locator('#landing-title').textContent()).toContain(`Paragraph ${chosen}`);
  await press(page, 'Enter');
  await expect
    .poll(() => page.locator('.outline [aria-current="true"] .outline-number').textContent())
    .toContain(chosen);
});

it('K2 the matrix is one tab stop: arrows, Home, End and their Ctrl walk it, cells say what they are', async () => {
  const page = await board('?role=delegation&code=LMR');
  await page.locator('.matrix [tabindex="0"]').focus();
  expect(await page.locator('.matrix [tabindex="0"]').count()).toBe(1);
  await press(page, 'Control+Home');
  await expect
    .poll(() => focused(page))
    .toMatch(/^Paragraph .+, Lomaria, (Object|Support|Reserve|Can accept|No position)$/);
  await press(page, 'End');
  await expect.poll(() => focused(page)).toMatch(/silent$/);
  await press(page, 'Control+End');
  const last = await settled(page, () => focused(page));
  await press(page, 'ArrowDown');
  expect(await settled(page, () => focused(page))).toBe(last);
  await press(page, 'Control+Home', 'ArrowUp');
  await expect.poll(() => focused(page)).toBe('Lomaria');
  expect(await page.locator('.matrix [tabindex="0"]').count()).toBe(1);
});

it('K2 a key goes on from the place the last one led to, however late the screen catches up with scrolling', async () => {
  const page = await board('?role=delegation&code=LMR');
  await page.locator('.matrix [tabindex="0"]').focus();
  const rows = () =>
    page.evaluate(() =>
      [document.activeElement, document.querySelector('.matrix [tabindex="0"]')].map((cell) =>
        Number(cell?.getAttribute('data-row')),
      ),
    );
  await press(page, 'Control+End');
  const [end] = (await settled(page, rows)) as [number];
  expect(end).toBeGreaterThan(5);
  // What a loaded machine does: work that React puts off comes a tenth of a second later.
  await page.evaluate(() => {
    const { postMessage } = MessagePort.prototype;
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
      setTimeout(() => postMessage.call(this, message), 100);
    };
  });
  for (const [key, row] of [
    ['Control+Home', 0],
    ['ArrowUp', -1],
    ['Control+End', end],
    ['ArrowUp', end - 1],
    ['Control+Home', 0],
    ['ArrowUp', -1],
  ] as const) {
    await page.keyboard.press(key);
    // It must be there, and not be taken away by what comes late.
    await expect.poll(rows).toEqual([row, row]);
    expect(await settled(page, rows)).toEqual([row, row]);
  }
  expect(await focused(page)).toBe('Lomaria');
});

it('K2 the matrix is as wide as its pane, and scrolls in it', async () => {
  const page = await board('?role=chair');
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.getByRole('button', { name: /Groups first/ }).click();
  await page.getByRole('option', { name: 'Delegations' }).click();
  const pane = page.locator('.matrix');
  const wide = () => pane.evaluate((grid) => grid.scrollWidth - grid.clientWidth);
  await expect.poll(wide).toBeGreaterThan(100);
  expect(await pane.evaluate((grid) => grid.getBoundingClientRect().right)).toBeLessThanOrEqual(1000);
});

it('K2 a group opens and shuts its members by Enter on its head', async () => {
  const page = await board('?role=chair');
  const group = page.locator('.matrix-colheader[aria-expanded]').first();
  const columns = () => page.locator('.matrix').getAttribute('aria-colcount').then(Number);
  const before = await columns();
  await group.focus();
  await press(page, 'Enter');
  await expect.poll(() => group.getAttribute('aria-expanded')).toBe('true');
  await expect.poll(columns).toBeGreaterThan(before);
  await press(page, 'Enter');
  await expect.poll(columns).toBe(before);
});

it('K6 a digit in one’s own column states a position, 0 takes it back; in another’s it does nothing', async () => {
  const page = await board('?role=delegation&code=JOV');
  await page.locator('.matrix [data-own][role="gridcell"]').first().focus();
  const before = await focused(page);
  await press(page, 'Digit5');
  await expect.poll(() => focused(page)).toMatch(/Jorvia, Object$/);
  await press(page, 'Digit0');
  await expect.poll(() => focused(page)).toBe(before);
  await press(page, 'ArrowRight');
  await expect.poll(() => focused(page)).not.toBe(before);
  const other = await focused(page);
  await press(page, 'Digit5');
  // What is stated in one's own column afterwards shows that the key before it has had its time.
  await press(page, 'ArrowLeft', 'Digit5');
  await expect.poll(() => focused(page)).toMatch(/Jorvia, Object$/);
  await press(page, 'ArrowRight');
  await expect.poll(() => focused(page)).toBe(other);
});

it('K3 the chair records a ruling on a wording, asked in place, and the counts follow', async () => {
  const page = await board('?role=chair');
  const brackets = await page.locator('.counters-brackets').textContent();
  await page
    .getByRole('button', { name: /^Record ruling: / })
    .first()
    .click();
  await page.locator('.confirm :focus').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await press(page, 'Escape');
  await expect.poll(() => page.locator('.confirm').count()).toBe(0);
  await page
    .getByRole('button', { name: /^Record ruling: / })
    .first()
    .click();
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByText(/^Recorded: /).waitFor();
  await expect.poll(() => page.locator('.counters-brackets').textContent()).not.toBe(brackets);
});

it('K3 the chair gavels a ready provision and opens it again', async () => {
  const page = await board('?role=chair');
  const agreed = await count(page, 'Agreed');
  await page.getByRole('listbox').focus();
  await page.keyboard.press('End');
  await page.locator('.ranked-item[data-status="ready"]').last().click();
  await page.getByRole('button', { name: 'Agree ad ref' }).click();
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect.poll(() => count(page, 'Agreed')).toBe(agreed + 1);
  await page.getByRole('button', { name: 'Reopen' }).click();
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect.poll(() => count(page, 'Agreed')).toBe(agreed);
});

it('K5 a delegation sees what concerns it, and rules on nothing', async () => {
  const page = await board('?role=delegation&code=LMR');
  await page.getByRole('heading', { name: /^What concerns / }).waitFor();
  expect(await page.getByRole('button', { name: /^Record ruling/ }).count()).toBe(0);
});

it('K9 the smallest moves are told in sentences, and what would pass under another rule, with its vote', async () => {
  const page = await board('?role=chair');
  await page.getByRole('tab', { name: 'Smallest moves' }).click();
  await page.getByText(/cannot be done with fewer|without crossing a red line/).waitFor();
  await expect
    .poll(() => page.locator('.outlook-parts li').first().textContent())
    .toMatch(/^If paragraph .+, one red line is crossed: /);
  await page.getByRole('tab', { name: 'What if' }).click();
  const passing = async () => Number(/^\d+/.exec((await page.getByText(/would pass\.$/).textContent()) ?? '')?.[0]);
  await expect
    .poll(() => page.locator('.outlook-votes tbody td:nth-child(3)').first().textContent())
    .toMatch(/^\d+ to \d+/);
  const before = await passing();
  await page.getByRole('button', { name: /Decision rule/ }).click();
  await page.getByRole('option', { name: 'Consensus less named objectors' }).click();
  for (const box of await page.locator('.outlook-less input').all()) await box.check();
  await expect.poll(passing).toBeGreaterThan(before);
});
