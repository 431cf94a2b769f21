import type { IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';

/** The desktop application's own origin. */
export const APP_ORIGIN = 'app://bundle';

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * The names under which this relay may be addressed: loopback, the addresses it listens on, and those given.
 * A page of another site that points its own name at this machine (DNS rebinding) comes with that name, and is refused.
 */
export function hostNames(host: string, given: readonly string[]): ReadonlySet<string> {
  const names = new Set([...LOOPBACK_NAMES, ...given.map((name) => name.toLowerCase())]);
  if (host === '0.0.0.0' || host === '::') {
    for (const address of Object.values(networkInterfaces()).flatMap((list) => list ?? [])) {
      names.add(bracketed(address.address));
    }
  } else {
    names.add(bracketed(host.toLowerCase()));
  }
  return names;
}

/** Whether the request is addressed to one of our names. The port is free: a proxy or a forwarded port changes it. */
export function isOurHost(request: IncomingMessage, names: ReadonlySet<string>): boolean {
  const host = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/i.exec(request.headers.host ?? '')?.[1];
  return host !== undefined && names.has(host.toLowerCase());
}

/**
 * Whether the request may come from where it says: no origin (not a browser), the page that we served ourselves, or
 * the desktop application. `null`, which sandboxed pages and files send, is foreign.
 */
export function isOurOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || origin === APP_ORIGIN) return true;
  return origin === `http://${host}` || origin === `https://${host}`;
}

/**
 * Whether the other end is this machine. Behind a proxy on the same machine every request comes from here, so what a
 * proxy adds speaks against it; a relay behind a proxy that adds nothing wants an owner's key.
 */
export function isFromHere(request: IncomingMessage): boolean {
  const { headers, socket } = request;
  const added = headers.forwarded ?? headers['x-forwarded-for'] ?? headers['x-real-ip'] ?? headers.via;
  const address = socket.remoteAddress ?? '';
  return added === undefined && (address === '::1' || /^(::ffff:)?127\./.test(address));
}

function bracketed(address: string): string {
  return address.includes(':') ? `[${address.replace(/%.*$/, '')}]` : address;
}
