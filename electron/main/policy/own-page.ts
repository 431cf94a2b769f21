import { addressOf } from './address.ts';

/** The scheme, and the only host under it, that the application's pages are served from. */
export const SCHEME = 'app';
const HOST = 'bundle';

/** The page of every window. */
export const HOME = `${SCHEME}://${HOST}/index.html`;

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
