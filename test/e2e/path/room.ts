import { resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
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

/** From the first character of `from` to the last of `to`; a caret at the end where it collapses. */
interface Reach {
  readonly from: string;
  readonly to?: string;
  readonly collapse?: boolean;
}

/**
 * Selects with the mouse, again where it went astray: what others write may move the words while the mouse is on its
 * way, and a person would take them once more too.
 */
export async function select(page: Page, id: string, reach: Reach): Promise<void> {
  const place = provision(page, id);
  let wanted = '';
  let again = false;
  const take = async () => {
    const { start, end, words: aimed } = await place.evaluate(findReach, reach);
    wanted = aimed;
    // Pressed on words that are selected, the mouse would drag them away.
    if (again) await page.mouse.click(start.x, start.y);
    again = true;
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    if (!reach.collapse) await page.mouse.move(end.x, end.y, { steps: 8 });
    await page.mouse.up();
    return place.evaluate(readSelection, reach.collapse ? reach.from.length : undefined);
  };
  await place.scrollIntoViewIfNeeded();
  await expect.poll(async () => (await take()) === wanted || `${wanted} is not selected`).toBe(true);
}

/** Where on the screen the words begin and end, and the words; the glyphs of brackets are none. */
function findReach(element: Element, { from, to, collapse }: Reach) {
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
  if (first < 0 || last < first) throw new Error(`no "${from}" in "${all}"`);
  const spot = (offset: number, isEnd: boolean) => {
    const holder = nodes.findLast(({ at }) => (isEnd ? at < offset : at <= offset)) ?? nodes[0];
    if (!holder) throw new Error('the provision has no words');
    const range = document.createRange();
    range.setStart(holder.node, offset - holder.at);
    const { left, top, height } = range.getBoundingClientRect();
    return { x: left, y: top + height / 2 };
  };
  const end = spot(last, true);
  return { start: collapse ? end : spot(first, false), end, words: all.slice(first, last) };
}

/** The selected words of a provision, or so many before the caret; the glyphs of brackets are none. */
function readSelection(element: Element, before: number | undefined): string {
  const selection = document.getSelection();
  if (!selection?.rangeCount) return '';
  const range = selection.getRangeAt(0).cloneRange();
  if (before !== undefined) range.setStart(element, 0);
  let all = '';
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement?.closest('.draft-glyph') || !range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    all += node.data.slice(from, node === range.endContainer ? range.endOffset : undefined);
  }
  return before === undefined ? all : all.slice(-before);
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
    const code = chair.getByRole('textbox', { name: 'Code', exact: true });
    const delegation = chair.getByRole('button', { name: /Delegation$/ }).last();
    // The list of roles hides the form from the reader until it is gone.
    await delegation.waitFor();
    if (!(await code.isVisible())) {
      await delegation.click();
      await chair.getByRole('option', { name: 'Another one' }).click();
    }
    await code.fill(request.code);
    await chair.getByRole('textbox', { name: 'Name', exact: true }).fill(request.name);
  }
  await chair.getByLabel('For whom').fill(request.person);
  await chair.getByRole('button', { name: 'Make the invitation' }).click();
  const card = chair.getByRole('article', { name: `Invitation for ${request.person}` });
  await card.waitFor();
  return card.getByLabel('Link').inputValue();
}
