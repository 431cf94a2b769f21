// Builds what is out of date, in parallel: `node build/build.mjs [renderer] [main] [preload] [cli] [--quiet]`.
// A target is out of date when the contents of the files it can be made of have changed since it was built; times of
// files are not trusted, because a checkout or a copy changes them. A bundle is written beside its place and moved
// there when it is whole, so that a failed build leaves the last good one, and one build runs at a time.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lock } from './lock.mjs';
import { wordsOf } from './words-of.mjs';

const root = resolve(import.meta.dirname, '..');

/** @typedef {'renderer' | 'main' | 'preload' | 'cli'} Target */

/** What each target is made of, and the file that shows it was made. */
const TARGETS = {
  renderer: { config: 'vite.renderer.ts', sources: ['renderer', 'shared'], dir: 'out/renderer', file: 'index.html' },
  main: { config: 'vite.node.ts', sources: ['electron', 'shared'], dir: 'out/electron/main', file: 'main.cjs' },
  preload: {
    config: 'vite.node.ts',
    sources: ['electron/preload', 'shared'],
    dir: 'out/electron/preload',
    file: 'preload.cjs',
  },
  cli: {
    config: 'vite.node.ts',
    sources: ['electron/cli', 'electron/relay', 'shared'],
    dir: 'out/cli',
    file: 'main.mjs',
  },
};

/** @type {readonly Target[]} */
export const ALL = ['renderer', 'main', 'preload', 'cli'];

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** @param {Target} target */
function fingerprint(target) {
  const { config, sources } = TARGETS[target];
  const hash = createHash('sha256');
  const files = [
    join(root, 'package.json'),
    join(root, 'package-lock.json'),
    join(root, 'build', config),
    join(root, 'build/build.mjs'),
    ...sources.flatMap((folder) => filesBelow(join(root, folder))),
  ];
  for (const file of files) {
    hash.update(`${relative(root, file)}\0`);
    hash.update(readFileSync(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** @param {Target} target */
const stampOf = (target) => join(root, 'out/.built', target);

/** @param {Target} target @param {string} print */
function isBuilt(target, print) {
  const { dir, file } = TARGETS[target];
  const stamp = stampOf(target);
  return existsSync(join(root, dir, file)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print;
}

/** @param {Target} target @param {string} print */
async function make(target, print) {
  const { config, dir } = TARGETS[target];
  // Whoever builds: a test runner's own setting would make a development build of React.
  process.env['NODE_ENV'] = 'production';
  const vite = await import('vite');
  const place = join(root, dir);
  const fresh = `${place}.fresh`;
  rmSync(fresh, { recursive: true, force: true });
  await vite.build({
    configFile: join(root, 'build', config),
    mode: target === 'renderer' ? 'production' : target,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir: fresh, emptyOutDir: true },
  });
  const stamp = stampOf(target);
  mkdirSync(dirname(stamp), { recursive: true });
  rmSync(stamp, { force: true });
  rmSync(`${place}.old`, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, `${place}.old`);
  renameSync(fresh, place);
  rmSync(`${place}.old`, { recursive: true, force: true });
  writeFileSync(stamp, print);
}

/**
 * Builds those of `targets` that are out of date; resolves to their names. Rejects when one cannot be built.
 * @param {readonly Target[]} [targets]
 * @returns {Promise<Target[]>}
 */
export async function build(targets = ALL) {
  const stale = () => {
    const prints = targets.map((target) => ({ target, print: fingerprint(target) }));
    return prints.filter(({ target, print }) => !isBuilt(target, print));
  };
  if (stale().length === 0) return [];
  const unlock = await lock(join(root, 'out/.building'));
  try {
    const left = stale();
    const outcomes = await Promise.allSettled(left.map(({ target, print }) => make(target, print)));
    const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    if (failures.length > 0) throw failures.length === 1 ? failures[0] : new AggregateError(failures, 'build failed');
    return left.map(({ target }) => target);
  } finally {
    unlock();
  }
}

/** @param {string} name @returns {name is Target} */
const isTarget = (name) => Object.hasOwn(TARGETS, name);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2).filter((name) => name !== '--quiet');
  const unknown = names.find((name) => !isTarget(name));
  if (unknown !== undefined) {
    process.stderr.write(`build: there is no "${unknown}"; there are ${ALL.join(', ')}\n`);
    process.exit(2);
  }
  const started = performance.now();
  try {
    const built = await build(names.length === 0 ? ALL : names.filter(isTarget));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (!process.argv.includes('--quiet') && built.length > 0)
      process.stderr.write(`Built ${built.join(', ')} in ${seconds} s.\n`);
  } catch (error) {
    process.stderr.write(`${wordsOf(error)}\n`);
    process.exit(1);
  }
}
