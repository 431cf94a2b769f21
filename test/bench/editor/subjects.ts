import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { openStage, type Stage } from '../../e2e/editor/stage.ts';
import type { KeyTimes } from './page/key-clock.ts';
import type { Stored, Subject } from './page/page.tsx';

/** Ten keys in a third of a second: as fast as anybody types, so that what one key puts off meets the next. */
const KEY_GAP_MS = 32;

/** What keys cost, each time a list of milliseconds a key. */
export interface Keys extends KeyTimes {
  /** All the main thread worked for, put off or not, in milliseconds of processor time a key: one mean a round. */
  readonly all: number[];
}

/** Pages of one Chromium, a process of their own for every editor under measurement. */
export class Subjects {
  readonly #stage: Stage;

  private constructor(stage: Stage) {
    this.#stage = stage;
  }

  static async start(): Promise<Subjects> {
    return new Subjects(await openStage('test/bench/editor/page'));
  }

  version(): string {
    return this.#stage.browser.version();
  }

  async page(subject: Subject, stored: Stored): Promise<SubjectPage> {
    const context = await this.#stage.browser.newContext({ viewport: { width: 1280, height: 860 } });
    const page = await context.newPage();
    page.on('pageerror', (error) => process.stderr.write(`${subject}: ${String(error)}\n`));
    await page.goto(this.#stage.url);
    await page.waitForSelector('html[data-ready=yes]');
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const opened = new SubjectPage(page, cdp);
    await page.evaluate(([which, bytes]) => window.bench.prepare(which, bytes), [subject, stored] as const);
    return opened;
  }

  close(): Promise<void> {
    return this.#stage.close();
  }
}

export class SubjectPage {
  readonly page: Page;
  readonly cdp: CDPSession;
  #closed = false;

  constructor(page: Page, cdp: CDPSession) {
    this.page = page;
    this.cdp = cdp;
  }

  /** Milliseconds from bytes to the painted screen. */
  async open(): Promise<number> {
    await this.page.bringToFront();
    return this.page.evaluate(() => window.bench.open());
  }

  async stand(at: number): Promise<void> {
    await this.page.evaluate((provision) => window.bench.stand(provision), at);
  }

  /** Types so many keys where the caret stands. */
  async type(keys: number): Promise<Keys> {
    await this.page.bringToFront();
    await wait(150);
    const before = await this.#busy();
    for (let key = 0; key < keys; key += 1) {
      // The release waits behind the key: it tells when the page is free again (see `key-clock.ts`).
      const down = this.cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'x', code: 'KeyX', text: 'x' });
      await this.cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'x', code: 'KeyX' });
      await down;
      await wait(KEY_GAP_MS);
    }
    await wait(250);
    const spent = (await this.#busy()) - before;
    const times = await this.page.evaluate(() => window.bench.take());
    return { ...times, all: [spent / keys] };
  }

  async arrive(at: number, keys: number): Promise<number[]> {
    await this.page.bringToFront();
    return this.page.evaluate(([provision, count]) => window.bench.arrive(provision, count), [at, keys] as const);
  }

  /** Bytes in use on the page's heap once its rubbish is gone. */
  async heap(): Promise<number> {
    await this.cdp.send('HeapProfiler.collectGarbage');
    await this.cdp.send('HeapProfiler.collectGarbage');
    return (await this.cdp.send('Runtime.getHeapUsage')).usedSize;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.page.context().close();
  }

  /** Milliseconds the main thread has worked so far. */
  async #busy(): Promise<number> {
    const { metrics } = await this.cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  }
}
