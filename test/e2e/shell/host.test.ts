import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HostBridge } from '../../../shared/host/bridge.ts';
import { channelOf, HOST_METHODS } from '../../../shared/host/channels.ts';
import type { Application } from '../../support/electron/launch.ts';
import { shellScene } from '../../support/electron/scene.ts';

declare global {
  interface Window {
    readonly host?: HostBridge;
  }
}

const scene = shellScene();

const pointSaveAt = (application: Application, path: string | undefined) =>
  application.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === undefined, filePath: filePath ?? '' });
  }, path);

const pointOpenAt = (application: Application, path: string | undefined) =>
  application.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({
      canceled: filePath === undefined,
      filePaths: filePath === undefined ? [] : [filePath],
    });
  }, path);

async function opened() {
  const application = await scene.start();
  const page = await application.firstWindow();
  return { application, page, folder: scene.folder() };
}

/** What the page's call to the bridge came to. */
async function outcomeOf(page: Awaited<ReturnType<typeof opened>>['page'], method: string, args: unknown[]) {
  return page.evaluate(
    async ([name, given]) => {
      const host = window.host as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
      try {
        return { value: await host[name]?.(...given) };
      } catch (error) {
        return { reason: (error as Error).message };
      }
    },
    [method, args] as const,
  );
}

