import { resolve } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';

const root = resolve(import.meta.dirname, '..');

interface NodeBundle {
  readonly entry: string;
  readonly outDir: string;
  readonly fileName: string;
  readonly format: 'cjs' | 'es';
}

/**
 * One file that runs in Node or in Electron's main process. Everything is bundled, so that the packed application
 * holds no `node_modules` but the one native module: `classic-level` finds its binary beside its own files.
 */
function nodeBundle({ entry, outDir, fileName, format }: NodeBundle): UserConfig {
  return {
    root,
    publicDir: false,
    resolve: { dedupe: ['yjs'] },
    ssr: { noExternal: true, external: ['classic-level', 'electron'], target: 'node' },
    build: {
      ssr: resolve(root, entry),
      outDir: resolve(root, outDir),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        checks: { pluginTimings: false },
        // The last two are speed-ups that `ws` tries to load and does without.
        external: ['electron', 'classic-level', /^node:/, 'bufferutil', 'utf-8-validate'],
        output: { format, entryFileNames: fileName, codeSplitting: false },
      },
    },
  };
}

/** The node-side bundles by the name of their target; `build/build.mjs` picks one by Vite's mode. */
export const bundles = {
  main: { entry: 'electron/main/main.ts', outDir: 'out/electron/main', fileName: 'main.cjs', format: 'cjs' },
  preload: {
    entry: 'electron/preload/preload.ts',
    outDir: 'out/electron/preload',
    fileName: 'preload.cjs',
    format: 'cjs',
  },
  cli: { entry: 'electron/cli/main.ts', outDir: 'out/cli', fileName: 'main.mjs', format: 'es' },
} as const satisfies Record<string, NodeBundle>;

export default defineConfig(({ mode }) => {
  const bundle = Object.entries(bundles).find(([name]) => name === mode)?.[1];
  if (bundle === undefined) throw new Error(`there is no bundle named ${mode}`);
  return nodeBundle(bundle);
});
