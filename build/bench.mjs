// `npm run bench -- NAME [--json] ...`: bundles test/bench/NAME.ts as it would ship, and runs it in plain Node with
// the arguments that are left. `--json` makes it print one object and nothing else.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { install } from './install.mjs';

const root = resolve(import.meta.dirname, '..');
const benches = join(root, 'test/bench');

function names() {
  if (!existsSync(benches)) return [];
  return readdirSync(benches)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => basename(file, '.ts'));
}

const [name, ...rest] = process.argv.slice(2);
if (name === undefined || !names().includes(name)) {
  process.stderr.write(`npm run bench -- NAME [--json], where NAME is one of: ${names().join(', ') || '(none yet)'}\n`);
  process.exit(2);
}

const packages = ['classic-level', 'electron', 'node-sqlite3-wasm', 'playwright-core', 'vite', 'yjs'];

/** @param {string} outDir */
async function bundle(outDir) {
  const vite = await import('vite');
  await vite.build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    resolve: { dedupe: ['yjs', 'lexical'] },
    // The measuring tools stay packages: they find files of their own beside themselves. Of Yjs there is one, ours and
    // that of the servers it is measured beside.
    ssr: { noExternal: true, external: [...packages], target: 'node' },
    build: {
      ssr: join(benches, `${name}.ts`),
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        external: ['bufferutil', 'utf-8-validate', ...packages],
        output: { format: 'es', entryFileNames: `${name}.mjs` },
      },
    },
  });
}

await install();
const { build } = await import('./build.mjs');
await build();
// Inside the tree, so that what stays a package is found.
const folder = mkdtempSync(join(root, 'out/bench-'));
try {
  await bundle(folder);
  const child = spawn(process.execPath, ['--expose-gc', join(folder, `${name}.mjs`), ...rest], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
