/** How long a newcomer waits for a long draft with a long past, from connecting to having it. */
import * as Y from 'yjs';
import { seedOf, strandOf } from './draft.ts';
import { pause } from './fan-out.ts';
import { Line } from './line.ts';
import { spawnServer, type ServerName } from './servers.ts';
import { speechFor } from './speech.ts';

const PROVISIONS = 400;
const WORDS = 60_000;
const HANDS = 20;

/** A draft of 60,000 words after so many edits by twenty hands. */
function draftWithPast(edits: number): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedOf(PROVISIONS, WORDS));
  let random = 1;
  const next = (below: number): number => (random = (random * 48_271) % 2_147_483_647) % below;
  for (let edit = 0; edit < edits; edit += 1) {
    doc.clientID = 1_000 + (edit % HANDS);
    const text = strandOf(doc, next(PROVISIONS));
    const at = next(text.length);
    if (edit % 3 === 0) text.delete(at, Math.min(2, text.length - at));
    else text.insert(at, 'ab');
  }
  return Y.encodeStateAsUpdate(doc);
}

export interface Load {
  /** Milliseconds, the median. */
  readonly ms: number;
  /** Until the last byte has come, without taking it in. */
  readonly wireMs: number;
  readonly bytes: number;
}

export async function measureLoad(
  name: Exclude<ServerName, 'floor'>,
  { edits, runs }: { edits: number; runs: number },
): Promise<Load> {
  const server = await spawnServer(name);
  const draft = draftWithPast(edits);
  const lines: Line[] = [];
  try {
    const speech = await speechFor(server, draft, 1);
    const keeper = await Line.open({ port: server.port, path: speech.path, protocols: speech.protocols(0) });
    lines.push(keeper);
    for (const frame of speech.hello(new Y.Doc())) keeper.send(frame);
    if (name !== 'ours') keeper.send(speech.frame(draft));
    await pause(3_000);
    const times: { ms: number; wireMs: number; bytes: number }[] = [];
    for (let run = 0; run < runs; run += 1) {
      const doc = new Y.Doc();
      const began = performance.now();
      times.push(
        await new Promise((done, fail) => {
          const timer = setTimeout(() => fail(new Error(`${name} sends no draft`)), 60_000);
          void Line.open({
            port: server.port,
            path: speech.path,
            protocols: speech.protocols(0),
            onFrame: (frame) => {
              const update = speech.update(frame);
              if (!update || update.length < 100_000) return;
              const wireMs = performance.now() - began;
              Y.applyUpdate(doc, update);
              clearTimeout(timer);
              done({ ms: performance.now() - began, wireMs, bytes: update.length });
            },
          }).then((line) => {
            lines.push(line);
            for (const frame of speech.hello(doc)) line.send(frame);
          }, fail);
        }),
      );
      lines.pop()?.close();
      await pause(100);
    }
    const [median] = times.toSorted((one, other) => one.ms - other.ms).slice(runs >> 1);
    const wire = times.map(({ wireMs }) => wireMs).toSorted((one, other) => one - other)[runs >> 1]!;
    return { ms: median!.ms, wireMs: wire, bytes: median!.bytes };
  } finally {
    for (const line of lines) line.close();
    await server.stop();
  }
}
