/**
 * Many clients in one room: what a keystroke costs the server, and how long it takes to reach the others. All servers
 * run at once, each with its own audience, and take turns: a stretch of typing at one, then the same keystrokes at the
 * next, round after round. Whatever else the machine does meets all of them alike.
 */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Hall, type Slice } from './hall.ts';
import { SERVERS, type ServerName } from './servers.ts';
import { Sinks } from './sinks.ts';

export interface FanOut {
  /** Microseconds of the server's processor a delivered keystroke. */
  readonly cpu: number;
  /** From the keystroke to another's screen, in milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** From the keystroke to its acknowledgement, where there is one. */
  readonly ack50: number | undefined;
  readonly ack99: number | undefined;
  /** Keystrokes times readers, a second. */
  readonly delivered: number;
  /** Keystrokes that a listening reader, or a newcomer afterwards, was not given. */
  readonly lost: number;
  /** Bytes on disk a keystroke, where there is a journal. */
  readonly journal: number | undefined;
}

export interface Load {
  readonly clients: number;
  readonly writers: number;
  /** Keystrokes a second, a writer. */
  readonly rate: number;
}

export interface Course {
  readonly rounds: number;
  /** Of one stretch. */
  readonly seconds: number;
  readonly only?: readonly ServerName[] | undefined;
}

/** Listening readers that come with every growth of the audience. */
const PROBES = 3;

/** Loads in the order of their clients: the audience grows from one to the next. */
export async function measureFanOut(
  loads: readonly Load[],
  course: Course,
  report: (load: Load, all: Readonly<Partial<Record<ServerName, FanOut>>>) => void,
): Promise<void> {
  const sinks = await Sinks.start();
  const halls: Hall[] = [];
  try {
    for (const name of course.only ?? SERVERS) halls.push(await Hall.open(name, sinks));
    for (const hall of halls) await hall.grow(loads[0]!.clients, PROBES);
    // What runs for the first time is compiled first.
    for (const hall of halls) await hall.type({ writers: 50, rate: 8, seconds: 4 }, 1);
    for (const load of loads) {
      for (const hall of halls) if (hall.clients < load.clients) await hall.grow(load.clients, PROBES);
      report(load, await measureLoad(halls, load, course));
    }
  } finally {
    await Promise.all(halls.map((hall) => hall.close()));
    sinks.stop();
  }
}

async function measureLoad(
  halls: readonly Hall[],
  load: Load,
  { rounds, seconds }: Course,
): Promise<Partial<Record<ServerName, FanOut>>> {
  const slices = new Map<Hall, Slice[]>(halls.map((hall) => [hall, []]));
  const disk = new Map<Hall, number>();
  for (const hall of halls) disk.set(hall, await sizeOf(hall.server.dataDir));
  for (let round = 0; round < rounds; round += 1) {
    // There and back, so that nobody always follows the same one.
    const order = round % 2 === 0 ? halls : halls.toReversed();
    for (const hall of order) slices.get(hall)!.push(await hall.type({ ...load, seconds }, round + 2));
  }
  const all: Partial<Record<ServerName, FanOut>> = {};
  for (const hall of halls) {
    const grown = (await sizeOf(hall.server.dataDir)) - disk.get(hall)!;
    all[hall.server.name] = summarize(slices.get(hall)!, { hall, grown, missing: await hall.missing() });
  }
  return all;
}

function summarize(
  slices: readonly Slice[],
  { hall, grown, missing }: { readonly hall: Hall; readonly grown: number; readonly missing: number },
): FanOut {
  const readers = hall.clients - 1;
  const latencies = slices.flatMap((slice) => slice.latencies).toSorted((one, other) => one - other);
  const acks = slices.flatMap((slice) => slice.acks).toSorted((one, other) => one - other);
  const sum = (pick: (slice: Slice) => number): number => slices.reduce((total, slice) => total + pick(slice), 0);
  const keystrokes = sum((slice) => slice.keystrokes);
  return {
    cpu: (sum((slice) => slice.cpu) * 1e6) / (keystrokes * readers),
    p50: part(latencies, 0.5),
    p95: part(latencies, 0.95),
    p99: part(latencies, 0.99),
    ack50: acks.length > 0 ? part(acks, 0.5) : undefined,
    ack99: acks.length > 0 ? part(acks, 0.99) : undefined,
    delivered: (keystrokes * readers) / sum((slice) => slice.took),
    lost: sum((slice) => slice.lost) + missing,
    journal: hall.server.name === 'ours' || hall.server.name === 'stock-leveldb' ? grown / keystrokes : undefined,
  };
}

function part(sorted: readonly number[], of: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? Number.NaN;
}

async function sizeOf(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map((file) =>
        stat(join(file.parentPath, file.name)).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
