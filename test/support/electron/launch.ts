import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import type { Browser, Page } from 'playwright-core';
import { Desk } from './desk.ts';
import { httpFor } from './own-http.ts';
import { type ElectronDouble, type ElectronModule, makeElectron } from './module.ts';

const root = resolve(import.meta.dirname, '../../..');

export interface LaunchOptions {
  readonly browser: Browser;
  /** An empty folder of this launch alone. */
  readonly home: string;
  /** Arguments behind the program's name. */
  readonly args?: readonly string[];
  /** The folder of the application: this tree, or an archive that was unpacked. */
  readonly appDir?: string;
  readonly locale?: string;
}

/** The parts of Playwright's ElectronApplication that the specs use, and below them what only the double tells. */
export interface Application {
  firstWindow(): Promise<Page>;
  windows(): Promise<Page[]>;
  evaluate<Answer, Argument = void>(
    task: (electron: ElectronModule, argument: Argument) => Answer | Promise<Answer>,
    argument?: Argument,
  ): Promise<Answer>;
  close(): Promise<void>;
  /** Resolves when the application has ended by itself. */
  readonly ended: Promise<void>;
  readonly double: ElectronDouble;
  /** Listeners that the application put on its process. */
  readonly process: EventEmitter;
}

/**
 * Runs the *built* main process in Node with the `electron` module replaced by the double, whose windows are pages of
 * a real Chromium. What it proves and what not is in README.md beside this file.
 */
export async function launch(options: LaunchOptions): Promise<Application> {
  const { browser, home, args = [], appDir = root, locale = 'en-US' } = options;
  const argv = ['/opt/rostrum/rostrum', ...args];
  const desk = new Desk(browser, await browser.newContext({ viewport: { width: 1440, height: 900 } }));
  // A popup asks for its page before it can be closed; nothing is fetched for it. Windows have routes of their own.
  await desk.context.route('**/*', (route) => route.abort('blockedbyclient'));
  const double = makeElectron({ desk, home, argv, locale });
  const events = new EventEmitter();
  runMain({
    appDir,
    argv,
    events,
    modules: new Map<string, object>([
      ['electron', double.module],
      ['node:http', httpFor(desk)],
    ]),
  });
  double.becomeReady();

  const pages = () => Promise.all(double.windows.map((window) => window.contents.page()));
  let closing: Promise<void> | undefined;
  return {
    async firstWindow() {
      for (;;) {
        const window = double.windows[0];
        const page = await window?.contents.page();
        if (window?.isVisible() && page !== undefined) return page;
        if (double.hasEnded()) throw new Error('the application ended before it opened a window');
        await new Promise((done) => setTimeout(done, 10));
      }
    },
    windows: pages,
    async evaluate(task, argument) {
      return task(double.module as unknown as ElectronModule, argument as NonNullable<typeof argument>);
    },
    close() {
      closing ??= (async () => {
        double.quit();
        await double.end;
        await desk.close();
      })();
      return closing;
    },
    ended: double.end,
    double,
    process: events,
  };
}

interface Program {
  readonly appDir: string;
  readonly argv: readonly string[];
  readonly events: EventEmitter;
  /** What the application gets in place of modules of these names. */
  readonly modules: ReadonlyMap<string, object>;
}

function runMain({ appDir, argv, events, modules }: Program): void {
  const { main } = JSON.parse(readFileSync(join(appDir, 'package.json'), 'utf8')) as { main: string };
  const file = join(appDir, main);
  const plain = createRequire(file);
  const require = (name: string) => modules.get(name) ?? (plain(name) as unknown);
  // The application's own command line and its listeners for fatal errors; everything else is this process.
  const own = new Map<PropertyKey, unknown>([
    ['argv', [...argv]],
    ['on', (name: string, listener: (...args: unknown[]) => void) => events.on(name, listener)],
  ]);
  const ownProcess = new Proxy(process, {
    get(target, key) {
      if (own.has(key)) return own.get(key);
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  // Yjs leaves a mark to warn of a second copy; each launch is a process of its own in earnest.
  Reflect.deleteProperty(globalThis, '__ $YJS$ __');
  const module = { exports: {} };
  const parameters = ['exports', 'require', 'module', '__filename', '__dirname', 'process'];
  const run = compileFunction(readFileSync(file, 'utf8'), parameters, { filename: file }) as (
    ...args: unknown[]
  ) => void;
  run(module.exports, require, module, file, dirname(file), ownProcess);
}
