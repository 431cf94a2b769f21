/** As many idle observers as asked for, on one relay: whether all are served, and what they cost. */
import * as Y from 'yjs';
import type { Created, Invited } from '../../../shared/sync/protocol/api.ts';
import { Line } from './line.ts';
import { pause } from './fan-out.ts';
import { spawnServer } from './servers.ts';
import { speechFor } from './speech.ts';

export interface Crowd {
  readonly served: number;
  /** Kilobytes of the relay's memory an observer. */
  readonly memory: number;
  /** Part of one processor that they keep busy by being there. */
  readonly idleCpu: number;
  /** From publication until the last one has the revision, in milliseconds. */
  readonly published: number;
}

export async function measureCrowd(observers: number): Promise<Crowd> {
  const server = await spawnServer('ours');
  const lines: Line[] = [];
  try {
    const post = async <Answer>(path: string, body: unknown, token = ''): Promise<Answer> => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const answer = await fetch(`http://127.0.0.1:${server.port}/${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return (await answer.json()) as Answer;
    };
    const { meeting, token } = await post<Created>('api/meetings', { title: 'Crowd' });
    const invited = await post<Invited>(
      `api/meetings/${meeting}/invitations`,
      { role: 'observer', code: 'OBS', name: 'Observer', person: '' },
      token,
    );
    const speech = await speechFor(server, Y.encodeStateAsUpdate(new Y.Doc()), 0);
    const before = await server.usage();
    for (let from = 0; from < observers; from += 200) {
      const opening = Array.from({ length: Math.min(200, observers - from) }, async () => {
        const line = await Line.open({
          port: server.port,
          path: `/rooms/${meeting}/record`,
          protocols: ['rostrum.1', invited.token],
        });
        for (const frame of speech.hello(new Y.Doc())) line.send(frame);
        lines.push(line);
      });
      await Promise.all(opening);
    }
    await pause(3_000);
    const idle = await server.usage();
    const began = performance.now();
    await pause(10_000);
    const rested = await server.usage();
    const idleCpu = (rested.cpu - idle.cpu) / ((performance.now() - began) / 1000);
    const heard = lines.map((line) => line.received);
    const published = performance.now();
    await post(`api/meetings/${meeting}/publish`, {}, token);
    // A pulse may have come meanwhile; a revision is longer.
    while (
      lines.some((line, index) => !line.closed && line.received - heard[index]! < 200) &&
      performance.now() - published < 30_000
    )
      await pause(5);
    return {
      served: lines.filter((line) => !line.closed && line.received > 0).length,
      memory: (idle.rss - before.rss) / observers / 1024,
      idleCpu,
      published: performance.now() - published,
    };
  } finally {
    for (const line of lines) line.close();
    await server.stop();
  }
}
