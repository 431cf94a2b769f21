import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { type Protocol, protocol } from 'electron';
import { isOwnPage, SCHEME } from './own-page.ts';

/**
 * Scripts of the bundle alone; styles of the bundle, and of the interface library where it shows the page's nonce.
 * Connections go to whatever relay an invitation names, on this machine, in this building or on a server; nothing is
 * ever loaded from there into the page.
 */
function contentSecurityPolicy(nonce?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    nonce === undefined ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "connect-src 'self' http: https: ws: wss:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

function headersOf(type: string, nonce?: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-cache',
  };
}

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff', 'font/woff'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
]);

/** Before the application is ready: makes the scheme a secure origin with storage of its own. */
export function registerBundleScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Serves the files below `root`, and nothing else, under the application's own scheme. */
export function serveBundle(scheme: Protocol, root: string): void {
  scheme.handle(SCHEME, async (request) => {
    if (request.method !== 'GET' || !isOwnPage(request.url)) return refused(403);
    const file = fileBelow(root, new URL(request.url).pathname);
    const type = file === undefined ? undefined : TYPES.get(extname(file));
    if (file === undefined || type === undefined) return refused(404);
    try {
      const body = await readFile(file);
      return extname(file) === '.html'
        ? page(body.toString('utf8'), type)
        : new Response(body, { headers: headersOf(type) });
    } catch {
      return refused(404);
    }
  });
}

/** A page with a nonce of its own, in the policy and where the interface library looks for it. */
function page(html: string, type: string): Response {
  const nonce = randomBytes(16).toString('base64');
  const marked = html.replace('<head>', `<head>\n    <meta property="csp-nonce" nonce="${nonce}" />`);
  return new Response(marked, { headers: headersOf(type, nonce) });
}

function refused(status: number): Response {
  return new Response(undefined, { status, headers: headersOf('text/plain; charset=utf-8') });
}

/** The file a path names, or `undefined` where it would lie outside `root` however the path is written. */
function fileBelow(root: string, pathname: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\')) return undefined;
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`);
  return file.startsWith(root + sep) ? file : undefined;
}
