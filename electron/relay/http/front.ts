/** The HTTP side of the relay's one port: the renderer's files, health, and the API. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PROTOCOL_VERSION } from '../../../shared/sync/protocol/version.ts';
import { APP_ORIGIN, isOurHost, isOurOrigin } from '../admission/origin.ts';
import { JournalRefusal } from '../journal/journal.ts';
import { faultWord } from '../log.ts';
import type { RelaySetting } from '../meetings/meeting.ts';
import { answerJson, answerRefusal, ApiFault } from './answer.ts';
import type { Api } from './api.ts';
import { type Files, SECURITY_HEADERS } from './files.ts';

export interface FrontSetting extends RelaySetting {
  readonly hostNames: ReadonlySet<string>;
  readonly files: Files;
  readonly api: Api;
}

/** Answers every plain HTTP request; never throws. */
export async function answerRequest(
  setting: FrontSetting,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  try {
    if (!isOurHost(request, setting.hostNames)) throw new ApiFault('host-unknown');
    // As written, without decoding or normalising; what stands behind a question mark is nobody's business here.
    const path = (request.url ?? '/').split('?', 1)[0]!;
    if (path === '/health') return answerHealth(setting, response);
    if (path !== '/api' && !path.startsWith('/api/')) return await setting.files.serve(request, response, path);
    if (!isOurOrigin(request)) throw new ApiFault('origin-foreign');
    if (request.headers.origin === APP_ORIGIN) allowApp(response);
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    await setting.api.handle(request, response, path);
  } catch (error) {
    answerFailure(setting, response, error);
  }
}

function answerHealth({ journal, now }: FrontSetting, response: ServerResponse): void {
  const status = journal.trouble() ?? 'ok';
  answerJson(response, status === 'ok' ? 200 : 503, { status, now: now(), version: PROTOCOL_VERSION });
}

/** The desktop application's page comes from another origin than the relay; its requests are let through by name. */
function allowApp(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', APP_ORIGIN);
  response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type, if-none-match');
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
  response.setHeader('Access-Control-Expose-Headers', 'etag');
  response.setHeader('Access-Control-Max-Age', '600');
  response.setHeader('Vary', 'Origin');
}

function answerFailure({ log }: FrontSetting, response: ServerResponse, error: unknown): void {
  const reason =
    error instanceof ApiFault
      ? error.reason
      : error instanceof JournalRefusal
        ? error.trouble
        : ('relay-fault' as const);
  log({ event: 'request-refused', reason: reason === 'relay-fault' ? faultWord(error) : reason });
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // The rest of a body that is not wanted is not waited for.
  if (reason === 'request-too-large') response.setHeader('Connection', 'close');
  answerRefusal(response, reason);
}
