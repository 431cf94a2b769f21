import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { Fault } from '../../shared/schema/result.ts';
import {
  channelOf,
  HOST_METHODS,
  HOST_REASONS,
  type HostAnswer,
  type HostMethod,
  type HostReason,
  type HostRequest,
  type HostValue,
} from '../../shared/host/channels.ts';
import { isOwnPage } from './policy/own-page.ts';
import { requests } from './requests.ts';

/** What the main process does for each method of the host bridge; `event.sender` is the window that asks. */
export type HostHandlers = {
  readonly [Name in HostMethod]: (request: HostRequest<Name>, event: IpcMainInvokeEvent) => Promise<HostValue<Name>>;
};

/**
 * The only place where a message from a page is heard. It counts only when it comes from the main frame of one of the
 * application's own pages, with exactly one argument of the shape the contract states.
 */
export function answerHost(handlers: HostHandlers): void {
  for (const method of HOST_METHODS) answerMethod(method, handlers[method]);
}

function answerMethod<Name extends HostMethod>(method: Name, handler: HostHandlers[Name]): void {
  ipcMain.handle(channelOf(method), async (event, ...args: unknown[]): Promise<HostAnswer<HostValue<Name>>> => {
    if (!isTrusted(event)) {
      console.error(`${channelOf(method)} refused: not from the application's own page`);
      return { ok: false, reason: 'request-refused' };
    }
    const parsed = requests[method].safeParse(args[0]);
    if (args.length > 1 || !parsed.success) {
      console.error(`${channelOf(method)} refused: not what the contract says`);
      return { ok: false, reason: 'request-refused' };
    }
    try {
      return { ok: true, value: await handler(parsed.data as HostRequest<Name>, event) };
    } catch (error) {
      console.error(channelOf(method), error);
      return { ok: false, reason: reasonOf(error) };
    }
  });
}

function isTrusted(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOwnPage(frame.url);
}

function reasonOf(error: unknown): HostReason {
  const known: readonly string[] = HOST_REASONS;
  return error instanceof Fault && known.includes(error.reason) ? (error.reason as HostReason) : 'host-failed';
}
