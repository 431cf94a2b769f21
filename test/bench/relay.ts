/**
 * `npm run bench -- relay [--json] [--quick] [--part NAME] [--servers NAME,NAME]`: this relay beside the stock server (in memory; on LevelDB),
 * Hocuspocus (in memory; on SQLite) and a bare broadcaster that does nothing else (the floor), each in a process of its
 * own, in turn. Ours runs as it ships: guard, chain, journal on disk, acknowledgements. Parts: fan-out, load, crowd.
 * `--profile FOLDER` has our relay write processor profiles there.
 */
import { parseArgs } from 'node:util';
import { measureCrowd, measureIdle } from './relay/crowd.ts';
import { measureFanOut, type FanOut, type Load } from './relay/fan-out.ts';
import { Figures, type Aim } from './relay/figures.ts';
import { measureColdLoad, measureLoad } from './relay/load.ts';
import { PROFILE, serve, SERVERS, type ServerName } from './relay/servers.ts';
import { holdSinks } from './relay/sinks.ts';

const QUICK_LOADS: readonly Load[] = [
  { clients: 200, writers: 10, rate: 10 },
  { clients: 200, writers: 1, rate: 10 },
];
const LOADS: readonly Load[] = [
  { clients: 50, writers: 10, rate: 10 },
  { clients: 200, writers: 10, rate: 10 },
  { clients: 500, writers: 10, rate: 10 },
  { clients: 500, writers: 50, rate: 5 },
  { clients: 500, writers: 1, rate: 10 },
];

/** What a delivered keystroke may cost, in floors. */
function costAim({ clients, writers }: Load): Aim | undefined {
  const most = clients < 500 ? undefined : writers === 1 ? 1.1 : writers === 50 ? 0.5 : undefined;
  if (most === undefined) return undefined;
  return { aim: `at most ${most} x floor`, by: ['floor'], met: (ours, { floor = 0 }) => ours <= most * floor };
}

function latencyAim({ clients, writers }: Load): Aim | undefined {
  if (clients < 500) return undefined;
  if (writers === 50) return { aim: 'under 60 ms', met: (ours) => ours < 60 };
  const by = ['stock', 'hocuspocus'];
  const isBelow = (ours: number, peers: Readonly<Record<string, number>>): boolean =>
    by.every((peer) => ours < peers[peer]!);
  return writers === 10 ? { aim: 'below both peers', by, met: isBelow } : undefined;
}

const NONE: Aim = { aim: 'none', met: (ours) => ours === 0 };
const halfOf = (peer: string): Aim => ({
  aim: `half of ${peer}`,
  by: [peer],
  met: (ours, peers) => ours * 2 <= peers[peer]!,
});
const TWICE = halfOf('stock');
const TWICE_KEPT = halfOf('stock-leveldb');

function recordFanOut(figures: Figures, load: Load, all: Readonly<Partial<Record<ServerName, FanOut>>>): void {
  const of = (pick: (figure: FanOut) => number | undefined): Record<string, number | undefined> =>
    Object.fromEntries(Object.entries(all).map(([server, figure]) => [server, pick(figure)]));
  const name = `${load.clients}-clients-${load.writers}-writers`;
  figures.record(
    `${name}-cpu`,
    of(({ cpu }) => cpu),
    { unit: 'µs a delivered keystroke', ...costAim(load) },
  );
  figures.record(
    `${name}-latency-p50`,
    of(({ p50 }) => p50),
    { unit: 'ms' },
  );
  figures.record(
    `${name}-latency-p95`,
    of(({ p95 }) => p95),
    { unit: 'ms' },
  );
  figures.record(
    `${name}-latency-p99`,
    of(({ p99 }) => p99),
    { unit: 'ms', ...latencyAim(load) },
  );
  figures.record(
    `${name}-ack-p50`,
    of(({ ack50 }) => ack50),
    { unit: 'ms' },
  );
  figures.record(
    `${name}-ack-p99`,
    of(({ ack99 }) => ack99),
    { unit: 'ms' },
  );
  figures.record(
    `${name}-delivered`,
    of(({ delivered }) => delivered),
    { unit: 'keystrokes a second' },
  );
  figures.record(
    `${name}-lost`,
    of(({ lost }) => lost),
    { unit: 'keystrokes', ...NONE },
  );
  figures.record(
    `${name}-journal`,
    of(({ journal }) => journal),
    { unit: 'bytes on disk a keystroke' },
  );
  figures.show();
}

