// `npm test [-- --long]`: installs what is missing, builds, runs the unit tests and then the end-to-end tests, one
// after the other because both want every core. The last line is the sum.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { install } from './install.mjs';
import { needChromium, needRedis } from './needed-programs.mjs';
import { run } from './run.mjs';
import { wordsOf } from './words-of.mjs';

const RUNS = [
  { name: 'unit', config: 'build/vitest.config.ts' },
  { name: 'e2e', config: 'build/vitest.e2e.config.ts' },
];

/** @param {unknown} error @returns {never} */
function refuse(error) {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exit(1);
}

/** @returns {{long?: boolean | undefined}} */
function readArguments() {
  try {
    return parseArgs({ options: { long: { type: 'boolean' } } }).values;
  } catch (error) {
    return refuse(error);
  }
}

/** What a runner counted; a runner that died, or a file that could not be read, counts as a failure. @param {string} file @param {number} code */
function count(file, code) {
  try {
    const { numPassedTests: passed, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
    const failed = numFailedTests > 0 ? numFailedTests : numFailedTestSuites;
    return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const { long = false } = readArguments();
const folder = mkdtempSync(join(tmpdir(), 'rostrum-test-'));
let passed = 0;
let failed = 0;
try {
  await install();
  needChromium();
  needRedis();
  const { build } = await import('./build.mjs');
  await build();
  for (const { name, config } of RUNS) {
    const file = join(folder, `${name}.json`);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { code } = await run('vitest', ['run', '-c', config, ...reporters], { env: long ? { LONG: '1' } : {} });
    const sum = count(file, code);
    passed += sum.passed;
    failed += sum.failed;
  }
} catch (error) {
  refuse(error);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
