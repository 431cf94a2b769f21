import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket as NodeWebSocket } from 'ws';
import { startRelay, type Relay, type RelayOptions } from '../../electron/relay/start-relay.ts';
import type { SaveState, Session, Observed } from '../../renderer/session/contract.ts';
import type { Entrance } from '../../renderer/session/meetings/contract.ts';
import { openEntrance } from '../../renderer/session/meetings/entrance.ts';
import type { HostBridge } from '../../shared/host/bridge.ts';
import type { Code, ProvisionId } from '../../shared/schema/ids.ts';
import { REQUEST } from './request.ts';
import { OBSERVER } from '../../shared/sync/protocol/invitation.ts';
import { Fault } from '../../shared/schema/result.ts';

/** Numbers in [0, 1) that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Machine extends Entrance {
  /** Everything that any connection of this machine received, byte by byte. */
  received(): Buffer;
}

export interface Rig {
  readonly relay: Relay;
  readonly dataDir: string;
  /** A machine of its own: nothing is shared with the others but the relay. */
  machine(setting?: { readonly clock: () => number }): Machine;
  /** The chair, and one session each for the delegations, joined by invitations of the chair. */
  meet(...codes: readonly Code[]): Promise<readonly [chair: Session, ...delegations: Session[]]>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

// Every provider listens for the end of the process, and a test holds a dozen people.
process.setMaxListeners(0);

export async function openRig(options: Partial<RelayOptions> = {}): Promise<Rig> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rostrum-session-'));
  let relay = await startRelay({ dataDir, ...options });
  let seed = 1;
  const opened: Session[] = [];

  const machine: Rig['machine'] = (setting) => {
    seed += 1;
    return openMachine({ url: () => relay.url, seed, opened, ...setting });
  };

  return {
    get relay() {
      return relay;
    },
    dataDir,
    machine,
    async meet(...codes) {
      const chair = await machine().make(REQUEST);
      const delegations: Session[] = [];
      for (const code of codes) delegations.push(await machine().join((await inviteDelegation(chair, code)).link));
      return [chair, ...delegations];
    },
    async restart() {
      const { port } = relay;
      await relay.close();
      relay = await startRelay({ dataDir, ...options, port });
    },
    async close() {
      for (const session of opened) session.leave();
      await relay.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A machine of its own at the relay of that address; what it opens is put into `opened`, to be left at the end. */
export function openMachine(options: {
  readonly url: () => string;
  readonly seed: number;
  readonly opened: Session[];
  /** This machine's clock, where it goes wrong. */
  readonly clock?: () => number;
}): Machine {
  const frames: Buffer[] = [];
  const entrance = openEntrance({
    host: memoryHost(options.url),
    demonstration: () => REQUEST,
    clock: options.clock ?? Date.now,
    random: seeded(options.seed),
    storage: undefined,
    WebSocket: recordingSocket(frames),
  });
  const noting = async (open: Promise<Session>) => {
    const session = await open;
    options.opened.push(session);
    return session;
  };
  return {
    ...entrance,
    received: () => Buffer.concat(frames),
    make: (request) => noting(entrance.make(request)),
    join: (invitation) => noting(entrance.join(invitation)),
    reopen: (meeting) => noting(entrance.reopen(meeting)),
  };
}

function recordingSocket(frames: Buffer[]): typeof WebSocket {
  class RecordingSocket extends NodeWebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols);
      this.on('message', (data: Buffer | ArrayBuffer) => frames.push(Buffer.from(data as ArrayBuffer)));
    }
  }
  return RecordingSocket as unknown as typeof WebSocket;
}

export function inviteDelegation(chair: Session, code: Code, person = `${code} delegate`) {
  const { chair: office } = chair;
  if (!office) throw new Error('only a chair invites');
  return office.invite({ role: 'delegation', code, name: code, person });
}

export function inviteObserver(chair: Session) {
  const { chair: office } = chair;
  if (!office) throw new Error('only a chair invites');
  return office.invite({ role: 'observer', code: OBSERVER, name: 'Press', person: 'Jo' });
}

/** A host without a platform: secrets in memory, the relay under test. */
function memoryHost(url: () => string): HostBridge {
  const secrets = new Map<string, string>();
  const unavailable = () => Promise.reject(new Fault('host-failed'));
  return {
    name: 'browser',
    capabilities: [],
    openFile: unavailable,
    saveFile: unavailable,
    printPdf: unavailable,
    relay: async () => ({ url: url() }),
    async keepSecret({ key, value }) {
      secrets.set(key, value);
      return { durable: false };
    },
    readSecret: async ({ key }) => secrets.get(key),
    async forgetSecret({ key }) {
      secrets.delete(key);
    },
  };
}

/** Waits until the value is as wanted, and gives it; fails with what it was instead. */
export function until<Value>(
  observed: Observed<Value>,
  wanted: (value: Value) => boolean,
  ms = 20_000,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const value = observed.get();
      if (!wanted(value)) return;
      clearTimeout(timer);
      stop();
      resolve(value);
    };
    const stop = observed.subscribe(look);
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`waited in vain; it stands at ${JSON.stringify(observed.get())?.slice(0, 400)}`));
    }, ms);
    look();
  });
}

export const untilSaved = (session: Session): Promise<SaveState> => until(session.save, ({ type }) => type === 'saved');

export const textOf = (session: Session, provision: ProvisionId): string | undefined =>
  session.draft.get().provisions.find(({ id }) => id === provision)?.text;
