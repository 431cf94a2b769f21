import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type * as Electron from 'electron';
import type { Desk } from './desk.ts';
import { IpcHandlers } from './ipc-main.ts';
import { preventable, strict } from './strict.ts';
import { browserWindowOf, type DoubleWindow, type WindowHome } from './window.ts';

/** Applications by the folder of their data, for the single-instance lock; one test process holds several. */
const instances = new Map<string, EventEmitter>();

export interface DoubleOptions {
  readonly desk: Desk;
  readonly home: string;
  readonly argv: readonly string[];
  readonly locale: string;
}

/** The `electron` module as the application gets it, and what the harness holds on to. */
export interface ElectronDouble {
  readonly module: object;
  readonly windows: readonly DoubleWindow[];
  readonly ipc: IpcHandlers;
  /** Calls that have no effect in the double, in order. */
  readonly calls: readonly { readonly name: string; readonly args: readonly unknown[] }[];
  readonly schemeHandlers: Desk['schemeHandlers'];
  /** The handler that answers permission requests; `null` before the application sets one. */
  readonly requestPermission: () => Desk['requestPermission'];
  readonly becomeReady: () => void;
  readonly quit: () => void;
  /** Resolves when the application has ended. */
  readonly end: Promise<void>;
  readonly hasEnded: () => boolean;
}

export function makeElectron({ desk, home, argv, locale }: DoubleOptions): ElectronDouble {
  const paths = new Map([
    ['documents', join(home, 'Documents')],
    ['userData', join(home, 'userData')],
  ]);
  const windows: DoubleWindow[] = [];
  const appEvents = new EventEmitter();
  const ipc = new IpcHandlers();
  const calls: { readonly name: string; readonly args: readonly unknown[] }[] = [];
  const record = (name: string, ...args: readonly unknown[]) => void calls.push({ name, args });
  let isReady = false;
  let becomeReady = () => {};
  const ready = new Promise<void>((done) => {
    becomeReady = () => {
      isReady = true;
      done();
    };
  });
  let ended: () => void = () => {};
  const end = new Promise<void>((done) => (ended = done));
  let hasEnded = false;

  function finish(code: number): void {
    if (hasEnded) return;
    hasEnded = true;
    appEvents.emit('quit', {}, code);
    for (const [folder, emitter] of instances) if (emitter === appEvents) instances.delete(folder);
    void Promise.all(windows.map((window) => window.destroyed())).then(ended);
  }

  async function quit(): Promise<void> {
    if (hasEnded) return;
    const before = preventable({});
    appEvents.emit('before-quit', before);
    if (before.defaultPrevented) return;
    await Promise.all([...windows].map((window) => window.destroyed()));
    const event = preventable({});
    appEvents.emit('will-quit', event);
    if (!event.defaultPrevented) finish(0);
  }

  const place: WindowHome = {
    desk,
    ipc,
    windows,
    onContents: (contents) => appEvents.emit('web-contents-created', {}, contents),
    onAllClosed: () => appEvents.emit('window-all-closed'),
  };

  const app = Object.assign(appEvents, {
    isPackaged: false,
    setName: (name) => record('app.setName', name),
    setPath: (name, path) => void paths.set(name, path),
    getPath(name) {
      const path = paths.get(name);
      if (path === undefined) throw new Error(`Failed to get '${name}' path`);
      return path;
    },
    getLocale: () => locale,
    enableSandbox() {
      if (isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
      record('app.enableSandbox');
    },
    setAsDefaultProtocolClient(scheme) {
      record('app.setAsDefaultProtocolClient', scheme);
      return true;
    },
    requestSingleInstanceLock() {
      const folder = paths.get('userData') ?? '';
      const first = instances.get(folder);
      if (first !== undefined && first !== appEvents) {
        first.emit('second-instance', {}, [...argv], home, undefined);
        return false;
      }
      instances.set(folder, appEvents);
      return true;
    },
    whenReady: () => ready,
    quit: () => void quit(),
    exit: (code = 0) => finish(code),
  } satisfies Partial<Electron.App>);

  const protocol = {
    registerSchemesAsPrivileged(schemes) {
      if (isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
      for (const { scheme, privileges } of schemes)
        if (privileges?.standard === true && privileges.secure === true) desk.schemes.add(scheme);
    },
    handle(scheme, handler) {
      if (!isReady) throw new Error('protocol.handle should be called after app is ready');
      if (!desk.schemes.has(scheme)) throw new Error(`${scheme} was not registered as standard and secure`);
      desk.schemeHandlers.set(scheme, (request) => handler(request));
    },
  } satisfies Partial<Electron.Protocol>;

  const defaultSession = Object.assign(desk.sessionEvents, {
    protocol: strict('protocol', protocol) as unknown as Electron.Protocol,
    setPermissionCheckHandler: (handler) => void (desk.checkPermission = handler ?? undefined),
    setPermissionRequestHandler: (handler) => void (desk.requestPermission = handler),
    setDevicePermissionHandler: () => record('session.setDevicePermissionHandler'),
  } satisfies Partial<Electron.Session>);

  const dialog = {
    showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
    showSaveDialog: async () => ({ canceled: true, filePath: '' }),
    showMessageBox: async () => ({ response: 0, checkboxChecked: false }),
    showErrorBox: (title, content) => record('dialog.showErrorBox', title, content),
  } satisfies Partial<Electron.Dialog>;

  // Reversible and unlike the text; `v11` is what Chromium writes where there is a keyring.
  const turn = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  const safeStorage = {
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text) => Buffer.concat([Buffer.from('v11'), turn(Buffer.from(text))]),
    decryptStringAsync: async (encrypted) => ({
      result: turn(encrypted.subarray(3)).toString('utf8'),
      shouldReEncrypt: false,
    }),
  } satisfies Partial<Electron.SafeStorage>;

  const shell = {
    openExternal: async (url) => record('shell.openExternal', url),
  } satisfies Partial<Electron.Shell>;

  const Menu = {
    buildFromTemplate: (template) => ({ template }) as unknown as Electron.Menu,
    setApplicationMenu: (menu) => record('Menu.setApplicationMenu', menu),
  } satisfies Partial<typeof Electron.Menu>;

  const ipcMain = {
    handle: (channel, handler) => ipc.handle(channel, handler),
  } satisfies Partial<Electron.IpcMain>;

  const module = strict('electron', {
    app: strict('app', app),
    BrowserWindow: strict('BrowserWindow', browserWindowOf(place)),
    dialog: strict('dialog', dialog),
    ipcMain: strict('ipcMain', ipcMain),
    Menu: strict('Menu', Menu),
    nativeTheme: strict('nativeTheme', { shouldUseDarkColors: false } satisfies Partial<Electron.NativeTheme>),
    protocol: strict('protocol', protocol),
    safeStorage: strict('safeStorage', safeStorage),
    session: strict('session', { defaultSession: strict('defaultSession', defaultSession) }),
    shell: strict('shell', shell),
  });

  return {
    module,
    windows,
    ipc,
    calls,
    schemeHandlers: desk.schemeHandlers,
    requestPermission: () => desk.requestPermission,
    becomeReady,
    quit: () => void quit(),
    end,
    hasEnded: () => hasEnded,
  };
}

export type ElectronModule = typeof Electron;
