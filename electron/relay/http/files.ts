/**
 * The renderer's files. They are listed once at the start and served by exact name from that list, so no path that is
 * asked for ever reaches the file system.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { answerRefusal, hasAlready } from './answer.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** What a page of ours may do: run its own scripts, talk to this relay, and nothing else. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** On every answer, files and API alike. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

interface ServedFile {
  readonly path: string;
  readonly type: string;
}

export class Files {
  readonly #files: ReadonlyMap<string, ServedFile>;

  private constructor(files: ReadonlyMap<string, ServedFile>) {
    this.#files = files;
  }

  /** Lists the folder; without one, every file is unknown. Source maps and files of unknown type are not served. */
  static async list(folder: string | undefined): Promise<Files> {
    const files = new Map<string, ServedFile>();
    for (const entry of folder === undefined ? [] : await readdir(folder, { recursive: true, withFileTypes: true })) {
      const type = TYPES[extname(entry.name)];
      if (!entry.isFile() || type === undefined) continue;
      const path = join(entry.parentPath, entry.name);
      files.set(`/${relative(folder!, path).split(sep).join('/')}`, { path, type });
    }
    const index = files.get('/index.html');
    if (index) files.set('/', index);
    return new Files(files);
  }

  async serve(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const file = this.#files.get(path);
    if (!file) return answerRefusal(response, 'not-found');
    if (request.method !== 'GET' && request.method !== 'HEAD') return answerRefusal(response, 'method-not-allowed');
    const bytes = await readFile(file.path);
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    // Built files carry their own hash in their name; the page itself must be asked for again.
    const lasting = path.startsWith('/assets/');
    const headers = { ETag: etag, 'Cache-Control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache' };
    if (hasAlready(request, etag)) {
      response.writeHead(304, headers).end();
      return;
    }
    response.writeHead(200, { ...headers, 'Content-Type': file.type, 'Content-Length': String(bytes.length) });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }
}
