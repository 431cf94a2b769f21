/** Connections that do nothing: what each costs, and whether ten thousand observers are served by one relay. */
import * as Y from 'yjs';
import type { Created, Invited } from '../../../shared/sync/protocol/api.ts';
import { pause } from './pause.ts';
import { spawnServer, type ServerName } from './servers.ts';
import { Sinks } from './sinks.ts';
import { speechFor } from './speech.ts';

/** Kilobytes of the server's memory a connection, with so many in one small room. */
export async function measureIdle(name: ServerName, clients: number): Promise<number> {
  const server = await spawnServer(name);
  const sinks = await Sinks.start();
  try {
    const speech = await speechFor(server, Y.encodeStateAsUpdate(new Y.Doc()), 1);
    const door = { port: server.port, path: speech.path, protocols: speech.protocols(0) };
    const hello = name === 'floor' ? [] : speech.hello(new Y.Doc());
    // The first ones bring what is loaded once.
    await sinks.open({ door, hello, count: 100 });
    await pause(500);
    const before = await server.settled();
    await sinks.open({ door, hello, count: clients });
    await pause(1_500);
    const after = await server.settled();
    return (after.rss - before.rss) / clients / 1024;
  } finally {
    sinks.stop();
    await server.stop();
  }
}

export interface Crowd {
  /** Observers that were let in and had the revision. */
  readonly served: number;
  /** Kilobytes of the relay's memory an observer. */
  readonly memory: number;
  /** Part of one processor that they keep busy by being there. */
  readonly idleCpu: number;
  /** From publication until the last one has the revision, in milliseconds. */
  readonly published: number;
  /** Milliseconds until all were let in. */
  readonly entered: number;
}

/** So many in a process of its own, that none is short of what one process may open. */
const OBSERVERS_A_PROCESS = 2_500;

export async function measureCrowd(observers: number): Promise<Crowd> {
  const server = await spawnServer('ours');
  const crowds: Sinks[] = [];
  try {
    const post = async <Answer>(path: string, body: unknown, token = ''): Promise<Answer> => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const answer = await fetch(`http://127.0.0.1:${server.port}/${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
      return (await answer.json()) as Answer;
    };
    const { meeting, token } = await post<Created>('api/meetings', { title: 'Crowd' });
    const invited = await post<Invited>(
      `api/meetings/${meeting}/invitations`,
      { role: 'observer', code: 'OBS', name: 'Observer', person: '' },
      token,
    );
    const door = { port: server.port, path: `/rooms/${meeting}/record`, protocols: ['rostrum.1', invited.token] };
    const hello = (await speechFor(server, Y.encodeStateAsUpdate(new Y.Doc()), 0)).hello(new Y.Doc());
    const before = await server.settled();
    const entering = performance.now();
    for (let left = observers; left > 0; left -= OBSERVERS_A_PROCESS) {
      const sinks = await Sinks.start();
      crowds.push(sinks);
      await sinks.open({ door, hello, count: Math.min(OBSERVERS_A_PROCESS, left) });
    }
    const entered = performance.now() - entering;
    await pause(2_000);
    const idle = await server.settled();
    const began = performance.now();
    // A pulse goes to everybody every ten seconds.
    await pause(10_000);
    const rested = await server.usage();
    const idleCpu = (rested.cpu - idle.cpu) / ((performance.now() - began) / 1000);
    await Promise.all(crowds.map((sinks) => sinks.mark()));
    const publishing = performance.now();
    await post(`api/meetings/${meeting}/publish`, {}, token);
    // A pulse may come meanwhile; a revision is longer.
    const heard = await Promise.all(crowds.map((sinks) => sinks.until(200, 30_000)));
    return {
      served: heard.reduce((sum, { served }) => sum + served, 0),
      memory: (idle.rss - before.rss) / observers / 1024,
      idleCpu,
      published: performance.now() - publishing,
      entered,
    };
  } finally {
    for (const sinks of crowds) sinks.stop();
    await server.stop();
  }
}
