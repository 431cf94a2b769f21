/** Many clients in one room: what a keystroke costs the server, and how long it takes to reach the others. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as Y from 'yjs';
import { seedOf, strandOf } from './draft.ts';
import { Line } from './line.ts';
import { spawnServer, type ServerName } from './servers.ts';
import { speechFor } from './speech.ts';

export interface FanOut {
  /** Microseconds of the server's processor a delivered keystroke. */
  readonly cpu: number;
  /** From the keystroke to another's screen, in milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** From the keystroke to its acknowledgement, where there is one. */
  readonly ack99: number | undefined;
  /** Keystrokes times readers, a second. */
  readonly delivered: number;
  /** Kilobytes an idle connection. */
  readonly memory: number;
  /** Keystrokes that the listening readers never received. */
  readonly lost: number;
  /** Bytes on disk a keystroke, where there is a journal. */
  readonly journal: number | undefined;
}

export interface Load {
  readonly clients: number;
  readonly writers: number;
  /** Keystrokes a second, a writer. */
  readonly rate: number;
  readonly seconds: number;
}

const PROBES = 3;

export async function measureFanOut(name: ServerName, { clients, writers, rate, seconds }: Load): Promise<FanOut> {
  const server = await spawnServer(name);
  const lines: Line[] = [];
  try {
    const seed = seedOf(60, 6_000);
    const speech = await speechFor(server, seed, writers);
    const sentAt = new Map<string, number>();
    const latencies: number[] = [];
    const acks: number[] = [];
    let heard = 0;
    const probe = (frame: Uint8Array): void => {
      const update = speech.update(frame);
      if (!update) return;
      const now = performance.now();
      for (const struct of Y.decodeUpdate(update).structs) {
        for (let clock = struct.id.clock; clock < struct.id.clock + struct.length; clock += 1) {
          const at = sentAt.get(`${struct.id.client} ${clock}`);
          if (at === undefined) continue;
          heard += 1;
          latencies.push(now - at);
        }
      }
    };

    const first = await server.usage();
    const open = async (number: number, onFrame?: (frame: Uint8Array) => void): Promise<Line> => {
      const line = await Line.open({
        port: server.port,
        path: speech.path,
        protocols: speech.protocols(number),
        ...(onFrame && { onFrame }),
      });
      // The floor has no rooms to ask for.
      if (name !== 'floor') for (const frame of speech.hello(new Y.Doc())) line.send(frame);
      lines.push(line);
      return line;
    };
    const hands: { line: Line; doc: Y.Doc; text: Y.Text; pending: number[]; sent: number }[] = [];
    for (let writer = 0; writer < writers; writer += 1) {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, seed);
      const hand = { doc, text: strandOf(doc, writer % 60), pending: [] as number[], sent: 0 };
      const line = await open(writer, (frame) => {
        const count = speech.ack(frame);
        if (count === undefined) return;
        while (hand.pending.length > 0 && hand.sent - hand.pending.length < count)
          acks.push(performance.now() - hand.pending.shift()!);
      });
      // What the others do not need to have been sent by the seed: stock and Hocuspocus start empty.
      if (writer === 0 && (name === 'stock' || name === 'hocuspocus')) line.send(speech.frame(seed));
      hands.push({ ...hand, line });
    }
    for (let reader = writers; reader < clients; reader += 1)
      await open(reader, reader - writers < PROBES ? probe : undefined);
    await pause(1_500);
    const idle = await server.usage();

    let counting = false;
    let counted = 0;
    const press = (writer: number): void => {
      const hand = hands[writer]!;
      let update: Uint8Array | undefined;
      const keep = (bytes: Uint8Array): void => void (update = bytes);
      const clock = Y.getState(hand.doc.store, hand.doc.clientID);
      hand.doc.on('update', keep);
      hand.text.insert(hand.text.length, 'x');
      hand.doc.off('update', keep);
      if (counting) {
        sentAt.set(`${hand.doc.clientID} ${clock}`, performance.now());
        hand.pending.push(performance.now());
        counted += 1;
      }
      hand.sent += 1;
      hand.line.send(speech.frame(update!));
    };
    // Spread over the second, as people type.
    const timers = hands.map((_, writer) => {
      let timer: NodeJS.Timeout;
      const begin = setTimeout(
        () => {
          timer = setInterval(() => press(writer), 1000 / rate);
        },
        ((writer * 997) % 1000) / rate,
      );
      return () => {
        clearTimeout(begin);
        clearInterval(timer);
      };
    });
    await pause(2_000);
    await server.usage();
    const before = await server.usage();
    const diskBefore = await sizeOf(server.dataDir);
    counting = true;
    const began = performance.now();
    await pause(seconds * 1000);
    counting = false;
    const after = await server.usage();
    const took = (performance.now() - began) / 1000;
    for (const stop of timers) stop();
    await pause(1_500);
    const disk = (await sizeOf(server.dataDir)) - diskBefore;
    const readers = clients - 1;
    latencies.sort((one, other) => one - other);
    acks.sort((one, other) => one - other);
    const at = (values: readonly number[], part: number): number =>
      values[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;
    return {
      cpu: ((after.cpu - before.cpu) * 1e6) / (counted * readers),
      p50: at(latencies, 0.5),
      p95: at(latencies, 0.95),
      p99: at(latencies, 0.99),
      ack99: acks.length > 0 ? at(acks, 0.99) : undefined,
      delivered: (counted * readers) / took,
      memory: (idle.rss - first.rss) / clients / 1024,
      journal: name === 'ours' ? disk / counted : undefined,
      lost: counted * Math.min(PROBES, clients - writers) - heard,
    };
  } finally {
    for (const line of lines) line.close();
    await server.stop();
  }
}

async function sizeOf(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    files.filter((file) => file.isFile()).map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
