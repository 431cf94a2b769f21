import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { Contents } from './contents.ts';
import type { Desk } from './desk.ts';
import type { IpcHandlers } from './ipc-main.ts';

/** What a window of the double needs of the application it belongs to. */
export interface WindowHome {
  readonly desk: Desk;
  readonly ipc: IpcHandlers;
  readonly windows: DoubleWindow[];
  onContents(contents: Contents): void;
  onAllClosed(): void;
}

export class DoubleWindow extends EventEmitter {
  readonly webContents: Electron.WebContents;
  readonly contents: Contents;
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly #home: WindowHome;
  #isVisible: boolean;
  #isDestroyed = false;

  constructor(home: WindowHome, options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    this.#home = home;
    this.options = options;
    this.#isVisible = options.show ?? true;
    this.contents = new Contents(home.desk, home.ipc, options.webPreferences?.preload);
    this.webContents = this.contents.asElectron();
    this.contents.once('did-finish-load', () => this.emit('ready-to-show'));
    home.windows.push(this);
    home.onContents(this.contents);
  }

  loadURL(address: string): Promise<void> {
    return this.contents.loadURL(address);
  }

  show(): void {
    this.#isVisible = true;
  }

  focus(): void {
    this.emit('focus');
  }

  restore(): void {}

  isMinimized(): boolean {
    return false;
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  close(): void {
    void this.destroyed();
  }

  /** Resolves once its page is gone. */
  async destroyed(): Promise<void> {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.#home.windows.splice(this.#home.windows.indexOf(this), 1);
    await this.contents.destroy();
    this.emit('closed');
    if (this.#home.windows.length === 0) this.#home.onAllClosed();
  }
}

type Modelled = Pick<
  Electron.BrowserWindow,
  'loadURL' | 'show' | 'focus' | 'restore' | 'isMinimized' | 'isVisible' | 'isDestroyed' | 'close' | 'webContents'
>;

/** The class that the application constructs, with the two look-ups it uses. */
export function browserWindowOf(home: WindowHome): object {
  return class BrowserWindow extends DoubleWindow {
    constructor(options?: Electron.BrowserWindowConstructorOptions) {
      super(home, options);
      void (this satisfies Modelled);
    }
    static getAllWindows() {
      return [...home.windows];
    }
    static fromWebContents(contents: Electron.WebContents) {
      return home.windows.find((window) => window.webContents === contents) ?? null;
    }
  };
}
