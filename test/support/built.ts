import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const STAGES = 'ROSTRUM_TEST_STAGES';

/** Where the pages of the tests are kept while end-to-end tests run; nowhere outside such a run. */
export function stagesOfRun(): string | undefined {
  return process.env[STAGES];
}

/** End-to-end tests run what was built, so it is built first; nothing is done where it is up to date. */
export default function setup(): () => void {
  execFileSync(process.execPath, [resolve(import.meta.dirname, '../../build/build.mjs')], { stdio: 'inherit' });
  const stages = mkdtempSync(join(tmpdir(), 'rostrum-stages-'));
  process.env[STAGES] = stages;
  return () => rmSync(stages, { recursive: true, force: true });
}