async function recordLoad(figures: Figures, quick: boolean): Promise<void> {
  const clients = quick ? 50 : 100;
  const { load, storm } = await measureLoad({ edits: quick ? 20_000 : 100_000, runs: quick ? 5 : 7, storm: clients });
  const pick = (key: 'ms' | 'wireMs' | 'bytes'): Record<string, number> =>
    Object.fromEntries(Object.entries(load).map(([server, figure]) => [server, figure[key]]));
  figures.record('load', pick('ms'), { unit: 'ms until a newcomer has taken in 60,000 words', ...TWICE });
  figures.record('load-wire', pick('wireMs'), { unit: 'ms until the last byte has come', ...TWICE });
  figures.record('load-bytes', pick('bytes'), { unit: 'bytes' });
  figures.record(`load-storm-${clients}`, storm, { unit: 'ms until all have the last byte', ...TWICE });
  const cold = await measureColdLoad({ edits: quick ? 5_000 : 30_000, runs: quick ? 3 : 5 });
  const pickCold = (key: 'ms' | 'wireMs'): Record<string, number> =>
    Object.fromEntries(Object.entries(cold).map(([server, figure]) => [server, figure[key]]));
  figures.record('load-cold', pickCold('ms'), { unit: 'ms from a server just started', ...TWICE_KEPT });
  figures.record('load-cold-wire', pickCold('wireMs'), { unit: 'ms until the last byte has come', ...TWICE_KEPT });
  figures.show();
}

async function recordCrowd(figures: Figures, quick: boolean): Promise<void> {
  const memory: Partial<Record<ServerName, number>> = {};
  for (const name of SERVERS) memory[name] = await measureIdle(name, quick ? 500 : 2_000);
  figures.record('idle-memory', memory, { unit: 'kB an idle connection' });
  const observers = quick ? 1_000 : 10_000;
  const crowd = await measureCrowd(observers);
  const all: Aim = { aim: `${observers}`, met: (ours) => ours === observers };
  figures.record('observers', { ours: crowd.served }, { unit: 'idle observers served by one relay', ...all });
  figures.record('observers-memory', { ours: crowd.memory }, { unit: 'kB an observer' });
  figures.record('observers-idle', { ours: crowd.idleCpu * 100 }, { unit: '% of a processor' });
  figures.record('observers-entered', { ours: crowd.entered }, { unit: 'ms until all were let in' });
  figures.record('observers-published', { ours: crowd.published }, { unit: 'ms until all have a revision' });
  figures.show();
}

async function measure(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      quick: { type: 'boolean' },
      part: { type: 'string' },
      servers: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  if (values.profile !== undefined) process.env[PROFILE] = values.profile;
  const { json = false, quick = false, part } = values;
  const figures = new Figures({ shows: !json });
  const only = values.servers?.split(',') as readonly ServerName[] | undefined;
  const course = { ...(quick ? { rounds: 2, seconds: 2 } : { rounds: 3, seconds: 2.5 }), only };
  if ((part ?? 'fan-out') === 'fan-out')
    await measureFanOut(quick ? QUICK_LOADS : LOADS, course, (load, all) => recordFanOut(figures, load, all));
  if ((part ?? 'load') === 'load') await recordLoad(figures, quick);
  if ((part ?? 'crowd') === 'crowd') await recordCrowd(figures, quick);
  if (json) process.stdout.write(`${JSON.stringify(figures)}\n`);
}

const [, , flag, name, dataDir] = process.argv;
if (flag === '--serve') await serve(name as ServerName, dataDir!);
else if (flag === '--hold') holdSinks();
else {
  await measure();
  process.exit(0);
}
