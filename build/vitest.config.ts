import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  resolve: { dedupe: ['yjs', 'lexical'], alias: { electron: resolve(root, 'test/support/no-electron.ts') } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/bench/**', 'node_modules/**'],
    pool: 'threads',
    // Vitest would leave a core free; the seeded rooms and the crash runs fill two.
    maxWorkers: 2,
    // Patience is cheap: a test that passes does not use it, and a busy machine needs it.
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
