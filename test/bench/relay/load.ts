/** How long a newcomer waits for a long draft with a long past, from connecting to having it. */
import * as Y from 'yjs';
import { seedOf, strandOf } from './draft.ts';
import { pause } from './fan-out.ts';
import { Line } from './line.ts';
import { spawnServer, type Running, type ServerName } from './servers.ts';
import { speechFor, type Speech } from './speech.ts';

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
  { edits, runs }: { readonly edits: number; readonly runs: number },
): Promise<Load> {
  const server = await spawnServer(name);
  const draft = draftWithPast(edits);
  try {
    const speech = await speechFor(server, draft, 1);
    const keeper = await enter(server, speech);
    if (name !== 'ours') keeper.send(speech.frame(draft));
    await pause(3_000);
    const times: Load[] = [];
    for (let run = 0; run < runs; run += 1) {
      times.push(await timeLoad(server, speech, ({ length }) => length > 100_000));
      await pause(100);
    }
    keeper.close();
    return median(times);
  } finally {
    await server.stop();
  }
}

/**
 * The same from a server that has just been started again on what it kept: the draft, and so many edits that came one
 * by one. Only servers that keep anything are asked.
 */
export async function measureColdLoad(
  name: 'ours' | 'stock',
  { edits, runs }: { readonly edits: number; readonly runs: number },
): Promise<Load> {
  let server = await spawnServer(name, { keeps: true });
  try {
    const draft = seedOf(PROVISIONS, WORDS);
    const speech = await speechFor(server, draft, 1);
    const writer = await enter(server, speech);
    if (name !== 'ours') writer.send(speech.frame(draft));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, draft);
    doc.on('update', (update: Uint8Array) => writer.send(speech.frame(update)));
    for (let edit = 0; edit < edits; edit += 1) {
      const text = strandOf(doc, edit % PROVISIONS);
      text.insert((edit * 7) % text.length, 'ab');
      if (edit % 200 === 0) await pause(20);
    }
    await pause(8_000);
    writer.close();
    const times: Load[] = [];
    for (let run = 0; run < runs; run += 1) {
      const { dataDir } = server;
      await server.stop({ keep: true });
      server = await spawnServer(name, { keeps: true, dataDir });
      times.push(await timeLoad(server, speech, ({ length }) => length > 100_000));
    }
    return median(times);
  } finally {
    await server.stop();
  }
}

async function enter(server: Running, speech: Speech): Promise<Line> {
  const line = await Line.open({ port: server.port, path: speech.path, protocols: speech.protocols(0) });
  for (const frame of speech.hello(new Y.Doc())) line.send(frame);
  return line;
}

/** From connecting until the doc has what `isWhole` takes for all of it; stock sends an empty state first. */
async function timeLoad(server: Running, speech: Speech, isWhole: (update: Uint8Array) => boolean): Promise<Load> {
  const doc = new Y.Doc();
  const began = performance.now();
  let line: Line | undefined;
  try {
    return await new Promise<Load>((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`${server.name} sends no draft`)), 60_000);
      const onFrame = (frame: Uint8Array): void => {
        const update = speech.update(frame);
        if (!update || !isWhole(update)) return;
        const wireMs = performance.now() - began;
        Y.applyUpdate(doc, update);
        clearTimeout(timer);
        done({ ms: performance.now() - began, wireMs, bytes: update.length });
      };
      Line.open({ port: server.port, path: speech.path, protocols: speech.protocols(0), onFrame }).then((opened) => {
        line = opened;
        for (const frame of speech.hello(doc)) opened.send(frame);
      }, fail);
    });
  } finally {
    line?.close();
  }
}

function median(times: readonly Load[]): Load {
  const middle = (key: keyof Load): number =>
    times.map((time) => time[key]).toSorted((one, other) => one - other)[times.length >> 1]!;
  return { ms: middle('ms'), wireMs: middle('wireMs'), bytes: middle('bytes') };
}
