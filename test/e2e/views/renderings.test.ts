import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { atRest, settled } from '../../support/at-rest.ts';
import { type Look, type StagePage } from './stage-page.ts';
import { stageForTests } from './stage-for-tests.ts';

const stage = stageForTests();
let opened: StagePage;

async function open(query: string, look: Look = {}): Promise<Page> {
  opened = await stage.open(query, look);
  await opened.page.locator('.draft-lines span').first().waitFor();
  await atRest(opened.page);
  return opened.page;
}

/** What would go to the printer: each line by its number. */
const paper = (page: Page) =>
  page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'));
    const lines = [...document.querySelectorAll('.sheet.on-paper .sheet-line')].map((line) => {
      const words = line.cloneNode(true) as Element;
      const number = words.querySelector('.sheet-count')!.textContent;
      for (const beside of words.querySelectorAll('.sheet-count, sup')) beside.remove();
      return [number, words.textContent.trim()] as const;
    });
    window.dispatchEvent(new Event('afterprint'));
    return lines;
  });

/** For the numbers in the gutter, what is written on the screen's line beside each, from there on. */
const gutter = (page: Page) =>
  page.evaluate(() => {
    const provisions = [...document.querySelectorAll<HTMLElement>('.draft-provision')];
    return [...document.querySelectorAll<HTMLElement>('.draft-lines span')].map((number) => {
      const { top, height } = number.getBoundingClientRect();
      const middle = top + height / 2;
      const provision = provisions.find((each) => {
        const box = each.getBoundingClientRect();
        return box.top <= middle && middle <= box.bottom;
      });
      let words = '';
      const walker = document.createTreeWalker(provision!, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
        for (let at = 0; at < node.length; at += 1) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const rect = [...range.getClientRects()].at(-1);
          if (rect && rect.top <= middle && middle <= rect.bottom) words += node.data[at];
        }
      }
      return [number.textContent, words.trim()] as const;
    });
  });

it.each([1280, 1920])('F5 a window %i wide numbers the lines that are printed', async (width) => {
  const page = await open('?role=delegation', { context: { viewport: { width, height: 900 } } });
  const printed = new Map(await paper(page));
  expect(printed.get('3')).toBe('on small arms and light weapons is put into practice at the national, regional');
  const shown = await gutter(page);
  expect(shown.length).toBeGreaterThan(8);
  for (const [number, words] of shown) {
    const [start] = printed.get(number!)!.split(' ');
    // The line of a narrower screen may hold more before it, and a bracket before the blank that it opens with.
    expect(words.split(/[\s[\]]+/)).toContain(start!.replaceAll(/[[\]]/g, ''));
  }
});

/** How many paragraphs the PDF that the browser makes of the page has, and how many headings under its title. */
async function printed(page: Page): Promise<Readonly<Record<'P' | 'H2', number>>> {
  const cdp = await page.context().newCDPSession(page);
  const { data } = await cdp.send('Page.printToPDF', { preferCSSPageSize: true, generateTaggedPDF: true });
  const pdf = Buffer.from(data, 'base64').toString('latin1');
  const count = (tag: string) => pdf.match(new RegExp(`/S /${tag}\\b`, 'gu'))?.length ?? 0;
  return { P: count('P'), H2: count('H2') };
}

it.each(['Attributed', 'Clean'])(
  'F5 all of the %s draft goes to the printer, whose paper is narrower than a window',
  async (rendering) => {
    const page = await open('?role=delegation');
    const counted = async (selector: string) => page.locator(`.draft-text .draft-provision${selector}`).count();
    const [all, headings] = [await counted(''), await counted("[data-kind='heading']")];
    await page.getByRole('radio', { name: rendering, exact: true }).click();
    if (rendering === 'Clean') await page.locator('.sheet').waitFor();
    const { P, H2 } = await printed(page);
    expect(H2).toBe(headings);
    // In the clean rendering an option that is not taken is no paragraph.
    if (rendering === 'Clean') expect(P).toBeGreaterThan((all - headings) * 0.7);
    else expect(P).toBe(all - headings);
  },
);

