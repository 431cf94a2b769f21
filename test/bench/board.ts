import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { openViewStage } from '../e2e/views/stage-page.ts';

// `npm run bench -- board [--json]`: how smoothly the matrix scrolls with 193 delegations in 12 groups on 400 provisions,
// in Chromium without a graphics card, beside a plain table of the same size in the same page. Milliseconds from one
// frame to the next while a hand scrolls; what a screen at 60 Hz allows is 16.7.

interface Figure {
  readonly ours: number;
  readonly peers: Readonly<Record<string, number>>;
  readonly unit: string;
  readonly aim: string;
  readonly met: boolean;
}

const FRAMES = 120;
const figures: Record<string, Figure> = {};
const round = (value: number) => Number(value.toPrecision(3));
const at = (share: number, values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))]!;

/** Scrolls an element by a hand's stretch every frame and gives the times between frames. */
function scroll(page: Page, selector: string, step: { readonly x: number; readonly y: number }): Promise<number[]> {
  return page.evaluate(
    async ({ selector: found, step: { x, y }, frames }) => {
      const pane = document.querySelector(found);
      if (!pane) throw new Error(`no ${found}`);
      pane.scrollTo(0, 0);
      await new Promise((drawn) => setTimeout(drawn, 500));
      const gaps: number[] = [];
      let last = 0;
      for (let frame = 0; frame < frames; frame += 1) {
        const now = await new Promise<number>((tick) => requestAnimationFrame(tick));
        if (frame > 0) gaps.push(now - last);
        last = now;
        pane.scrollBy(x, y);
      }
      return gaps;
    },
    { selector, step, frames: FRAMES },
  );
}

/** Walks the matrix by a key that is held, a step every frame. */
function walk(page: Page, key: string): Promise<number[]> {
  return page.evaluate(
    async ({ pressed, frames }) => {
      document.querySelector('.matrix')?.scrollTo(0, 0);
      document.querySelector<HTMLElement>('.matrix-cell[data-row="0"][data-col="0"]')?.focus();
      await new Promise((drawn) => setTimeout(drawn, 500));
      const gaps: number[] = [];
      let last = 0;
      for (let frame = 0; frame < frames; frame += 1) {
        const now = await new Promise<number>((tick) => requestAnimationFrame(tick));
        if (frame > 0) gaps.push(now - last);
        last = now;
        const press = new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(press);
      }
      if (!document.activeElement?.closest('.matrix')) throw new Error('the focus was lost on the way');
      return gaps;
    },
    { pressed: key, frames: FRAMES },
  );
}

/** The peer: every cell of the same size as one plain table, all at once. */
async function plainTable(page: Page): Promise<void> {
  await page.evaluate(() => {
    const cell = document.querySelector('.matrix-legend .stance')?.outerHTML ?? '';
    const row = `<tr><th>1</th>${`<td style="inline-size:46px">${cell}</td>`.repeat(205)}</tr>`;
    document.body.innerHTML = `<div id="peer" style="block-size:430px;overflow:auto"><table>${row.repeat(400)}</table></div>`;
  });
}

// The bundle stands elsewhere; benchmarks run from the root.
const stage = await openViewStage(resolve('test/stage/vite.config.ts'));
try {
  const { page } = await stage.open('?role=chair&large=1');
  page.setDefaultTimeout(120_000);
  const opening = Date.now();
  await page.locator('.bar-view').nth(1).click();
  await page.locator('.matrix-cell').first().waitFor();
  const opened = Date.now() - opening;
  await page.getByRole('button', { name: /With open points/ }).click();
  await page.getByRole('option', { name: 'All provisions' }).click();
  await page.getByRole('button', { name: /Groups first/ }).click();
  await page.getByRole('option', { name: 'Delegations' }).click();
  await page.waitForTimeout(1_000);
  const size = await page
    .locator('.matrix')
    .evaluate((grid) => `${grid.getAttribute('aria-colcount')} by ${grid.getAttribute('aria-rowcount')}`);
  const cells = await page.locator('.matrix-cell').count();
  const ways = { down: { x: 0, y: 60 }, across: { x: 60, y: 0 } } as const;
  const frames: Record<string, { readonly ours: readonly number[]; readonly peer?: readonly number[] }> = {};
  const down = await scroll(page, '.matrix', ways.down);
  const across = await scroll(page, '.matrix', ways.across);
  for (const key of ['ArrowDown', 'ArrowRight', 'PageDown'])
    frames[`walking by ${key}`] = { ours: await walk(page, key) };
  await plainTable(page);
  frames['scrolling down'] = { ours: down, peer: await scroll(page, '#peer', ways.down) };
  frames['scrolling across'] = { ours: across, peer: await scroll(page, '#peer', ways.across) };
  for (const [way, { ours, peer }] of Object.entries(frames)) {
    const told = (what: string, share: number, aim: string, most: number) => {
      const gap = at(share, ours);
      figures[`matrix ${size}, ${way}: ${what}`] = {
        ours: round(gap),
        peers: peer ? { 'plain table': round(at(share, peer)) } : {},
        unit: 'ms',
        aim,
        met: gap <= most,
      };
    };
    told('half of the frames within', 0.5, 'at frame rate (16.7)', 17);
    told('95 of 100 frames within', 0.95, 'at frame rate (16.7)', 17);
    told('the longest frame', 1, 'no frame of three (50)', 50);
  }
  figures['cells in the page'] = {
    ours: cells,
    peers: { 'plain table': 400 * 205 },
    unit: 'cells',
    aim: 'as many as are in sight',
    met: cells < 2_000,
  };
  figures['opening the board'] = { ours: opened, peers: {}, unit: 'ms', aim: '', met: true };
} finally {
  await stage.close();
}

if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(figures)}\n`);
else
  for (const [name, { ours, peers, unit, aim, met }] of Object.entries(figures)) {
    const others = Object.entries(peers).map(([peer, value]) => `${peer} ${value}`);
    process.stdout.write(
      `${[`${name}: ${ours} ${unit}`, ...others, aim && `aim ${aim}: ${met ? 'met' : 'not met'}`].filter(Boolean).join(', ')}\n`,
    );
  }
