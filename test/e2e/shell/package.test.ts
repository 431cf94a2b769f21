import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { extractAll, extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shellScene } from '../../support/electron/scene.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'rostrum-packed-'));
const packed = join(folder, 'out/linux-unpacked');
const archive = join(packed, 'resources/app.asar');
const appDir = join(folder, 'app');

beforeAll(() => {
  const pack = [join(root, 'build/pack.mjs'), '--stand-in', '--out', join(folder, 'out')];
  execFileSync(process.execPath, pack, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const scene = shellScene();

/** A fuse's state is a digit in the program's wire. */
const ON = '1'.charCodeAt(0);
const OFF = '0'.charCodeAt(0);

/** The packages that the journal's native module needs when it runs. */
const RUNTIME = [
  'abstract-level',
  'base64-js',
  'buffer',
  'classic-level',
  'ieee754',
  'is-buffer',
  'level-supports',
  'level-transcoder',
  'maybe-combine-errors',
  'module-error',
  'node-gyp-build',
];

const files = () => listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));

describe('what is packed', () => {
  it('H13 holds the shell, the preload, the built renderer and the journal’s module, and nothing else', () => {
    const ours = files().filter((path) => !path.startsWith('/node_modules'));
    const built = readdirSync(join(root, 'out/renderer'), { recursive: true }).map(
      (path) => `/out/renderer/${String(path)}`,
    );
    expect(ours.toSorted()).toEqual(
      [
        '/out',
        '/out/electron',
        '/out/electron/main',
        '/out/electron/main/main.cjs',
        '/out/electron/preload',
        '/out/electron/preload/preload.cjs',
        '/out/renderer',
        ...built,
        '/package.json',
      ].toSorted(),
    );
    const packages = new Set(files().flatMap((path) => /^\/node_modules\/([^/]+)/.exec(path)?.[1] ?? []));
    expect([...packages].toSorted()).toEqual(RUNTIME);
  });

  it('H13 holds no sources, maps, tests or documents, and binaries for this system alone', () => {
    expect(files().filter((path) => /\.(tsx?|map|md|cc|h|gyp|test\.js)$/.test(path))).toEqual([]);
    expect(files().filter((path) => /\/(tests?|deps|docs)\//.test(path))).toEqual([]);
    const binaries = files().filter((path) => path.endsWith('.node'));
    expect(binaries.length).toBeGreaterThan(0);
    expect(binaries.filter((path) => !path.includes('/prebuilds/linux-'))).toEqual([]);
    for (const binary of binaries) expect(existsSync(join(`${archive}.unpacked`, binary)), binary).toBe(true);
  });

  it('H13 names its program and needs nothing of the development tree', () => {
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString('utf8')) as Record<string, unknown>;
    expect(manifest['main']).toBe('out/electron/main/main.cjs');
    expect(Object.keys(manifest)).not.toContain('devDependencies');
    expect(Object.keys(manifest)).not.toContain('scripts');
  });

  it('H13 closes every door of the program that is not used', async () => {
    const wire = await getCurrentFuseWire(join(packed, 'rostrum'));
    const states = {
      [FuseV1Options.RunAsNode]: OFF,
      [FuseV1Options.EnableCookieEncryption]: ON,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
      [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ON,
      [FuseV1Options.OnlyLoadAppFromAsar]: ON,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: OFF,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: OFF,
    };
    for (const [fuse, state] of Object.entries(states)) expect(wire[Number(fuse) as FuseV1Options], fuse).toBe(state);
  });

  it('H13 runs out of what was packed, its relay with the binary that came along', async () => {
    extractAll(archive, appDir);
    const application = await scene.start({ appDir });
    const page = await application.firstWindow();
    await page.waitForSelector('#root > *');
    const url = await page.evaluate(async () => (await window.host?.relay())?.url ?? '');
    const health = (await (await fetch(`${url}health`)).json()) as { readonly status: string };
    expect(health.status).toBe('ok');
    const loaded = Object.keys(createRequire(join(appDir, 'package.json')).cache ?? {});
    expect(loaded.some((file) => file.startsWith(join(appDir, 'node_modules/classic-level')))).toBe(true);
    expect(readFileSync(join(appDir, 'out/electron/main/main.cjs'), 'utf8')).not.toContain(root);
  });
});
