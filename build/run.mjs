// Running the parts of the tool chain as children of one command.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** The script that `npx NAME` would run, so that no shell and no look-up stand between. */
const TOOLS = {
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
  oxlint: 'node_modules/oxlint/bin/oxlint',
  oxfmt: 'node_modules/oxfmt/bin/oxfmt',
  knip: 'node_modules/knip/bin/knip.js',
  'electron-builder': 'node_modules/electron-builder/cli.js',
};

/** @typedef {keyof typeof TOOLS} Tool */
/** @typedef {{env?: NodeJS.ProcessEnv, quiet?: boolean}} RunOptions */

/**
 * Runs a tool to its end; with `quiet` its words are gathered instead of shown.
 * @param {Tool} tool @param {readonly string[]} args @param {RunOptions} [options]
 * @returns {Promise<{code: number, output: string}>}
 */
export function run(tool, args, { env = {}, quiet = false } = {}) {
  const child = spawn(process.execPath, [resolve(root, TOOLS[tool]), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}
