/**
 * `npm run bench -- relay [--json] [--quick]`: this relay beside the stock server, Hocuspocus and a bare broadcaster (the
 * floor), in turn, each in a process of its own. Ours runs as it ships: guard, chain, journal on disk, acknowledgements.
 */
import { measureCrowd } from './relay/crowd.ts';
import { measureFanOut, type FanOut } from './relay/fan-out.ts';
import { measureColdLoad, measureLoad } from './relay/load.ts';
import { serve, SERVERS, type ServerName } from './relay/servers.ts';

interface Figure {
  readonly ours: number;
  readonly peers: Readonly<Record<string, number>>;
  readonly unit: string;
  readonly aim: string;
  readonly met: boolean;
}

const figures: Record<string, Figure> = {};
const json = process.argv.includes('--json');
const quick = process.argv.includes('--quick');

function record(
  name: string,
  all: Readonly<Record<string, number>>,
  how: {
    readonly unit: string;
    readonly aim?: string;
    readonly met?: (ours: number, peers: Readonly<Record<string, number>>) => boolean;
  },
): void {
  const round = (value: number): number => Number(value.toPrecision(3));
  const { ours = Number.NaN, ...peers } = Object.fromEntries(
    Object.entries(all).map(([key, value]) => [key, round(value)]),
  );
  const { unit, aim = '', met = () => true } = how;
  figures[name] = { ours, peers, unit, aim, met: met(ours, peers) };
  if (json) return;
  const others = Object.entries(peers).map(([peer, value]) => `${peer} ${value}`);
  process.stdout.write(
    `${name}: ${ours} ${unit} (${others.join(', ')})${aim === '' ? '' : `; aim: ${aim}: ${figures[name].met ? 'met' : 'missed'}`}\n`,
  );
}

async function fanOut(clients: number, writers: number, rate: number): Promise<void> {
  const load = { clients, writers, rate, seconds: quick ? 3 : 8 };
  const all: Partial<Record<ServerName, FanOut>> = {};
  for (const server of SERVERS) all[server] = await measureFanOut(server, load);
  const of = (pick: (figure: FanOut) => number | undefined): Record<string, number> =>
    Object.fromEntries(
      Object.entries(all)
        .flatMap(([server, figure]) => [[server, pick(figure)]])
        .filter(([, value]) => value !== undefined),
    ) as Record<string, number>;
  const name = `${clients}-clients-${writers}-writers`;
  const limit = writers === 1 ? 1.1 : writers === 50 ? 0.5 : undefined;
  record(
    `${name}-cpu`,
    of((figure) => figure.cpu),
    {
      unit: 'µs a delivered keystroke',
      ...(limit !== undefined &&
        clients === 500 && {
          aim: `at most ${limit} times the floor`,
          met: (ours, peers) => ours <= limit * peers['floor']!,
        }),
    },
  );
  for (const part of ['p50', 'p95', 'p99'] as const) {
    const isAimed = part === 'p99' && clients === 500;
    record(
      `${name}-latency-${part}`,
      of((figure) => figure[part]),
      {
        unit: 'ms',
        ...(isAimed && writers === 50 && { aim: 'under 60 ms', met: (ours) => ours < 60 }),
        ...(isAimed &&
          writers === 10 && {
            aim: 'below both peers',
            met: (ours, peers) => ours < peers['stock']! && ours < peers['hocuspocus']!,
          }),
      },
    );
  }
  record(
    `${name}-delivered`,
    of((figure) => figure.delivered),
    { unit: 'keystrokes a second' },
  );
  record(
    `${name}-ack-p99`,
    of((figure) => figure.ack99),
    { unit: 'ms' },
  );
  record(
    `${name}-memory`,
    of((figure) => figure.memory),
    { unit: 'kB an idle connection' },
  );
  record(
    `${name}-lost`,
    of((figure) => figure.lost),
    { unit: 'keystrokes', aim: 'none', met: (ours) => ours === 0 },
  );
  record(
    `${name}-journal`,
    of((figure) => figure.journal),
    { unit: 'bytes a keystroke' },
  );
}

async function measure(): Promise<void> {
  const loads = quick
    ? ([[200, 10, 5]] as const)
    : ([
        [50, 10, 10],
        [200, 10, 10],
        [500, 1, 10],
        [500, 10, 10],
        [500, 50, 5],
      ] as const);
  for (const [clients, writers, rate] of loads) await fanOut(clients, writers, rate);
  const edits = quick ? 20_000 : 100_000;
  const load = {
    ours: await measureLoad('ours', { edits, runs: 9 }),
    stock: await measureLoad('stock', { edits, runs: 9 }),
    hocuspocus: await measureLoad('hocuspocus', { edits, runs: 9 }),
  };
  const pick = (key: 'ms' | 'wireMs'): Record<string, number> =>
    Object.fromEntries(Object.entries(load).map(([server, figure]) => [server, figure[key]]));
  const twice = {
    aim: 'at least twice as fast as stock',
    met: (ours: number, peers: Readonly<Record<string, number>>) => ours * 2 <= peers['stock']!,
  };
  record('load', pick('ms'), { unit: 'ms until a newcomer has taken in 60,000 words', ...twice });
  record('load-wire', pick('wireMs'), { unit: 'ms until the last byte has come' });
  const past = { edits: quick ? 5_000 : 50_000, runs: 5 };
  const cold = { ours: await measureColdLoad('ours', past), stock: await measureColdLoad('stock', past) };
  record(
    'load-cold',
    { ours: cold.ours.ms, stock: cold.stock.ms },
    { unit: 'ms from a server just started, after a long past', ...twice },
  );
  const observers = quick ? 1_000 : 9_500;
  const crowd = await measureCrowd(observers);
  record(
    'observers',
    { ours: crowd.served },
    { unit: 'idle observers served by one relay', aim: String(observers), met: (ours) => ours === observers },
  );
  record('observers-memory', { ours: crowd.memory }, { unit: 'kB an observer' });
  record('observers-idle', { ours: crowd.idleCpu * 100 }, { unit: '% of a processor' });
  record('observers-published', { ours: crowd.published }, { unit: 'ms until all have a revision' });
  if (json) process.stdout.write(`${JSON.stringify(figures)}\n`);
}

const [, , flag, name, dataDir] = process.argv;
if (flag === '--serve') await serve(name as ServerName, dataDir!);
else {
  await measure();
  process.exit(0);
}
