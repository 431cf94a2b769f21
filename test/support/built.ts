import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** End-to-end tests run what was built, so it is built first; nothing is done where it is up to date. */
export default function setup(): void {
  execFileSync(process.execPath, [resolve(import.meta.dirname, '../../build/build.mjs')], { stdio: 'inherit' });
}
