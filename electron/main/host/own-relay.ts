import type { RelayAddress } from '../../../shared/host/bridge.ts';
import { Fault } from '../../../shared/schema/result.ts';
import { startRelay } from '../../relay/start-relay.ts';

/** The relay inside this application: started when it is first asked for, one for all windows. */
export interface OwnRelay {
  address(): Promise<RelayAddress>;
  close(): Promise<void>;
}

interface OwnRelayOptions {
  readonly dataDir: string;
  readonly rendererDir: string;
  /** The port to listen on if it is free; any other where it is taken. */
  readonly port: number;
}

type Relay = Awaited<ReturnType<typeof startRelay>>;

export function ownRelay({ dataDir, rendererDir, port }: OwnRelayOptions): OwnRelay {
  let running: Promise<Relay> | undefined;

  async function start(): Promise<Relay> {
    const options = { dataDir, rendererDir, host: '127.0.0.1', log: (line: string) => console.error(line) };
    try {
      return await startRelay({ ...options, port });
    } catch (cause) {
      if ((cause as { reason?: string }).reason !== 'port-taken') throw cause;
      return startRelay({ ...options, port: 0 });
    }
  }

  return {
    async address() {
      running ??= start();
      try {
        return { url: (await running).url };
      } catch (cause) {
        // The next request tries again: the folder may have been freed, the disk emptied.
        running = undefined;
        throw new Fault('relay-unavailable', { cause });
      }
    },
    async close() {
      const relay = await running?.catch(() => undefined);
      await relay?.close();
    },
  };
}
