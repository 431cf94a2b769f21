import type { Browser, Page } from 'playwright-core';

/**
 * How many times slower than they are the pages are made, so that a fast machine shows what a slow one would:
 * `ROSTRUM_TEST_SLOW=6 npm test`. Waits last as many times longer.
 */
export const SLOWNESS = Math.max(1, Number(process.env['ROSTRUM_TEST_SLOW'] ?? 1));

/** As Playwright has it where nobody says otherwise. */
const PATIENCE_MS = 30_000;

/** The browser, whose every page, popups too, is slowed before anybody gets it. */
export function slowed(browser: Browser): Browser {
  if (SLOWNESS === 1) return browser;
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(PATIENCE_MS * SLOWNESS);
    const done = new WeakMap<Page, Promise<void>>();
    const slow = async (page: Page) => {
      const devtools = await context.newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWNESS });
    };
    // A popup may be gone again before it is slowed.
    context.on('page', (page) =>
      done.set(
        page,
        slow(page).catch(() => undefined),
      ),
    );
    const newPage = context.newPage.bind(context);
    context.newPage = async () => {
      const page = await newPage();
      await done.get(page);
      return page;
    };
    return context;
  };
  return browser;
}