it('F5 Arabic has its lines numbered on the right, in its own figures', async () => {
  const page = await open('?role=delegation&draft=ar', { language: 'ar' });
  const number = page.locator('.draft-lines span').nth(1);
  await expect.poll(() => number.textContent()).toBe('٢');
  const words = await page.locator('.draft-provision .draft-run').first().boundingBox();
  expect((await number.boundingBox())!.x).toBeGreaterThan(words!.x + words!.width);
  const printed = await paper(page);
  expect(printed.map(([count]) => count).slice(0, 3)).toEqual(['١', '٢', '٣']);
});

it('F6 switching renderings keeps the words where they stand, and the caret in them', async () => {
  const page = await open('?role=delegation');
  await page.keyboard.press('Control+g');
  await page.keyboard.type('surplus to their needs');
  await page.keyboard.press('Enter');
  const selected = () => page.evaluate(() => document.getSelection()?.toString());
  await expect.poll(selected).toBe('surplus to their needs');
  const top = (scope: string) =>
    page.evaluate((within) => {
      const walker = document.createTreeWalker(document.querySelector(within)!, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
        const at = node.data.indexOf('their needs');
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 3);
        return range.getClientRects()[0]!.top;
      }
      return undefined;
    }, scope);
  const before = (await settled(page, () => top('.draft-text')))!;
  const moved = async (scope: string) => Math.abs((await top(scope))! - before);
  const choose = async (rendering: string) => {
    const radio = page.getByRole('radio', { name: rendering, exact: true });
    await radio.click();
    await expect.poll(() => radio.isChecked()).toBe(true);
  };
  await choose('Unattributed');
  expect(await settled(page, () => moved('.draft-text'))).toBeLessThan(3);
  await choose('Clean');
  await page.locator('.sheet').waitFor();
  expect(await settled(page, () => moved('.sheet'))).toBeLessThan(12);
  expect(await page.locator('.sheet').textContent()).not.toContain('[');

  // Another wording is chosen for this screen alone.
  const provision = page.locator('.sheet-provision', { hasText: 'identify what is surplus' });
  await expect.poll(() => provision.textContent()).toContain('dispose of it');
  await page.getByRole('radio', { name: 'No text' }).first().check();
  await expect.poll(() => provision.textContent()).not.toContain('dispose of it');
  await atRest(page);

  await choose('Attributed');
  expect(await settled(page, () => moved('.draft-text'))).toBeLessThan(30);
  await page.locator('.draft-text').focus();
  await expect.poll(selected).toBe('surplus to their needs');

  // Last, because it scrolls what it looks at.
  await choose('Clean');
  await page.locator('.sheet').waitFor();
  expect(await opened.violations()).toEqual([]);
});

it('T6 a proposed move is carried out in the clean rendering where it is chosen, and only there', async () => {
  const page = await open('?role=delegation&code=ARV');
  const nth = (at: number) => page.locator('.draft-text .draft-provision').nth(at);
  const moved = await nth(3).locator('.draft-run').first().innerText();
  const ahead = await nth(2).locator('.draft-run').first().innerText();
  await nth(3).click();
  await page.getByRole('button', { name: 'Provision', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Propose to move up' }).click();
  await page.locator('.draft-text .of-move').first().waitFor();
  await page.getByRole('radio', { name: 'Clean' }).click();
  await page.locator('.sheet').waitFor();
  const order = async () => {
    const text = (await page.locator('.sheet').textContent()) ?? '';
    return text.indexOf(moved) < text.indexOf(ahead) ? 'moved' : 'as it was';
  };
  await page.getByRole('radio', { name: 'Leave it here' }).check();
  await expect.poll(order).toBe('as it was');
  await page.getByRole('radio', { name: 'Move it' }).check();
  await expect.poll(order).toBe('moved');
});
