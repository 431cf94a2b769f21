import type { Session } from 'electron';
import { isOwnPage } from './own-page.ts';

type PermissionCheck = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
type Permission = Parameters<PermissionCheck>[1];

/**
 * What the application's own page may use; everything else is denied. The three local-network names let it reach a
 * relay on this machine or in the building: without them Chromium stops such a connection unasked.
 */
const GRANTED: ReadonlySet<Permission> = new Set([
  'clipboard-sanitized-write',
  'fullscreen',
  'local-network-access',
  'local-network',
  'loopback-network',
]);

/** Answers every permission check and request by the one table above. */
export function guardPermissions(session: Session): void {
  // The contents are null when the network stack asks, so the origin alone is read.
  session.setPermissionCheckHandler((_contents, permission, origin) => GRANTED.has(permission) && isOwnPage(origin));
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(GRANTED.has(permission) && details.isMainFrame && isOwnPage(details.requestingUrl)),
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}
