import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRelay, type Relay, type RelayOptions } from '../../electron/relay/start-relay.ts';

/** A relay of the test's own: a free port, a fresh folder, both gone afterwards. */
export interface TestRelay {
  /** `http://127.0.0.1:PORT/`; the same after `restart`. */
  readonly url: string;
  /** What was logged, a line of JSON each; no token may stand in it. */
  readonly log: readonly string[];
  /** Stops it; the data stays. */
  stop(): Promise<void>;
  /** Starts it again on the same data and port. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export async function relayOnLoopback(options: Partial<RelayOptions> = {}): Promise<TestRelay> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rostrum-relay-'));
  const log: string[] = [];
  const launch = (port = 0) => startRelay({ log: (line) => void log.push(line), ...options, dataDir, port });
  let relay: Relay | undefined = await launch();
  const { url, port } = relay;
  return {
    url,
    log,
    async stop() {
      await relay?.close();
      relay = undefined;
    },
    async start() {
      relay ??= await launch(port);
    },
    async close() {
      await relay?.close();
      relay = undefined;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
