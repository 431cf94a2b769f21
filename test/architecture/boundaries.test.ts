import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { crossings, cycles } from './boundaries.ts';
import { type ImportGraph, importsOf, readImportGraph } from './import-graph.ts';

const root = resolve(import.meta.dirname, '../..');
const graph = readImportGraph(root, ['shared', 'electron', 'renderer']);

/** A house of a few files, by path and text. */
function house(files: Readonly<Record<string, string>>): ImportGraph {
  return new Map(Object.entries(files).map(([file, text]) => [file, importsOf(root, resolve(root, file), text)]));
}

const crossed = (file: string, text: string) =>
  crossings(house({ [file]: text })).map(({ imports, rule }) => `${rule} ${imports}`);

describe('the house as it stands', () => {
  it('A1 imports follow the house’s direction', () => {
    expect(graph.size).toBeGreaterThan(50);
    expect(crossings(graph).map(({ file, imports }) => `${file} imports ${imports}`)).toEqual([]);
  });

  it('A1 every import of a file of ours names a file that is there', () => {
    const missing = [...graph].flatMap(([file, { files }]) =>
      [...files].filter((each) => !existsSync(resolve(root, each))).map((each) => `${file} imports ${each}`),
    );
    expect(missing).toEqual([]);
  });

  it('A2 no module imports itself by a detour', () => {
    expect(cycles(graph).map((cycle) => cycle.join(' → '))).toEqual([]);
  });

  it('A4 the lock file names versions and hashes, and no addresses', () => {
    const lock = readFileSync(resolve(root, 'package-lock.json'), 'utf8');
    const { packages } = JSON.parse(lock) as { packages: Record<string, { resolved?: string; integrity?: string }> };
    const entries = Object.entries(packages).filter(([path]) => path !== '');
    expect(entries.length).toBeGreaterThan(100);
    expect(entries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(entries.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
    expect(lock).not.toMatch(/https?:\/\/[^"]*registry/);
  });

  it('A4 the lock file names what a package needs on other systems, without which npm ci refuses it', () => {
    const lock = readFileSync(resolve(root, 'package-lock.json'), 'utf8');
    const { packages } = JSON.parse(lock) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !(`${path}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages))
        .map((name) => `${path} needs ${name}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('what the checker catches', () => {
  it.each([
    ['shared/brackets/x.ts', "import { y } from '../consensus/y.ts'", 'A1 shared/consensus/y.ts'],
    ['shared/schema/x.ts', "import type { Y } from '../brackets/y.ts'", 'A1 shared/brackets/y.ts'],
    ['shared/schema/x.ts', "export * from '../../renderer/app/y.ts'", 'A1 renderer/app/y.ts'],
    ['shared/schema/x.ts', "import { readFileSync } from 'node:fs'", 'A3 node:fs'],
    ['shared/schema/x.ts', "import { useState } from 'react'", 'A3 react'],
    ['shared/brackets/x.ts', "import * as Y from 'yjs'", 'A3 yjs'],
    ['shared/brackets/x.ts', "type Doc = import('yjs').Doc", 'A3 yjs'],
    ['shared/sync/x.ts', "import { y } from '../positions/y.ts'", 'A1 shared/positions/y.ts'],
    ['shared/new/x.ts', "import { y } from '../schema/y.ts'", 'A1 shared/schema/y.ts'],
    ['electron/relay/x.ts', "import { app } from 'electron'", 'A1 electron'],
    ['electron/relay/x.ts', "const main = await import('../main/y.ts')", 'A1 electron/main/y.ts'],
    ['electron/main/x.ts', "import { y } from '../../renderer/i18n/y.ts'", 'A1 renderer/i18n/y.ts'],
    ['electron/preload/x.ts', "import { readFile } from 'node:fs/promises'", 'A1 node:fs/promises'],
    ['renderer/app/x.ts', "import type { Y } from '../../electron/main/y.ts'", 'A1 electron/main/y.ts'],
    ['renderer/views/board/x.ts', "import { y } from '../reader/y.ts'", 'A1 renderer/views/reader/y.ts'],
    ['renderer/views/board/x.ts', "import { $getRoot } from 'lexical'", 'A1 lexical'],
    ['renderer/views/board/x.ts', "import * as Y from 'yjs'", 'A1 yjs'],
    ['renderer/controls/x.ts', "import { y } from '../views/board/y.ts'", 'A1 renderer/views/board/y.ts'],
    [
      'renderer/session/x.ts',
      "new Worker(new URL('../views/board/y.ts', import.meta.url))",
      'A1 renderer/views/board/y.ts',
    ],
  ])('A1 %s: %s', (file, text, expected) => {
    expect(crossed(file, text)).toEqual([expected]);
  });

  it.each([
    ['shared/consensus/x.ts', "import { y } from '../brackets/y.ts'"],
    ['shared/sync/x.ts', "import * as Y from 'yjs'"],
    ['electron/main/x.ts', "import { app } from 'electron'; import { y } from '../relay/y.ts'"],
    ['renderer/views/board/x.ts', "import { y } from './y.ts'; import { z } from '../../session/z.ts'"],
    ['renderer/app/x.ts', "import { y } from '../views/board/y.ts'"],
  ])('A1 lets %s do: %s', (file, text) => {
    expect(crossed(file, text)).toEqual([]);
  });

  it('A2 a ring of three, and a module that imports itself', () => {
    const ring = house({
      'shared/schema/a.ts': "import './b.ts'",
      'shared/schema/b.ts': "export { c } from './c.ts'",
      'shared/schema/c.ts': "import { type B, a } from './a.ts'",
      'shared/schema/d.ts': "import './d.ts'",
      'shared/schema/e.ts': "import './a.ts'",
      'shared/schema/f.ts': "import { type G } from './g.ts'; import type { G2 } from './g.ts'",
      'shared/schema/g.ts': "export { f } from './f.ts'; void import('./g.ts')",
    });
    expect(cycles(ring).map((cycle) => cycle.map((file) => file.at(-4)).join(''))).toEqual(['abca', 'dd']);
  });
});
