/** Numbers for whoever runs the relay, in Prometheus' text format, on a port of their own. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Fault } from '../../shared/schema/result.ts';
import type { Log } from './log.ts';

/** Upper edges of the buckets of a commit's duration, in seconds. */
const COMMIT_EDGES = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1];

type Labels = Readonly<Record<string, string>>;

export class Metrics {
  readonly #counters = new Map<string, number>();
  readonly #gauges: (() => Readonly<Record<string, number>>)[] = [];
  readonly #commits = { buckets: COMMIT_EDGES.map(() => 0), sum: 0, count: 0 };

  add(name: string, amount: number, labels: Labels = {}): void {
    const key = `${name}${labelsOf(labels)}`;
    this.#counters.set(key, (this.#counters.get(key) ?? 0) + amount);
  }

  /** Values that are looked up when somebody asks. */
  watch(read: () => Readonly<Record<string, number>>): void {
    this.#gauges.push(read);
  }

  commit(seconds: number): void {
    this.#commits.sum += seconds;
    this.#commits.count += 1;
    COMMIT_EDGES.forEach((edge, index) => {
      if (seconds <= edge) this.#commits.buckets[index]! += 1;
    });
  }

  /** A log that counts what passes through it, by event and reason. */
  counting(log: Log): Log {
    return (line) => {
      this.add('rostrum_events_total', 1, { event: line.event, ...(line.reason && { reason: line.reason }) });
      log(line);
    };
  }

  text(): string {
    const lines: string[] = [];
    const say = (name: string, type: string, values: readonly (readonly [string, number])[]): void => {
      lines.push(`# TYPE ${name} ${type}`, ...values.map(([key, value]) => `${key} ${value}`));
    };
    const names = new Set([...this.#counters.keys()].map((key) => key.replace(/\{.*/, '')));
    for (const name of names) {
      say(
        name,
        'counter',
        [...this.#counters].filter(([key]) => key.replace(/\{.*/, '') === name),
      );
    }
    for (const read of this.#gauges) {
      for (const [name, value] of Object.entries(read())) say(name, 'gauge', [[name, value]]);
    }
    const { buckets, sum, count } = this.#commits;
    const name = 'rostrum_commit_seconds';
    say(name, 'histogram', [
      ...COMMIT_EDGES.map((edge, index) => [`${name}_bucket{le="${edge}"}`, buckets[index]!] as const),
      [`${name}_bucket{le="+Inf"}`, count],
      [`${name}_sum`, sum],
      [`${name}_count`, count],
    ]);
    return `${lines.join('\n')}\n`;
  }
}

/** Serves the numbers; resolves to the port and a way to stop. */
export async function serveMetrics(
  metrics: Metrics,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  metrics.watch(() => {
    const { user, system } = process.cpuUsage();
    const lag = delay.percentile(99) / 1e9;
    delay.reset();
    return {
      process_cpu_seconds: (user + system) / 1e6,
      process_resident_memory_bytes: process.memoryUsage().rss,
      nodejs_eventloop_lag_p99_seconds: Number.isFinite(lag) ? lag : 0,
    };
  });
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }).end(metrics.text());
  });
  await listening(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        delay.disable();
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Listens, or rejects with a `Fault`: `port-taken`, `address-unusable`. */
export function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      fail(new Fault(cause.code === 'EADDRINUSE' ? 'port-taken' : 'address-unusable', { cause }));
    });
    server.listen(port, host, () => done());
  });
}

function labelsOf(labels: Labels): string {
  const entries = Object.entries(labels);
  if (entries.length === 0) return '';
  return `{${entries.map(([name, value]) => `${name}="${value.replace(/["\\\n]/g, '_')}"`).join(',')}}`;
}
