/** How long a newcomer waits for a long draft with a long past, from connecting to having it. */
import * as Y from 'yjs';
import { seedOf, strandOf } from './draft.ts';
import { Line } from './line.ts';
import { pause } from './pause.ts';
import { DURABLE, SERVERS, spawnServer, type Running, type ServerName } from './servers.ts';
import { Sinks } from './sinks.ts';
import { speechFor, type Speech } from './speech.ts';

const PROVISIONS = 400;
const WORDS = 60_000;
const HANDS = 20;

type Loader = Exclude<ServerName, 'floor'>;
const LOADERS = SERVERS.filter((name): name is Loader => name !== 'floor');

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
  /** Milliseconds until the doc has it, the median. */
  readonly ms: number;
  /** Until the last byte has come, without taking it in. */
  readonly wireMs: number;
  readonly bytes: number;
}

export interface Loads {
  readonly load: Partial<Record<Loader, Load>>;
  /** Milliseconds until each of so many who come at one moment has the draft. */
  readonly storm: Partial<Record<Loader, number>>;
}

/** From servers that have been running, in turn; then a storm of newcomers at each. */
export async function measureLoad(course: {
  readonly edits: number;
  readonly runs: number;
  readonly storm: number;
}): Promise<Loads> {
  const draft = draftWithPast(course.edits);
  const servers: { readonly server: Running; readonly speech: Speech }[] = [];
  const sinks = await Sinks.start();
  try {
    for (const name of LOADERS) {
      const server = await spawnServer(name);
      const speech = await speechFor(server, draft, 1);
      servers.push({ server, speech });
      const keeper = await enter(server, speech);
      if (name !== 'ours') keeper.send(speech.frame(draft));
    }
    await pause(3_000);
    const times = new Map<string, Load[]>();
    // The first time everything is compiled.
    for (let run = -2; run < course.runs; run += 1) {
      for (const { server, speech } of run % 2 === 0 ? servers : servers.toReversed()) {
        const time = await timeLoad(server, speech);
        if (run >= 0) times.set(server.name, [...(times.get(server.name) ?? []), time]);
      }
    }
    const load: Loads['load'] = {};
    const storm: Loads['storm'] = {};
    for (const { server, speech } of servers) {
      const name = server.name as Loader;
      load[name] = median(times.get(name)!);
      const began = performance.now();
      const door = { port: server.port, path: speech.path, protocols: speech.protocols(0) };
      await sinks.storm({ door, hello: speech.hello(new Y.Doc()), count: course.storm });
      const { served } = await sinks.until(load[name].bytes, 40_000);
      storm[name] = served === course.storm ? performance.now() - began : Number.NaN;
      await sinks.closeLines();
      await pause(300);
    }
    return { load, storm };
  } finally {
    sinks.stop();
    await Promise.all(servers.map(({ server }) => server.stop()));
  }
}

/**
 * The same from servers that have just been started again on what they kept: the draft, and so many edits that came one
 * by one, the last ones right before the end.
 */
export async function measureColdLoad(course: {
  readonly edits: number;
  readonly runs: number;
}): Promise<Partial<Record<ServerName, Load>>> {
  const draft = seedOf(PROVISIONS, WORDS);
  const all: Partial<Record<ServerName, Load>> = {};
  for (const name of DURABLE) {
    let server = await spawnServer(name);
    try {
      const speech = await speechFor(server, draft, 1);
      const writer = await enter(server, speech);
      if (name !== 'ours') writer.send(speech.frame(draft));
      const doc = new Y.Doc();
      Y.applyUpdate(doc, draft);
      doc.on('update', (update: Uint8Array) => writer.send(speech.frame(update)));
      for (let edit = 0; edit < course.edits; edit += 1) {
        const text = strandOf(doc, edit % PROVISIONS);
        text.insert((edit * 7) % text.length, 'ab');
        if (edit % 200 === 0) await pause(10);
      }
      await untilIdle(server);
      // Until the debounced store of the one that has such a thing is over, too.
      await pause(11_000);
      writer.close();
      const times: Load[] = [];
      for (let run = 0; run < course.runs; run += 1) {
        const { dataDir } = server;
        await server.stop({ keep: true });
        server = await spawnServer(name, { dataDir });
        times.push(await timeLoad(server, speech, Y.encodeStateVector(doc)));
      }
      all[name] = median(times);
    } finally {
      await server.stop();
    }
  }
  return all;
}

/** Until the server has dealt with all it was sent. */
async function untilIdle(server: Running): Promise<void> {
  let before = await server.usage();
  for (let waited = 0; waited < 60_000; waited += 500) {
    await pause(500);
    const now = await server.usage();
    if (now.cpu - before.cpu < 0.02) return;
    before = now;
  }
}

async function enter(server: Running, speech: Speech): Promise<Line> {
  const line = await Line.open({ port: server.port, path: speech.path, protocols: speech.protocols(0) });
  for (const frame of speech.hello(new Y.Doc())) line.send(frame);
  return line;
}

/**
 * From connecting until the doc has all of it; stock sends an empty state first. What is all of it: what reaches
 * `vector`, where that is known, else an update of some size.
 */
async function timeLoad(server: Running, speech: Speech, vector?: Uint8Array): Promise<Load> {
  const doc = new Y.Doc();
  const wanted = vector && Y.decodeStateVector(vector);
  globalThis.gc?.();
  const began = performance.now();
  let line: Line | undefined;
  try {
    return await new Promise<Load>((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`${server.name} sends no draft`)), 60_000);
      let bytes = 0;
      let wireMs = 0;
      const onFrame = (frame: Uint8Array): void => {
        const update = speech.update(frame);
        if (!update) return;
        wireMs = performance.now() - began;
        bytes += frame.length;
        Y.applyUpdate(doc, update);
        const isWhole = wanted
          ? [...wanted].every(([client, clock]) => Y.getState(doc.store, client) >= clock)
          : update.length > 100_000;
        if (!isWhole) return;
        clearTimeout(timer);
        done({ ms: performance.now() - began, wireMs, bytes });
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
