import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../../support/chromium.ts';
import { relayOnLoopback, type TestRelay } from '../../support/relay-on-loopback.ts';
import { framesHold } from '../../support/watched-page.ts';
import {
  caretAfter,
  invite,
  openView,
  provision,
  provisionWith,
  RENDERER,
  select,
  takeSeat,
  words,
  type Seat,
} from './room.ts';

const PARIS = resolve(import.meta.dirname, '../../../../shared/data/09-paris-draft-decision-2015.md');

/** Brackets and words in order, which is what an export owes its source. */
const tokens = (text: string) => text.match(/[[\]]|[\p{L}\p{N}]+/gu) ?? [];

describe('the main job, end to end, on a real text', () => {
  let browser: Browser;
  let relay: TestRelay;
  let chair: Seat;
  let arvenia: Seat;
  let belmora: Seat;
  let observer: Seat;
  /** Ids of three provisions, which stay when their words change. */
  let SIGNATURE: string;
  let DEPOSITARY: string;
  let ADOPTION: string;
  const source = () => readFileSync(PARIS, 'utf8');

  beforeAll(async () => {
    if (!existsSync(PARIS)) throw new Error(`the real text is not beside the project: ${PARIS}`);
    browser = await openChromium();
    relay = await relayOnLoopback({ rendererDir: RENDERER });
  });
  afterAll(async () => {
    await browser?.close();
    await relay?.close();
  });

  it('J1 the first screen offers a demonstration, a meeting from a file and an invitation', async () => {
    chair = await takeSeat(browser, relay.url);
    const { page } = chair;
    await page.getByRole('button', { name: 'Open the demonstration' }).waitFor();
    await page.getByRole('button', { name: 'Choose a file' }).waitFor();
    await page.getByLabel('Invitation link').waitFor();
    expect(await chair.violations()).toEqual([]);
  });

  it('J2 a chair makes a meeting from the file: what could not be read is listed with its place, nothing is dropped', async () => {
    const { page } = chair;
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a file' }).click(),
    ]);
    await chooser.setFiles(PARIS);
    await page.getByText('The provisions as they were read').waitFor();
    const strays = page.getByRole('table').filter({ hasText: 'What is missing' }).getByRole('row');
    const lines = source().split('\n');
    const listed = (await strays.count()) - 1;
    expect(listed).toBeGreaterThan(0);
    for (let row = 1; row <= listed; row += 1) {
      const [line, column, reason] = await strays.nth(row).getByRole('cell').allTextContents();
      const character = lines[Number(line) - 1]?.[Number(column) - 1];
      expect(`${reason}: ${character}`).toMatch(/^(closes nothing: \]|is never closed: \[)$/);
    }
    expect(await chair.violations()).toEqual([]);
    await page.getByLabel('Your name').fill('Ana Prezo');
    await page.getByRole('button', { name: 'Make the meeting' }).click();
    await page.getByText('Saved by the relay').waitFor();
    SIGNATURE = await provisionWith(page, 'Invites the Secretary-General to convene');
    DEPOSITARY = await provisionWith(page, 'Requests the Secretary-General of the United Nations');
    ADOPTION = await provisionWith(page, 'ADOPTION OF THE');
  });

  it('J3 the chair invites two delegations and an observer; each joins by its link', async () => {
    const links = {
      arvenia: await invite(chair.page, { role: 'Delegation', code: 'ARV', name: 'Arvenia', person: 'Ines Arlo' }),
      belmora: await invite(chair.page, { role: 'Delegation', code: 'BEL', name: 'Belmora', person: 'Bo Lind' }),
      observer: await invite(chair.page, { role: 'Observer', name: 'Small Arms Watch', person: 'Nia Obi' }),
    };
    expect(await chair.violations()).toEqual([]);
    [arvenia, belmora, observer] = await Promise.all([
      takeSeat(browser, links.arvenia),
      takeSeat(browser, links.belmora),
      takeSeat(browser, links.observer),
    ]);
    for (const seat of [arvenia, belmora]) await provision(seat.page, SIGNATURE).waitFor();
    await observer.page.getByText('Nothing has been published yet').waitFor();
    // The link is used up; a reload comes back to the meeting all the same.
    await observer.page.reload();
    await observer.page.getByText('Nothing has been published yet').waitFor();
    for (const seat of [arvenia, belmora, observer]) await expect.poll(() => seat.page.url()).toBe(relay.url);
    for (const { log } of [relay]) for (const line of log) expect(line).not.toMatch(/eyJ[\w-]+\./);
    await openView(chair.page, 'Draft');
  });

  it('J4 two delegations type in one provision at once, bracket overlapping ranges and see each other’s carets', async () => {
    await Promise.all([
      caretAfter(arvenia.page, SIGNATURE, 'Secretary-General'),
      caretAfter(belmora.page, SIGNATURE, 'early 2016'),
    ]);
    await Promise.all([
      arvenia.page.keyboard.type(' without delay', { delay: 15 }),
      belmora.page.keyboard.type(' at the latest', { delay: 15 }),
    ]);
    const expected = /Secretary-General\[ without delay\](ARV)? to convene .* in early 2016\[ at the latest\](BEL)?/;
    for (const { page } of [arvenia, belmora, chair]) await expect.poll(() => words(page, SIGNATURE)).toMatch(expected);

    await select(arvenia.page, SIGNATURE, { from: 'convene', to: 'signature' });
    await arvenia.page.getByRole('button', { name: 'Bracket words' }).click();
    await select(belmora.page, SIGNATURE, { from: 'high-level', to: 'ceremony' });
    await belmora.page.getByRole('button', { name: 'Bracket words' }).click();
    for (const { page } of [arvenia, belmora, chair])
      await expect
        .poll(() => words(page, SIGNATURE).then((text) => text.replaceAll(/\d|ARV|BEL/g, '')))
        .toMatch(/\[convene a \[high-level signature\] ceremony\]/);

    await caretAfter(belmora.page, SIGNATURE, 'Agreement');
    await expect
      .poll(() => arvenia.page.locator('.draft-caret, .caret-flag').allTextContents())
      .toEqual(expect.arrayContaining([expect.stringContaining('Bo Lind')]));
  });

  it('J5 one goes offline, works on, comes back: both end equal and no word is lost', async () => {
    await belmora.cut(true);
    await belmora.page
      .getByText(/^Offline/)
      .first()
      .waitFor();
    await caretAfter(belmora.page, SIGNATURE, 'Agreement');
    await belmora.page.keyboard.type(' and its annexes');
    await belmora.page
      .getByText(/Offline: \d+ changes? kept here/)
      .first()
      .waitFor();
    await caretAfter(arvenia.page, SIGNATURE, 'ceremony');
    await arvenia.page.keyboard.type(' in New York');
    await belmora.cut(false);
    await belmora.page.getByText('Saved by the relay').waitFor();
    for (const { page } of [arvenia, belmora, chair]) {
      await expect.poll(() => words(page, SIGNATURE)).toContain('and its annexes');
      await expect.poll(() => words(page, SIGNATURE)).toContain('in New York');
    }
    const texts = () => Promise.all([arvenia, belmora, chair].map(({ page }) => words(page, SIGNATURE)));
    await expect.poll(async () => [...new Set(await texts())]).toHaveLength(1);
  });

  it('J6 a delegation only ever proposes: deleting another’s words brackets them', async () => {
    await select(arvenia.page, DEPOSITARY, { from: 'to be the Depositary', to: 'Agreement' });
    await arvenia.page.keyboard.press('Delete');
    for (const { page } of [arvenia, belmora, chair])
      await expect
        .poll(() => words(page, DEPOSITARY))
        .toMatch(/United Nations \[to be the Depositary of the Agreement\]/);
  });

  it('J7 the chair rules: a proposal is kept, another dropped, a variant chosen; the ruling says who and when', async () => {
    const { page } = chair;
    await caretAfter(page, SIGNATURE, 'without');
    const margin = page.getByRole('complementary', { name: 'Brackets and positions here' });
    const card = (held: string) => margin.getByRole('article').filter({ hasText: held });
    await card('without delay').getByRole('button', { name: 'Accept the words' }).first().click();
    await expect.poll(() => words(page, SIGNATURE)).toMatch(/Secretary-General without delay to/);
    await card('at the latest').getByRole('button', { name: 'Drop the words' }).first().click();
    for (const seat of [arvenia, belmora, chair])
      await expect.poll(() => words(seat.page, SIGNATURE)).not.toContain('at the latest');

    await caretAfter(page, ADOPTION, 'PARIS');
    await margin
      .getByRole('button', { name: /Choose a wording/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: /PARIS AGREEMENT/ }).click();
    for (const seat of [arvenia, chair])
      await expect.poll(() => words(seat.page, ADOPTION)).toMatch(/ADOPTION OF THE PARIS AGREEMENT$/);
  });

  it('J8 delegations state positions by mouse and by one key; the board ranks live, with reasons in words', async () => {
    await caretAfter(arvenia.page, DEPOSITARY, 'Depositary');
    await arvenia.page.keyboard.press('Control+.');
    await arvenia.page
      .getByRole('radio', { name: /Object/ })
      .first()
      .waitFor();
    await arvenia.page.keyboard.press('Digit5');
    await arvenia.page
      .getByText(/On record: Object/)
      .first()
      .waitFor();

    await caretAfter(belmora.page, SIGNATURE, 'Secretary-General');
    await belmora.page
      .getByRole('button', { name: /^(Position|You: )/ })
      .first()
      .click();
    await belmora.page.locator('label.stance-choice-one').filter({ hasText: 'Object' }).click();
    await belmora.page
      .getByText(/On record: Object/)
      .first()
      .waitFor();

    await openView(chair.page, 'Board');
    const board = chair.page
      .getByRole('region', { name: 'What stands between us and consensus' })
      .or(chair.page.locator('section').filter({ hasText: 'What stands between us and consensus' }));
    await board
      .getByText(/BEL alone cannot accept it as it stands/)
      .first()
      .waitFor();
    expect(await chair.violations()).toEqual([]);
  });

  it('J9 the chair publishes Rev.1; the observer sees it, and never a byte of anything else', async () => {
    const { page } = chair;
    await openView(page, 'Chair’s desk');
    await page.getByRole('tab', { name: 'Publish' }).click();
    await page.getByRole('button', { name: 'Publish Rev.1' }).click();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Rev.1 is published.').waitFor();
    await observer.page.getByText('convene').first().waitFor();
    await expect.poll(() => observer.page.locator('body').textContent()).toContain('Rev.1');
    expect(await observer.violations()).toEqual([]);

    const after = observer.frames.length;
    await openView(page, 'Draft');
    await caretAfter(arvenia.page, SIGNATURE, 'New York');
    await arvenia.page.keyboard.type(' zanzibarine');
    await expect.poll(() => words(page, SIGNATURE)).toContain('zanzibarine');

    const rooms = new Set(observer.frames.map(({ url }) => new URL(url).pathname.split('/').slice(3).join('/')));
    expect([...rooms]).toEqual(['record']);
    for (const secret of ['zanzibarine', 'at the latest', 'BEL|', 'ARV|', 'Bo Lind', 'Ines Arlo'])
      expect(`${secret}: ${framesHold(observer.frames, secret)}`).toBe(`${secret}: false`);
    expect(framesHold(observer.frames, 'without delay')).toBe(true);
    expect(
      observer.frames.slice(after).filter(({ direction, bytes }) => direction === 'received' && bytes.length > 400),
    ).toEqual([]);
  });

  it('J10 export gives text and Markdown with the words and brackets of the draft', async () => {
    const { page } = chair;
    for (const [label, ending] of [
      ['Plain text', '.txt'],
      ['Markdown', '.md'],
    ] as const) {
      await page.getByRole('button', { name: 'Export' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: label }).first().click(),
      ]);
      expect(download.suggestedFilename().endsWith(ending)).toBe(true);
      const exported = tokens(readFileSync(await download.path(), 'utf8'));
      // What the room did not touch is the file's own, bracket by bracket: everything from section II on.
      const tail = (all: readonly string[]) => all.slice(all.lastIndexOf('INTENDED', all.indexOf('DETERMINED')));
      const untouched = tail(tokens(source()));
      expect(untouched.length).toBeGreaterThan(5_000);
      expect(tail(exported)).toEqual(untouched);
      expect(exported.join(' ')).toContain('[ to be the Depositary of the Agreement ]');
    }
  });

  it('J11 no view complains in the console, the relay logged no word, and the observer still has none that is not published', () => {
    expect(framesHold(observer.frames, 'zanzibarine')).toBe(false);
    for (const seat of [chair, arvenia, belmora, observer])
      expect(seat.complaints.filter((line) => !/net::ERR_INTERNET_DISCONNECTED/.test(line))).toEqual([]);
    for (const line of relay.log) expect(line).not.toMatch(/zanzibarine|Depositary|eyJ[\w-]+\./);
  });
});
