import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiRefusal } from '../../../shared/sync/protocol/api.ts';

const STATUS: Readonly<Record<ApiRefusal, number>> = {
  'request-invalid': 400,
  'request-too-large': 413,
  'not-found': 404,
  'method-not-allowed': 405,
  'host-unknown': 403,
  'origin-foreign': 403,
  'not-from-here': 403,
  'token-invalid': 401,
  'token-expired': 401,
  'token-revoked': 401,
  'role-forbidden': 403,
  'room-forbidden': 403,
  'seed-refused': 422,
  'backup-malformed': 422,
  'backup-damaged': 422,
  'meeting-exists': 409,
  'restore-conflict': 409,
  'too-many': 429,
  'journal-full': 507,
  'journal-read-only': 503,
  'journal-broken': 503,
  'relay-fault': 500,
};

/** A request that is not done, thrown where that is found and answered in one place. */
export class ApiFault extends Error {
  readonly reason: ApiRefusal;
  constructor(reason: ApiRefusal, cause?: unknown) {
    super(reason, { cause });
    this.name = 'ApiFault';
    this.reason = reason;
  }
}

/** Answers with JSON; answers hold invitations and drafts, so nothing on the way may keep them unless told. */
export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const text = body === undefined ? '' : body instanceof Uint8Array ? body : JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(text)),
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(text);
}

/** Whether the asker has it already: any of the tags it names, weak or not, as caches write them. */
export function hasAlready(request: IncomingMessage, etag: string): boolean {
  const named = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return named.includes(etag) || named.includes('*');
}

export function answerRefusal(response: ServerResponse, reason: ApiRefusal): void {
  answerJson(response, STATUS[reason], { reason });
}
