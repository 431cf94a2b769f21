// `npm run -s rostrum -- ...`: the command line, built first where it is out of date. Whatever installing or building
// says goes to stderr; stdout is the command's own.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { install } from './install.mjs';
import { wordsOf } from './words-of.mjs';

const root = resolve(import.meta.dirname, '..');

try {
  await install();
  const { build } = await import('./build.mjs');
  // `relay` serves the renderer too.
  await build(process.argv[2] === 'relay' ? ['cli', 'renderer'] : ['cli']);
} catch (error) {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exit(1);
}

// npm runs scripts in the package's folder; paths on the command line are meant from where the user stands.
const child = spawn(process.execPath, [resolve(root, 'out/cli/main.mjs'), ...process.argv.slice(2)], {
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
  stdio: 'inherit',
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal));
child.once('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
child.once('exit', (code) => process.exit(code ?? 1));
