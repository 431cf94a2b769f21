import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What breaks a rule of accessibility: the rule, and the first elements that do. */
export interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly string[];
}

/** What axe finds wrong on the page as it stands, or in one part of it. */
export async function violationsOn(page: Page, part = 'html'): Promise<readonly Violation[]> {
  // Evaluated, because the page's own policy lets no script in; not twice, because it is half a megabyte.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async (selector) => {
    interface Found {
      readonly violations: readonly {
        readonly id: string;
        readonly help: string;
        readonly nodes: readonly { readonly html: string }[];
      }[];
    }
    const { axe } = globalThis as unknown as { axe: { run(part: Element, options: object): Promise<Found> } };
    const root = document.querySelector(selector);
    if (!root) throw new Error(`there is no ${selector} on the page`);
    // What passes is not told, which takes a third of the time.
    const { violations } = await axe.run(root, { resultTypes: ['violations'], preload: false });
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)),
    }));
  }, part);
}
