// `npm run pack [-- --out DIR]`: packs an unpacked application for this system into dist/. Round Electron's own
// distribution where it has been fetched, else, on Linux, round a stand-in: then it shows what would be packed.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { electronBinary } from './electron-binary.mjs';
import { writeStandIn } from './electron-stand-in.mjs';
import { install } from './install.mjs';
import { run } from './run.mjs';
import { wordsOf } from './words-of.mjs';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { out: { type: 'string', default: 'dist' }, 'stand-in': { type: 'boolean', default: false } },
});

const standIn = mkdtempSync(join(tmpdir(), 'rostrum-electron-'));
try {
  await install();
  const { build } = await import('./build.mjs');
  await build(['renderer', 'main', 'preload']);
  const program = electronBinary();
  const isReal = program !== undefined && !values['stand-in'];
  if (!isReal) {
    if (process.platform !== 'linux')
      throw new Error("Electron's program is needed to pack on this system: npm start fetches it.");
    writeStandIn(standIn);
    process.stderr.write('Packing round a stand-in for Electron: the result is to be looked at, and does not run.\n');
  }
  const distribution = isReal && process.platform !== 'darwin' ? dirname(program) : isReal ? undefined : standIn;
  const out = resolve(root, values.out);
  const { code } = await run(
    'electron-builder',
    ['--dir', '--config', 'build/electron-builder.ts', `-c.directories.output=${out}`],
    {
      env: distribution === undefined ? {} : { ELECTRON_DIST: distribution },
    },
  );
  process.exitCode = code === 0 && existsSync(out) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(standIn, { recursive: true, force: true });
}
