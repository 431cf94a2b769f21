import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openViewStage, type StagePage, type ViewStage } from './stage-page.ts';

let stage: ViewStage;
beforeAll(async () => {
  stage = await openViewStage();
}, 120_000);
afterAll(() => stage.close());

async function on(query: string, act: (page: Page, shown: StagePage) => Promise<void>): Promise<void> {
  const shown = await stage.open(query);
  try {
    await act(shown.page, shown);
    expect(await shown.violations()).toEqual([]);
    expect(shown.errors).toEqual([]);
  } finally {
    await shown.close();
  }
}

const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
};

const provisions = (page: Page) => page.locator('.draft-text .draft-provision');
const choose = async (page: Page, menu: string, entry: string): Promise<void> => {
  await page.getByRole('button', { name: menu, exact: true }).first().click();
  await page
    .getByRole('menuitem', { name: entry })
    .or(page.getByRole('menuitemradio', { name: entry }))
    .click();
};

test('W10 a delegation proposes from the menu to move, split and join, sees the mark, and withdraws', () =>
  on('?role=delegation&code=ARV', async (page) => {
    // What is out of sight has no inner text.
    const before = await provisions(page).allTextContents();
    const target = provisions(page).nth(8);
    await target.click();
    await choose(page, 'Provision', 'Propose to move up');
    await expect
      .poll(() => page.locator('.draft-text .of-move').allInnerTexts())
      .toEqual([expect.stringMatching(/^\[MOVE to after /), ']']);
    await picture(page, 'proposed-move');
    await target.click();
    await choose(page, 'Provision', 'Propose to join with the one before');
    await expect.poll(() => page.locator('.draft-text .of-join').count()).toBe(2);
    await page.locator('.bracket-card', { hasText: 'Proposed move' }).getByRole('button', { name: 'Withdraw' }).click();
    await page
      .locator('.bracket-card', { hasText: 'Proposed joining' })
      .getByRole('button', { name: 'Withdraw' })
      .click();
    await expect.poll(() => provisions(page).allTextContents()).toEqual(before);
    await target.click();
    await choose(page, 'Provision', 'Move to after number');
    await page.getByRole('textbox', { name: 'Number' }).fill('2');
    await picture(page, 'ask-move');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.draft-text .of-move').first().innerText()).toBe('[MOVE to after 2');
  }));

test('E19 after the toolbar one goes on typing, in the provision that was put in or where one stood', () =>
  on('?role=delegation&code=ARV', async (page) => {
    const count = await provisions(page).count();
    await provisions(page).nth(3).click();
    await choose(page, 'Provision', 'New paragraph after this');
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('draft-text');
    await page.keyboard.type('States met again.');
    await expect.poll(() => provisions(page).nth(4).innerText()).toContain('States met again.]');
    await expect.poll(() => provisions(page).count()).toBe(count + 1);
    await page.getByRole('button', { name: 'Withdraw yours here' }).click();
    await expect.poll(() => provisions(page).count()).toBe(count);
    await provisions(page).nth(3).click();
    await page.keyboard.press('End');
    await page.getByRole('button', { name: 'Provision', exact: true }).first().click();
    await page.getByRole('menuitem', { name: 'Propose to move down' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('draft-text');
    await page.keyboard.type(' Indeed.');
    await expect.poll(() => provisions(page).nth(3).innerText()).toContain('Indeed.]');
  }));

test('W15 other words, words behind a slash and "no text" are offered beside the selected words', async () => {
  for (const query of ['?role=delegation&code=ARV', '?role=chair']) {
    await on(query, async (page) => {
      const asking = page.getByRole('textbox', { name: 'Other words' });
      const select = async (nth: number) => {
        await provisions(page).nth(nth).click();
        await page.keyboard.press('End');
        for (let at = 0; at < 5; at += 1) await page.keyboard.press('Shift+ArrowLeft');
        return (await page.evaluate(() => document.getSelection()?.toString())) ?? '';
      };
      const end = (nth: number) => provisions(page).nth(nth).innerText();
      await choose(page, 'Other wording', 'Other words beside');
      // Nothing is selected: that is told, and nothing asked.
      await expect.poll(() => page.locator('.status-bracket strong').innerText()).not.toBe('');
      expect(await asking.count()).toBe(0);
      const first = await select(6);
      await choose(page, 'Other wording', 'Other words behind a slash');
      await picture(page, 'offer-ask');
      await asking.fill('qqq');
      await page.keyboard.press('Enter');
      await expect.poll(() => end(6)).toContain(`[${first}/qqq]`);
      const second = await select(4);
      await choose(page, 'Other wording', 'Other words beside');
      await asking.fill('zzz');
      await page.keyboard.press('Enter');
      await expect.poll(() => end(4)).toMatch(/\[.{5,6}\]\s*\[zzz\]/u);
      await expect.poll(() => end(4)).toContain(`[${second}]`);
      await picture(page, 'offered');
      await choose(page, 'Other wording', 'No text');
      await expect.poll(() => page.locator('.bracket-card', { hasText: 'No text' }).count()).toBeGreaterThan(0);
    });
  }
});

test('W18 a provision and "no text" are proposed as options beside another, and the chair chooses one', async () => {
  await on('?role=delegation&code=ARV', async (page) => {
    const before = await provisions(page).count();
    await provisions(page).nth(2).click();
    await choose(page, 'Provision', 'An option beside this one');
    await page.getByRole('textbox', { name: 'Words of the option' }).fill('States took note of the instrument.');
    await page.keyboard.press('Enter');
    await expect.poll(() => provisions(page).count()).toBe(before + 1);
    expect(await provisions(page).nth(2).innerText()).toMatch(/^Option 1: States reaffirmed/);
    expect(await provisions(page).nth(3).innerText()).toBe('Option 2: States took note of the instrument.');
    // The caret is where it was.
    expect(await page.locator('.provision-card').innerText()).toMatch(/^2\./);
    await picture(page, 'options');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('“No text” as');
    await page.keyboard.press('Enter');
    await expect.poll(() => provisions(page).nth(4).innerText()).toBe('Option 3: No text');
  });
  await on('?role=chair', async (page) => {
    await provisions(page).nth(2).click();
    await choose(page, 'Provision', 'An option beside this one');
    await page.getByRole('textbox', { name: 'Words of the option' }).fill('States took note of the instrument.');
    await page.keyboard.press('Enter');
    const card = page.locator('.bracket-card', { hasText: 'took note of the instrument' });
    await card.getByRole('button', { name: 'Choose a wording' }).click();
    await page.getByRole('menuitem', { name: 'took note of the instrument' }).click();
    await expect.poll(() => provisions(page).nth(2).innerText()).toBe('States took note of the instrument.');
    expect(await page.locator('.draft-text').innerText()).not.toContain('Option 2');
    await picture(page, 'option-chosen');
  });
});

test('W18 an article is proposed as an option beside another, grows, and the chair chooses it', async () => {
  const article = 'Shared ground\nStates undertook to mark on import.\nStates undertook to report.';
  const headings = (page: Page) => provisions(page).filter({ hasText: 'Common ground' });
  const offer = async (page: Page) => {
    await headings(page).click();
    await choose(page, 'Provision', 'An option beside this one');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    for (const [at, line] of article.split('\n').entries()) {
      if (at > 0) await page.keyboard.press('Shift+Enter');
      await page.keyboard.type(line);
    }
    expect(await page.getByRole('alertdialog').innerText()).toContain('A provision agreed ad ref stands there');
    await picture(page, 'ask-article');
    await page.keyboard.press('Enter');
  };
  const lines = async (page: Page) => (await provisions(page).allTextContents()).map((line) => line.trim());
  await on('?role=delegation&code=ARV', async (page) => {
    const before = await lines(page);
    await offer(page);
    const second = (all: readonly string[]) => all.findIndex((line) => line.startsWith('Option 2: Shared ground'));
    await expect.poll(async () => second(await lines(page))).toBeGreaterThan(0);
    const now = await lines(page);
    expect(now).toHaveLength(before.length + 3);
    const at = second(now);
    expect(now.findIndex((line) => line.startsWith('Option 1: Common ground'))).toBeLessThan(at);
    expect(now.slice(at + 1, at + 3)).toEqual(['States undertook to mark on import.', 'States undertook to report.']);
    await provisions(page).nth(at).scrollIntoViewIfNeeded();
    await picture(page, 'article');
    await provisions(page).nth(at).click();
    await page.locator('.bracket-card', { hasText: 'Shared ground' }).getByRole('button', { name: 'Withdraw' }).click();
    await expect.poll(() => lines(page)).toEqual(before);
  });
  await on('?role=chair', async (page) => {
    await offer(page);
    const card = page.locator('.bracket-card', { hasText: 'Shared ground' }).first();
    await picture(page, 'article-chair');
    await card.getByRole('button', { name: 'Choose a wording' }).click();
    await page.getByRole('menuitem', { name: 'Shared ground' }).click();
    await expect.poll(() => headings(page).count()).toBe(0);
    expect((await lines(page)).filter((line) => line.startsWith('Option 2: Shared'))).toEqual([]);
    await picture(page, 'article-chosen');
  });
});

test('W11 C14 the chair puts in bridging words, and sets a window for seconds', () =>
  on('?role=chair', async (page) => {
    await choose(page, 'Chair', '1 hour');
    const stale = page.locator('.second-due[data-stale]');
    const outlined = () =>
      page
        .locator('.outline-row')
        .evaluateAll((rows) => rows.findIndex((row) => row.querySelector('[aria-current="true"]')));
    for (let at = 1; at < 30 && (await stale.count()) === 0; at += 1) {
      await provisions(page).nth(at).click();
      await expect.poll(outlined).toBe(at);
    }
    await expect.poll(() => stale.first().innerText()).toBe('No second in time');
    await picture(page, 'stale');
    const card = page.locator('.bracket-card').first();
    await card.getByRole('button', { name: 'More' }).click();
    await picture(page, 'chair-more');
    await page.getByRole('menuitem', { name: 'Bridging words' }).click();
    await page.getByRole('textbox', { name: 'Bridging words' }).fill('words that bridge');
    await picture(page, 'bridge');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.draft-text').innerText()).toContain('words that bridge');
    await picture(page, 'bridged');
  }));

test('E15 an agreed provision asks before it is written in; a yes reopens it for everybody', () =>
  on('?role=chair', async (page) => {
    const plain = provisions(page).filter({ hasText: 'States reaffirmed' }).first();
    const words = await plain.innerText();
    await plain.click();
    await page.keyboard.press('End');
    await page.keyboard.type('x');
    const bar = page.getByRole('alertdialog');
    await bar.waitFor();
    await picture(page, 'agreed-asks');
    expect(await plain.innerText()).toBe(words);
    await page.keyboard.press('Escape');
    await bar.waitFor({ state: 'detached' });
    const order = () => page.locator('.draft-text').textContent();
    const stood = await order();
    await plain.click();
    await choose(page, 'Provision', 'Move up');
    await bar.waitFor();
    await picture(page, 'agreed-asks-before-a-move');
    expect(await order()).toBe(stood);
    await page.keyboard.press('Escape');
    await bar.waitFor({ state: 'detached' });
    await plain.click();
    await page.keyboard.press('Alt+Shift+ArrowUp');
    await bar.waitFor();
    expect(await order()).toBe(stood);
    await bar.getByRole('button', { name: 'Leave it' }).click();
    await choose(page, 'Provision', 'Move up');
    await bar.getByRole('button', { name: 'Reopen' }).click();
    await expect.poll(order).not.toBe(stood);
    await plain.click();
    await page.keyboard.press('End');
    await page.keyboard.type('y');
    await expect.poll(async () => (await plain.innerText()).length).toBe(words.length + 1);
  }));