describe('the host bridge', () => {
  it('H4 shows the page the contract and nothing else', async () => {
    const { page, application } = await opened();
    const keys = await page.evaluate(() => Object.keys(window.host ?? {}).toSorted());
    expect(keys).toEqual([...HOST_METHODS, 'capabilities', 'name'].toSorted());
    const leaks = await page.evaluate(() =>
      ['require', 'process', 'module', 'ipcRenderer', 'electron', 'Buffer', 'global'].filter((name) => name in window),
    );
    expect(leaks).toEqual([]);
    expect(application.double.ipc.channels().toSorted()).toEqual(HOST_METHODS.map(channelOf).toSorted());
  });

  it('H6 saves the bytes where the dialog points, under the name that was chosen', async () => {
    const { application, page, folder } = await opened();
    const path = join(folder, 'chosen.txt');
    await pointSaveAt(application, path);
    const name = await page.evaluate(() =>
      window.host?.saveFile({ name: 'draft.txt', bytes: new Uint8Array([0, 91, 255, 93, 10]) }),
    );
    expect(name).toBe('chosen.txt');
    expect([...readFileSync(path)]).toEqual([0, 91, 255, 93, 10]);
    expect(readdirSync(folder)).toEqual(['chosen.txt']);
  });

  it('H6 follows a link, keeps permissions, and answers a cancelled dialog with nothing', async () => {
    const { application, page, folder } = await opened();
    writeFileSync(join(folder, 'real.txt'), 'before', { mode: 0o640 });
    symlinkSync(join(folder, 'real.txt'), join(folder, 'link.txt'));
    await pointSaveAt(application, join(folder, 'link.txt'));
    await page.evaluate(() => window.host?.saveFile({ name: 'a.txt', bytes: new Uint8Array([65]) }));
    expect(readFileSync(join(folder, 'real.txt'), 'utf8')).toBe('A');
    expect(statSync(join(folder, 'real.txt')).mode & 0o777).toBe(0o640);
    await pointSaveAt(application, undefined);
    expect(
      await page.evaluate(() => window.host?.saveFile({ name: 'a.txt', bytes: new Uint8Array() })),
    ).toBeUndefined();
  });

  it('H6 says that a file could not be written, and leaves what was there', async () => {
    const { application, page, folder } = await opened();
    mkdirSync(join(folder, 'taken'));
    await pointSaveAt(application, join(folder, 'taken'));
    const bytes = new Uint8Array([1]);
    const outcome = await page.evaluate(
      async (given) => {
        try {
          return await window.host?.saveFile({ name: 'a.txt', bytes: new Uint8Array(given) });
        } catch (error) {
          return (error as Error).message;
        }
      },
      [...bytes],
    );
    expect(outcome).toBe('file-unwritable');
    expect(readdirSync(folder)).toEqual(['taken']);
  });

  it('H7 opens a file, and refuses one that is larger than asked, missing or no file', async () => {
    const { application, page, folder } = await opened();
    const path = join(folder, 'draft.md');
    writeFileSync(path, '[a][b]');
    await pointOpenAt(application, path);
    const open = (maxBytes: number) =>
      page.evaluate(async (limit) => {
        try {
          const file = await window.host?.openFile({ extensions: ['md', 'txt'], maxBytes: limit });
          return file && { name: file.name, text: new TextDecoder().decode(file.bytes) };
        } catch (error) {
          return (error as Error).message;
        }
      }, maxBytes);
    expect(await open(6)).toEqual({ name: 'draft.md', text: '[a][b]' });
    expect(await open(5)).toBe('file-too-large');
    writeFileSync(path, '');
    expect(await open(5)).toEqual({ name: 'draft.md', text: '' });
    truncateSync(path, 3_000_000_000);
    expect(await open(1_000_000)).toBe('file-too-large');
    await pointOpenAt(application, join(folder, 'missing.md'));
    expect(await open(5)).toBe('file-unreadable');
    await pointOpenAt(application, folder);
    expect(await open(1_000_000)).toBe('file-unreadable');
    await pointOpenAt(application, undefined);
    expect(await open(5)).toBeUndefined();
  });

  it('H6 prints the page as a tagged PDF', async () => {
    const { application, page, folder } = await opened();
    await page.waitForSelector('#root > *');
    await pointSaveAt(application, join(folder, 'draft.pdf'));
    expect(await outcomeOf(page, 'printPdf', [{ name: 'draft.pdf' }])).toEqual({ value: 'draft.pdf' });
    const pdf = readFileSync(join(folder, 'draft.pdf'), 'latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toMatch(/\/Marked true/);
  });

  it('H3 refuses what the contract does not say, and asks the user nothing', async () => {
    const { application } = await opened();
    const contents = application.double.windows[0]?.webContents;
    const senderFrame = { url: 'app://bundle/index.html', parent: null } as unknown as Electron.WebFrameMain;
    let asked = 0;
    await application.evaluate(({ dialog }) => {
      dialog.showSaveDialog = dialog.showOpenDialog = (async () => {
        asked += 1;
        return { canceled: true, filePath: '', filePaths: [] };
      }) as never;
    });
    if (contents === undefined) throw new Error('there is a window');
    const requests: readonly (readonly [string, unknown[]])[] = [
      ['saveFile', []],
      ['saveFile', [{ name: 'a.txt' }]],
      ['saveFile', [{ name: 'a.txt', bytes: 'text' }]],
      ['saveFile', [{ name: '../a.txt', bytes: new Uint8Array() }]],
      ['saveFile', [{ name: '..', bytes: new Uint8Array() }]],
      ['saveFile', [{ name: 'a\\b.txt', bytes: new Uint8Array() }]],
      ['saveFile', [{ name: 'a\n.txt', bytes: new Uint8Array() }]],
      ['saveFile', [{ name: '', bytes: new Uint8Array() }]],
      ['saveFile', [{ name: 'x'.repeat(201), bytes: new Uint8Array() }]],
      ['saveFile', [{ name: 'a.txt', bytes: new Uint8Array(), path: '/etc/passwd' }]],
      ['openFile', [{ extensions: [], maxBytes: 5 }]],
      ['openFile', [{ extensions: ['../x'], maxBytes: 5 }]],
      ['openFile', [{ extensions: ['md'], maxBytes: 0 }]],
      ['openFile', [{ extensions: ['md'], maxBytes: 1e12 }]],
      ['openFile', [{ extensions: ['md'], maxBytes: 1.5 }]],
      ['printPdf', [{ name: 'a/b.pdf' }]],
      ['keepSecret', [{ key: 'k', value: 'x'.repeat(16_385) }]],
      ['keepSecret', [{ key: '', value: 'x' }]],
      ['readSecret', [{ key: 7 }]],
      ['readSecret', [null]],
    ];
    for (const [method, args] of requests) {
      const answer = await application.double.ipc.deliver(`host:${method}`, { sender: contents, senderFrame }, args);
      expect(answer, `${method} ${JSON.stringify(args)?.slice(0, 80)}`).toEqual({
        ok: false,
        reason: 'request-refused',
      });
    }
    expect(asked).toBe(0);
  });

  it('H3 refuses a second argument, a foreign page, a frame and a frame that has gone', async () => {
    const { application } = await opened();
    const contents = application.double.windows[0]?.webContents;
    if (contents === undefined) throw new Error('there is a window');
    const own = 'app://bundle/index.html';
    const deliver = (senderFrame: unknown, args: unknown[]) =>
      application.double.ipc.deliver(
        'host:readSecret',
        { sender: contents, senderFrame: senderFrame as Electron.WebFrameMain | null },
        args,
      );
    const refused = { ok: false, reason: 'request-refused' };
    expect(await deliver({ url: own, parent: null }, [{ key: 'k' }])).toEqual({ ok: true, value: undefined });
    expect(await deliver({ url: own, parent: null }, [{ key: 'k' }, 1])).toEqual(refused);
    expect(await deliver({ url: 'https://bundle.example/', parent: null }, [{ key: 'k' }])).toEqual(refused);
    expect(await deliver({ url: 'app://bundle.example/', parent: null }, [{ key: 'k' }])).toEqual(refused);
    expect(await deliver({ url: own, parent: { url: own } }, [{ key: 'k' }])).toEqual(refused);
    expect(await deliver(null, [{ key: 'k' }])).toEqual(refused);
  });

  it('H8 keeps a secret for the next start, encrypted, and forgets it', async () => {
    const home = scene.folder();
    const first = await scene.start({ home });
    const page = await first.firstWindow();
    expect(await outcomeOf(page, 'keepSecret', [{ key: 'm1', value: 'eyJ.token' }])).toEqual({
      value: { durable: true },
    });
    expect(await outcomeOf(page, 'keepSecret', [{ key: '__proto__', value: 'other' }])).toEqual({
      value: { durable: true },
    });
    const stored = readFileSync(join(home, 'data/secrets.json'), 'utf8');
    expect(stored).not.toContain('eyJ.token');
    expect(statSync(join(home, 'data/secrets.json')).mode & 0o777).toBe(0o600);
    await first.close();

    const second = await scene.start({ home });
    const again = await second.firstWindow();
    expect(await outcomeOf(again, 'readSecret', [{ key: 'm1' }])).toEqual({ value: 'eyJ.token' });
    expect(await outcomeOf(again, 'readSecret', [{ key: '__proto__' }])).toEqual({ value: 'other' });
    await outcomeOf(again, 'forgetSecret', [{ key: 'm1' }]);
    expect(await outcomeOf(again, 'readSecret', [{ key: 'm1' }])).toEqual({ value: undefined });
    expect(readFileSync(join(home, 'data/secrets.json'), 'utf8')).not.toContain('m1');
  });

  it('H8 stores nothing under the fixed password of a system without a keyring, and says so', async () => {
    const home = scene.folder();
    const application = await scene.start({ home });
    const page = await application.firstWindow();
    await outcomeOf(page, 'keepSecret', [{ key: 'k', value: 'old' }]);
    await application.evaluate(({ safeStorage }) => {
      safeStorage.encryptStringAsync = async (text) => Buffer.from(`v10${text}`);
    });
    expect(await outcomeOf(page, 'keepSecret', [{ key: 'k', value: 'new' }])).toEqual({ value: { durable: false } });
    expect(await outcomeOf(page, 'readSecret', [{ key: 'k' }])).toEqual({ value: 'new' });
    expect(readFileSync(join(home, 'data/secrets.json'), 'utf8')).toBe('[]');
    await application.close();
    const next = await scene.start({ home });
    expect(await outcomeOf(await next.firstWindow(), 'readSecret', [{ key: 'k' }])).toEqual({ value: undefined });
  });

  it('H8 deletes nothing when the keychain does not answer', async () => {
    const home = scene.folder();
    const application = await scene.start({ home });
    const page = await application.firstWindow();
    await outcomeOf(page, 'keepSecret', [{ key: 'k', value: 'kept' }]);
    const decrypt = await application.evaluate(({ safeStorage }) => {
      const before = safeStorage.decryptStringAsync.bind(safeStorage);
      safeStorage.decryptStringAsync = () => Promise.reject(new Error('temporarily unavailable'));
      return before;
    });
    expect(await outcomeOf(page, 'readSecret', [{ key: 'k' }])).toEqual({ reason: 'secrets-unavailable' });
    await application.evaluate(({ safeStorage }, before) => {
      safeStorage.decryptStringAsync = before;
    }, decrypt);
    expect(await outcomeOf(page, 'readSecret', [{ key: 'k' }])).toEqual({ value: 'kept' });
    writeFileSync(join(home, 'data/secrets.json'), '{ damaged');
    expect(await outcomeOf(page, 'keepSecret', [{ key: 'k2', value: 'v' }])).toEqual({ reason: 'secrets-unavailable' });
    expect(readFileSync(join(home, 'data/secrets.json'), 'utf8')).toBe('{ damaged');
    expect(existsSync(join(home, 'data'))).toBe(true);
  });
});
