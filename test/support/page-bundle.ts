import { resolve } from 'node:path';
import { build, type Rolldown } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/**
 * One of our modules as a script for a page of Chromium, with everything it imports. The module puts what the test calls
 * on `globalThis`; run it with `page.evaluate(script)`, which no content security policy stands against.
 */
export async function bundleForPage(entry: string): Promise<string> {
  const built = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { dedupe: ['yjs'] },
    build: {
      write: false,
      minify: false,
      target: 'chrome120',
      rolldownOptions: { input: resolve(root, entry), output: { format: 'iife', codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}
