/**
 * A scheme of the application's own travels through plain Chromium as a host below `localhost`, which Chromium holds
 * for a secure origin as Electron does a scheme registered as secure.
 */
const SUFFIX = '.localhost';

/** `app://bundle/x` as Chromium gets it; other addresses as they are. */
export function outward(address: string, schemes: ReadonlySet<string>): string {
  const match = /^([a-z]+):\/\/([a-z]+)(\/.*)?$/is.exec(address);
  if (match === null || !schemes.has(match[1] ?? '')) return address;
  return `http://${match[2]}.${match[1]}${SUFFIX}${match[3] ?? '/'}`;
}

/** The address as the application knows it. */
export function inward(address: string, schemes: ReadonlySet<string>): string {
  const match = /^http:\/\/([a-z]+)\.([a-z]+)\.localhost(\/.*)?$/is.exec(address);
  if (match === null || !schemes.has(match[2] ?? '')) return address;
  return `${match[2]}://${match[1]}${match[3] ?? '/'}`;
}
