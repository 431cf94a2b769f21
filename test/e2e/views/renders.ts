import type { Page } from 'playwright-core';

/** How often each component of the page rendered, by name, each instance by its key. */
export type Renders = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Has React tell of its renderings, as its own developer tools do; before the page is opened. */
export async function countRenders(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Fiber {
      readonly type: unknown;
      readonly key: string | null;
      readonly flags: number;
      readonly child: Fiber | null;
      readonly sibling: Fiber | null;
    }
    /** Set by React on what it called and did not pass over. */
    const PERFORMED_WORK = 1;
    let shown = new WeakSet<Fiber>();
    const counts: Record<string, Record<string, number>> = {};
    const walk = (fiber: Fiber | null, now: WeakSet<Fiber>) => {
      for (let at = fiber; at; at = at.sibling) {
        // A fiber that was on the screen before is as it was; one that React made or took up again was worked on.
        if (!shown.has(at) && typeof at.type === 'function' && (at.flags & PERFORMED_WORK) !== 0) {
          const own = (counts[at.type.name] ??= {});
          own[at.key ?? ''] = (own[at.key ?? ''] ?? 0) + 1;
        }
        now.add(at);
        walk(at.child, now);
      }
    };
    Object.assign(window, {
      renders: counts,
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberUnmount() {},
        onPostCommitFiberRoot() {},
        onCommitFiberRoot(_renderer: number, root: { readonly current: Fiber }) {
          const now = new WeakSet<Fiber>();
          walk(root.current, now);
          shown = now;
        },
      },
    });
  });
}

/** What rendered while something was done. */
export async function rendersDuring(page: Page, act: () => Promise<void>): Promise<Renders> {
  await page.evaluate(() => {
    const { renders } = window as unknown as { renders: Record<string, unknown> };
    for (const name of Object.keys(renders)) delete renders[name];
  });
  await act();
  return page.evaluate(() => (window as unknown as { renders: Renders }).renders);
}
