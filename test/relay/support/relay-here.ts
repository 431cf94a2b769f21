import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { Relay, RelayOptions } from '../../../electron/relay/start-relay.ts';
import { startRelay } from '../../../electron/relay/start-relay.ts';
import type { MeetingId } from '../../../shared/schema/ids.ts';
import type { Role } from '../../../shared/schema/meeting.ts';
import type { Created, Invited } from '../../../shared/sync/protocol/api.ts';

// Real sockets and a real disk, on machines that do other things too: what takes a second alone may take twenty.
vi.setConfig({ testTimeout: 90_000 });

/** A folder of its own for this test, removed when the test ends. */
export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-relay-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

export interface RelayHere {
  readonly relay: Relay;
  readonly dataDir: string;
  /** Every line that was logged. */
  readonly lines: string[];
  /** A request to the API; `body` makes it a POST. */
  ask(
    path: string,
    options?: { token?: string; body?: unknown; method?: string; headers?: Record<string, string> },
  ): Promise<Response>;
  createMeeting(body?: Record<string, unknown>): Promise<Created>;
}

/** A real relay on loopback with a real journal; it ends with the test. */
export async function relayHere(options: Partial<RelayOptions> = {}): Promise<RelayHere> {
  const dataDir = options.dataDir ?? (await tempFolder());
  const lines: string[] = [];
  const relay = await startRelay({ log: (line) => void lines.push(line), ...options, dataDir });
  onTestFinished(() => relay.close());
  const ask: RelayHere['ask'] = (path, { token, body, method, headers } = {}) =>
    fetch(new URL(path, relay.url), {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    relay,
    dataDir,
    lines,
    ask,
    async createMeeting(body = {}) {
      const answer = await ask('api/meetings', { body: { title: 'Outcome document', ...body } });
      if (answer.status !== 201) throw new Error(`no meeting: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as Created;
    },
  };
}

export interface Seat {
  readonly meeting: MeetingId;
  readonly token: string;
}

/** A meeting with its chair's seat and a way to give out others. */
export async function meetingHere(here: RelayHere, body: Record<string, unknown> = {}) {
  const created = await here.createMeeting(body);
  const chair: Seat = { meeting: created.meeting, token: created.token };
  const invite = async (role: Role, code: string, more: Record<string, unknown> = {}): Promise<Seat> => {
    const answer = await here.ask(`api/meetings/${created.meeting}/invitations`, {
      token: created.token,
      body: { role, code, name: `Delegation ${code}`, person: `Person ${code}`, ...more },
    });
    if (answer.status !== 201) throw new Error(`no invitation: ${answer.status} ${await answer.text()}`);
    return { meeting: created.meeting, token: ((await answer.json()) as Invited).token };
  };
  return { meeting: created.meeting, chair, invite };
}
