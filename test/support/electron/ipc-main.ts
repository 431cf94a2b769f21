import type * as Electron from 'electron';

type Handler = Parameters<Electron.IpcMain['handle']>[1];

/** The handlers that the application registered, and the way a message reaches them. */
export class IpcHandlers {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }

  channels(): string[] {
    return [...this.#handlers.keys()];
  }

  async deliver(
    channel: string,
    event: { readonly sender: Electron.WebContents; readonly senderFrame: Electron.WebFrameMain | null },
    args: readonly unknown[],
  ): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return (await handler(event as Electron.IpcMainInvokeEvent, ...args)) as unknown;
  }
}
