// `npm run check`: types, lint, import boundaries, formatting, unused code. All are run, two at a time, and what
// fails is shown.
import { install } from './install.mjs';
import { run } from './run.mjs';
import { wordsOf } from './words-of.mjs';

/** @type {readonly {name: string, tool: import('./run.mjs').Tool, args: readonly string[]}[]} */
const CHECKS = [
  { name: 'types', tool: 'tsc', args: ['-b', '--pretty', 'false'] },
  { name: 'lint', tool: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'boundaries', tool: 'vitest', args: ['run', '-c', 'build/vitest.config.ts', 'test/architecture'] },
  { name: 'formatting', tool: 'oxfmt', args: ['--check'] },
  { name: 'unused code', tool: 'knip', args: ['--config', 'build/knip.json', '--no-progress'] },
];

try {
  await install();
} catch (error) {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exit(1);
}

const waiting = [...CHECKS];
let failures = 0;
async function work() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const started = performance.now();
    const { code, output } = await run(check.tool, check.args, { quiet: true });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (code === 0) process.stdout.write(`ok      ${check.name} (${seconds} s)\n`);
    else {
      failures += 1;
      process.stdout.write(`${output.trimEnd()}\nFAILED  ${check.name} (${seconds} s)\n`);
    }
  }
}
await Promise.all([work(), work()]);
process.stdout.write(failures === 0 ? 'All checks passed.\n' : `${failures} of ${CHECKS.length} checks failed.\n`);
process.exitCode = failures === 0 ? 0 : 1;
