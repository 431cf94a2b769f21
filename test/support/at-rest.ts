import type { Page } from 'playwright-core';
import { SLOWNESS } from './slow.ts';

const PATIENCE_MS = 20_000 * SLOWNESS;

/**
 * Resolves when the page has done what it was asked: for a fifth of a second in which it had time for idle work, it
 * drew frames, and nothing in it changed or moved. What a slow machine puts off is waited for, which no fixed time does.
 */
export function atRest(page: Page): Promise<void> {
  return page.evaluate(async (patience) => {
    let changed = 'opened';
    // A clock that counts down never rests, and nothing waits for it.
    const isClock = ({ target }: MutationRecord) =>
      (target instanceof Element ? target : target.parentElement)?.closest('[role="timer"]') != null;
    const watch = new MutationObserver((changes) => {
      const told = changes.find((change) => !isClock(change));
      if (told) changed = told.target.nodeName;
    });
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const isMoving = () =>
      document
        .getAnimations()
        .some(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
    const started = performance.now();
    let last = '';
    for (let since = started, frames = 0; performance.now() - since < 200 || frames < 6; frames += 1) {
      // A page beside another may be given no frame and no idle time for long; what it does it still does.
      await new Promise<unknown>((next) => {
        requestAnimationFrame(next);
        setTimeout(next, 500);
      });
      await new Promise((idle) => requestIdleCallback(idle, { timeout: 500 }));
      if (changed === '' && !isMoving()) continue;
      if (performance.now() - started > patience) throw new Error(`the page does not come to rest: ${last}`);
      last = changed || last;
      changed = '';
      since = performance.now();
      frames = 0;
    }
    watch.disconnect();
  }, PATIENCE_MS);
}

/** What `read` gives once the page is at rest: for where things stand, which a first look may catch on their way. */
export async function settled<Value>(page: Page, read: () => Promise<Value>): Promise<Value> {
  await atRest(page);
  return read();
}
