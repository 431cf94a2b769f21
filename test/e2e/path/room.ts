import { resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { openWatchedPage, type WatchedPage } from '../../support/watched-page.ts';

export const RENDERER = resolve(import.meta.dirname, '../../../out/renderer');

/** One person at one machine: a browser of their own, with its storage, watched from the first moment. */
export interface Seat extends WatchedPage {
  /** Takes the machine's network away and gives it back. */
  cut(offline: boolean): Promise<void>;
}

export async function takeSeat(browser: Browser, address: string): Promise<Seat> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
  const watched = await openWatchedPage(context);
  await watched.page.goto(address);
  return { ...watched, cut: (offline) => context.setOffline(offline) };
}

/** The provision's element in the draft. */
export function provision(page: Page, id: string): Locator {
  return page.locator(`[data-provision="${id}"]`);
}

/** The id of the provision whose words begin so; it stays when the words change. */
export async function provisionWith(page: Page, words: string): Promise<string> {
  const found = page.locator('[data-provision]').filter({ hasText: words }).first();
  return (await found.getAttribute('data-provision')) ?? '';
}

/** Puts the caret right after the first occurrence of `words`, as a click there would. */
export async function caretAfter(page: Page, id: string, words: string): Promise<void> {
  await select(page, id, { from: words, collapse: true });
}

/** Selects from the first character of `from` to the last of `to` with the mouse's own means, the page's selection. */
export async function select(
  page: Page,
  id: string,
  range: { readonly from: string; readonly to?: string; readonly collapse?: boolean },
): Promise<void> {
  const place = provision(page, id);
  await place.scrollIntoViewIfNeeded();
  const [start, end] = await place.evaluate((element, { from, to, collapse }) => {
    const nodes: { node: Text; at: number }[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let all = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest('.draft-glyph')) continue;
      nodes.push({ node: node as Text, at: all.length });
      all += node.textContent;
    }
    const first = all.indexOf(from);
    const last = to === undefined ? first + from.length : all.indexOf(to, first) + to.length;
    if (first < 0 || last < 0) throw new Error(`no "${from}" in "${all}"`);
    const point = (offset: number) => {
      const holder = nodes.findLast(({ at }) => at < offset) ?? nodes[0];
      if (!holder) throw new Error('the provision has no words');
      const spot = document.createRange();
      spot.setStart(holder.node, offset - holder.at);
      const { left, top, height } = spot.getBoundingClientRect();
      return { x: left, y: top + height / 2 };
    };
    const tail = point(last);
    if (collapse) return [tail, tail];
    const head = document.createRange();
    const holder = nodes.findLast(({ at }) => at <= first) ?? nodes[0];
    if (!holder) throw new Error('the provision has no words');
    head.setStart(holder.node, first - holder.at);
    const { left, top, height } = head.getBoundingClientRect();
    return [{ x: left, y: top + height / 2 }, tail];
  }, range);
  if (!start || !end) throw new Error('no place found');
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  if (!range.collapse) await page.mouse.move(end.x, end.y, { steps: 8 });
  await page.mouse.up();
}

/** The words of a provision as the screen shows them, brackets included. */
export async function words(page: Page, id: string): Promise<string> {
  return (await provision(page, id).textContent()) ?? '';
}

export async function openView(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Views of the meeting' }).getByText(name, { exact: true }).click();
}

/** An invitation made at the chair's desk; the link as the chair would send it. */
export async function invite(
  chair: Page,
  request: {
    readonly role: 'Delegation' | 'Observer';
    readonly code?: string;
    readonly name: string;
    readonly person: string;
  },
): Promise<string> {
  await openView(chair, 'Chair’s desk');
  await chair.getByRole('tab', { name: 'Invitations' }).click();
  await chair
    .getByRole('button', { name: /^Role|Role$/ })
    .first()
    .click();
  await chair.getByRole('option', { name: request.role }).click();
  if (request.code !== undefined) {
    const code = chair.getByRole('textbox', { name: 'Code' });
    if (!(await code.isVisible())) {
      await chair
        .getByRole('button', { name: /Delegation$/ })
        .last()
        .click();
      await chair.getByRole('option', { name: 'Another one' }).click();
    }
    await code.fill(request.code);
  }
  const name = chair.getByRole('textbox', { name: 'Name', exact: true });
  if (await name.isVisible()) await name.fill(request.name);
  await chair.getByLabel('For whom').fill(request.person);
  await chair.getByRole('button', { name: 'Make the invitation' }).click();
  const card = chair.getByRole('article', { name: `Invitation for ${request.person}` });
  await card.waitFor();
  return card.getByLabel('Link').inputValue();
}
