import type { makeCodec } from '../codec.ts';

/** The name Electron gives the world that preloads run in. */
export const ISOLATED_WORLD = 'Electron Isolated Context';

/** How the isolated world reaches Node; Chromium gives this function to that world alone. */
export const BINDING = 'rostrumDoubleSend';

/** What Node calls in the isolated world to settle an `invoke`. */
export const SETTLE = 'rostrumDoubleSettle';

type Exposed =
  | { readonly type: 'function'; readonly id: number }
  | { readonly type: 'object'; readonly entries: readonly (readonly [string, Exposed])[] }
  | { readonly type: 'value'; readonly value: unknown };

interface Names {
  readonly binding: string;
  readonly settle: string;
  /** The events on the document by which the two worlds call each other; hard to guess. */
  readonly secret: string;
}

/**
 * Put into the isolated world before any document's scripts: `contextBridge` and `ipcRenderer`, then the preload.
 * Its text travels, so it may use nothing around it.
 */
export function runPreload(codec: ReturnType<typeof makeCodec>, names: Names, preload: (require: unknown) => void) {
  // Electron runs a preload in the main frame alone unless told otherwise.
  if (window.top !== window) return;
  const functions: ((...args: unknown[]) => unknown)[] = [];
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const exposed: { key: string; api: Exposed }[] = [];
  const world = window as unknown as Record<string, (...args: never[]) => unknown>;

  function describe(value: unknown): Exposed {
    if (typeof value === 'function')
      return { type: 'function', id: functions.push(value as (...args: unknown[]) => unknown) - 1 };
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { type: 'object', entries: Object.entries(value).map(([key, part]) => [key, describe(part)] as const) };
    return { type: 'value', value: structuredClone(value) };
  }

  const tell = (kind: string, detail: unknown) =>
    document.dispatchEvent(new CustomEvent(`${names.secret}-${kind}`, { detail }));

  document.addEventListener(`${names.secret}-ready`, () => {
    for (const each of exposed) tell('expose', each);
  });
  document.addEventListener(`${names.secret}-call`, (event) => {
    const { call, id, args } = (event as CustomEvent<{ call: number; id: number; args: unknown[] }>).detail;
    void (async () => functions[id]?.(...args))().then(
      (value) => tell('settle', { call, ok: true, value }),
      (error: unknown) => tell('settle', { call, ok: false, message: error instanceof Error ? error.message : '' }),
    );
  });

  let calls = 0;
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown) {
      const each = { key, api: describe(api) };
      exposed.push(each);
      tell('expose', each);
    },
  };
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = calls++;
        waiting.set(id, { resolve, reject });
        const send = world[names.binding] as (text: string) => void;
        send(JSON.stringify({ id, channel, args: codec.encode(args) }));
      }),
  };
  world[names.settle] = (id: number, ok: boolean, value: Parameters<typeof codec.decode>[0]) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (ok) call?.resolve(codec.decode(value));
    else call?.reject(new Error(value as string));
  };

  preload((name: string) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return { contextBridge, ipcRenderer };
  });
}

/** Put into the page's own world: its half of `contextBridge`. Its text travels too. */
export function receiveBridge(names: Names) {
  if (window.top !== window) return;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let calls = 0;

  function build(exposed: Exposed): unknown {
    if (exposed.type === 'value') return exposed.value;
    if (exposed.type === 'object')
      return Object.freeze(Object.fromEntries(exposed.entries.map(([key, part]) => [key, build(part)])));
    return (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const call = calls++;
        waiting.set(call, { resolve, reject });
        const detail = { call, id: exposed.id, args: structuredClone(args) };
        document.dispatchEvent(new CustomEvent(`${names.secret}-call`, { detail }));
      });
  }

  document.addEventListener(`${names.secret}-expose`, (event) => {
    const { key, api } = (event as CustomEvent<{ key: string; api: Exposed }>).detail;
    if (!Object.hasOwn(window, key)) Object.defineProperty(window, key, { value: build(api), enumerable: true });
  });
  document.addEventListener(`${names.secret}-settle`, (event) => {
    const { call, ok, value, message } = (
      event as CustomEvent<{ call: number; ok: boolean; value?: unknown; message?: string }>
    ).detail;
    const waiter = waiting.get(call);
    waiting.delete(call);
    if (ok) waiter?.resolve(value);
    else waiter?.reject(new Error(message));
  });
  document.dispatchEvent(new CustomEvent(`${names.secret}-ready`));
}
