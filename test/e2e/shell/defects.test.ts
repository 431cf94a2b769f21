import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DEFECTS, type Defect } from './defects.ts';

const root = resolve(import.meta.dirname, '../../..');

/** A copy of the built application with one defect in it. */
function plant({ file, find, put }: Defect): string {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-defect-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ['package.json', 'out/electron', 'out/renderer'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const built = join(folder, `out/electron/${file}/${file}.cjs`);
  const text = readFileSync(built, 'utf8');
  expect(text.split(find), `the built ${file} holds the place once`).toHaveLength(2);
  writeFileSync(
    built,
    text.replace(find, () => put),
  );
  return folder;
}

/** Runs the specs of one rule on an application of its own; resolves to their count and how many failed. */
async function runSpecs(appDir: string, { spec, rule }: Defect): Promise<{ failed: number; total: number }> {
  const report = join(appDir, 'report.json');
  const child = spawn(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '-c',
      'build/vitest.e2e.config.ts',
      `test/e2e/shell/${spec}.test.ts`,
      '-t',
      `${rule} `,
      '--reporter=json',
      `--outputFile=${report}`,
    ],
    { cwd: root, env: { ...process.env, APP_DIR: appDir }, stdio: 'ignore' },
  );
  await new Promise((done) => child.once('close', done));
  const { numFailedTests, numPassedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
  return { failed: numFailedTests ?? 0, total: (numFailedTests ?? 0) + (numPassedTests ?? 0) };
}

// Each costs a run of a rule's specs; the short run plants one of each file.
const planted = process.env['LONG'] === '1' ? DEFECTS : DEFECTS.filter(({ name }) => /ipcRenderer|any page/.test(name));

describe('the specs can fail', () => {
  it.each(planted)('$rule catches it when $name', { timeout: 300_000 }, async (defect) => {
    const { failed, total } = await runSpecs(plant(defect), defect);
    expect(total).toBeGreaterThan(0);
    expect(failed).toBeGreaterThan(0);
  });
});
