import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { stagesOfRun } from './built.ts';

/** A page of the tests as it was built. */
export interface BuiltStage {
  readonly folder: string;
  /** Takes the folder away, unless the whole run uses it. */
  drop(): Promise<void>;
}

/** Builds a page of the tests: once for all files of a run of end-to-end tests, else for who asks. */
export async function builtStage(name: string, config: InlineConfig): Promise<BuiltStage> {
  const run = stagesOfRun();
  const kept = run && join(run, name);
  if (kept && existsSync(kept)) return { folder: kept, drop: async () => undefined };
  const fresh = await mkdtemp(join(run ?? tmpdir(), `rostrum-${name}-`));
  // Small, because every page reads it anew; with the names that the tests look components up by.
  const rolldownOptions = { output: { keepNames: true } };
  await build({
    ...config,
    build: { ...config.build, outDir: fresh, emptyOutDir: true, minify: true, rolldownOptions },
  });
  if (!kept) return { folder: fresh, drop: () => rm(fresh, { recursive: true, force: true }) };
  // Where two files built it at once, one of them is as good as the other.
  await rename(fresh, kept).catch(() => undefined);
  return { folder: kept, drop: async () => undefined };
}
