import { shell } from 'electron';
import { addressOf } from './address.ts';

/** The scheme that invitations open the application with. */
export const LINK_SCHEME = 'rostrum';

/** Longer than any invitation, shorter than what could be a nuisance. */
const MAX_LINK = 8192;

/**
 * What an invitation's link carries (`rostrum://join?…#…`): its query and fragment, to be put behind the home page's
 * address. `undefined` for whatever is not such a link.
 */
export function invitationIn(link: string): string | undefined {
  if (link.length > MAX_LINK) return undefined;
  const url = addressOf(link);
  if (url === undefined || url.protocol !== `${LINK_SCHEME}:` || url.host !== 'join') return undefined;
  return url.search + url.hash;
}

/** The first argument of a command line that is an invitation's link; that is how Windows and Linux hand one over. */
export function invitationAmong(argv: readonly string[]): string | undefined {
  for (const argument of argv) {
    const invitation = invitationIn(argument);
    if (invitation !== undefined) return invitation;
  }
  return undefined;
}

/** Opens a web page or a letter in the user's own programs; every other kind of address is ignored. */
export function openOutside(address: string): void {
  const url = addressOf(address);
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'mailto:')) return;
  shell.openExternal(url.href).catch((error: unknown) => console.error('no program opens', url.protocol, error));
}
