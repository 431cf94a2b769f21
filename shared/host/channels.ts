import type { Capability, HostBridge } from './bridge.ts';

/** The methods of the host bridge that cross from the window to Electron's main process, each by one channel. */
export type HostMethod = {
  [Name in keyof HostBridge]: HostBridge[Name] extends (...args: never[]) => unknown ? Name : never;
}[keyof HostBridge];

/** The one argument of a method; `undefined` where it takes none. */
export type HostRequest<Name extends HostMethod> = Parameters<HostBridge[Name]>[0];

/** What a method resolves to. */
export type HostValue<Name extends HostMethod> = Awaited<ReturnType<HostBridge[Name]>>;

/** Every method, so that the preload and the main process are complete by type and by test. */
export const HOST_METHODS = [
  'openFile',
  'saveFile',
  'printPdf',
  'relay',
  'keepSecret',
  'readSecret',
  'forgetSecret',
] as const satisfies readonly HostMethod[];

/** The channel's name for a method. */
export function channelOf(method: HostMethod): `host:${HostMethod}` {
  return `host:${method}`;
}

/** What the desktop application can do. */
export const DESKTOP_CAPABILITIES = [
  'save-dialog',
  'open-dialog',
  'print-pdf',
  'start-relay',
  'keep-secrets',
  'second-window',
] as const satisfies readonly Capability[];

/** Why a request to the host failed; a closed set, which the screen turns into words. */
export const HOST_REASONS = [
  /** The request did not come from the application's own page, or was not what the contract says. */
  'request-refused',
  'file-too-large',
  'file-unreadable',
  'file-unwritable',
  'pdf-failed',
  'relay-unavailable',
  'secrets-unavailable',
  'host-failed',
] as const;

export type HostReason = (typeof HOST_REASONS)[number];

/**
 * What crosses back: a value, or a reason. An error would lose all but its message on the way, so the preload throws
 * one whose message *is* the reason, and `renderer/host` makes it a `Fault` again.
 */
export type HostAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: HostReason };
