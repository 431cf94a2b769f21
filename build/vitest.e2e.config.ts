import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');
/** Pages that are slowed are waited for as many times longer; see `test/support/slow.ts`. */
const slowness = Math.max(1, Number(process.env['ROSTRUM_TEST_SLOW'] ?? 1));

/** Whole programs in a real Chromium; each file starts browsers and relays of its own, and waits much of the time. */
export default defineConfig({
  root,
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: [resolve(root, 'test/support/built.ts')],
    pool: 'forks',
    maxWorkers: 2,
    // Pages that only look are opened two at a time.
    maxConcurrency: 2,
    testTimeout: 90_000 * slowness,
    hookTimeout: 90_000 * slowness,
    // Vitest gives up after a second, which a busy machine may spend on one key.
    expect: { poll: { timeout: 20_000 * slowness } },
    teardownTimeout: 20_000,
  },
});
