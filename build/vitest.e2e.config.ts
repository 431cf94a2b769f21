import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

/** Whole programs in a real Chromium: one file at a time, because each starts browsers and relays of its own. */
export default defineConfig({
  root,
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: [resolve(root, 'test/support/built.ts')],
    pool: 'forks',
    fileParallelism: false,
    maxWorkers: 1,
    // Pages that only look are opened two at a time.
    maxConcurrency: 2,
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // Vitest gives up after a second, which a busy machine may spend on one key.
    expect: { poll: { timeout: 20_000 } },
    teardownTimeout: 20_000,
  },
});
