import { addressOf } from './address.ts';

/** The scheme, and the only host under it, that the application's pages are served from. */
export const SCHEME = 'app';
const HOST = 'bundle';

const DISPLAY = /^#\/display\/[0-9a-z]{12}\/[A-Z][A-Z0-9_]{0,15}$/;

/** The page of every window. */
export const HOME = `${SCHEME}://${HOST}/index.html`;

/**
 * Whether an address is that of a room display: an own page, with a meeting and a code behind it and nothing else. It
 * carries no invitation: a display opens a meeting that this machine is in.
 */
export function isDisplay(address: string): boolean {
  const url = addressOf(address);
  return url !== undefined && isOwnPage(address) && url.search === '' && DISPLAY.test(url.hash);
}

/**
 * Whether an address is one of the application's own pages. `URL.origin` is `null` for such a scheme, so scheme and
 * host are compared.
 */
export function isOwnPage(address: string): boolean {
  const url = addressOf(address);
  return (
    url !== undefined && url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.port === ''
  );
}
