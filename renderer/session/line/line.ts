import { readVarUint8Array } from 'lib0/decoding';
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { encodeStateVector } from 'yjs';
import type { Code } from '../../../shared/schema/ids.ts';
import { closeReason, type CloseReason } from '../../../shared/sync/protocol/close.ts';
import { MESSAGE, readRelayMessage, type RelayMessage } from '../../../shared/sync/protocol/message.ts';
import type { Refused } from '../../../shared/sync/guard/verdict.ts';
import { isJournalTrouble, type WriteRefusalReason } from '../../../shared/sync/protocol/refusal.ts';
import { encodeAsk } from '../../../shared/sync/protocol/sync-frame.ts';
import { PROTOCOL_VERSION, SUBPROTOCOL } from '../../../shared/sync/protocol/version.ts';
import type { ClosedReason, Observed } from '../contract.ts';
import { keep } from '../stores/observed.ts';
import { hearPresence } from './hear-presence.ts';
import { watchedSocket } from './watched-socket.ts';
import { countWrites } from './write-count.ts';

/** How one room stands with the relay. */
export interface LineState {
  readonly phase: 'connecting' | 'online' | 'offline' | 'closed';
  readonly pending: number;
  /** The relay cannot write now (`journal-…`), or a change breaks a rule. */
  readonly refused?: WriteRefusalReason;
  /** That was seen here, and the change was not sent. */
  readonly stopped?: true;
  /** A ruling came first for words that were taken back here: the room has them, and this doc cannot get them back. */
  readonly lacking?: true;
  readonly closed?: ClosedReason;
}

/** One room's connection to the relay, by `y-websocket`. */
export interface Line {
  readonly state: Observed<LineState>;
  readonly awareness: Awareness;
  /** Whether the relay still answers on this line; asked when the browser says that the network is gone. */
  answers(): Promise<boolean>;
  /** Drops the line and stays off it. */
  pause(): void;
  resume(): void;
  stop(): void;
}

export interface LineOptions {
  readonly doc: Y.Doc;
  /** `ws://HOST/rooms/MEETING` */
  readonly address: string;
  readonly room: string;
  readonly token: string;
  /** Only the room `text` carries carets. */
  readonly presence: boolean;
  /** Unacknowledged changes of earlier windows, which the doc already holds. */
  readonly inherited: number;
  readonly random: () => number;
  readonly WebSocket: typeof WebSocket;
  /** What the relay would refuse of what was just written here. */
  readonly review: (transaction: Y.Transaction) => Refused | undefined;
  readonly onPending: (pending: number) => void;
  readonly onInheritedSaved: () => void;
  /** The relay told its clock. */
  readonly onClock: (now: number) => void;
  readonly onRegistry: (entries: readonly (readonly [client: number, code: Code])[]) => void;
}

/** The longest wait before a line is tried again: a room of laptops comes back within seconds after the relay does. */
const LONGEST_BACKOFF_MS = 8_000;
const FIRST_BACKOFF_MS = 100;
/** A relay that is there answers in milliseconds; one that says nothing for so long is not there. */
const ANSWER_MS = 2_000;
/** A change that waits for its acknowledgement longer than this makes us ask whether the line is dead. */
const STALL_MS = 5_000;

export function openLine(options: LineOptions): Line {
  const { doc } = options;
  const count = countWrites({ inherited: options.inherited, onInheritedSaved: options.onInheritedSaved });
  const state = keep<LineState>({ phase: 'connecting', pending: count.pending() });
  const change = (next: Partial<LineState>) => {
    const pending = count.pending();
    if (pending !== state.get().pending) options.onPending(pending);
    state.set({ ...state.get(), ...next, pending });
    watchForStall();
  };

  // A line can be dead for minutes before its socket ends: what is pending must not be called on its way meanwhile.
  let stall: ReturnType<typeof setTimeout> | undefined;
  let waitsFor = 0;
  const watchForStall = () => {
    const { phase, pending, refused } = state.get();
    const waits = phase === 'online' && pending > 0 && refused === undefined;
    if (stall !== undefined && waits && waitsFor === count.settled()) return;
    clearTimeout(stall);
    waitsFor = count.settled();
    stall = waits ? setTimeout(() => void renewIfDead(), STALL_MS) : undefined;
  };
  const renewIfDead = async () => {
    stall = undefined;
    if ((await answers()) || state.get().phase !== 'online') return watchForStall();
    provider.disconnect();
    change({ phase: 'offline' });
    provider.connect();
  };
  const answers = async () => {
    const heardAt = provider.wsLastMessageReceived;
    const isHeard = () => provider.wsLastMessageReceived !== heardAt;
    if (!provider.wsconnected) return false;
    provider.ws?.send(encodeAsk(encodeStateVector(doc)));
    // Where this machine was held up itself, the answer may have come and not been read: then it is given its time again.
    for (let late = true; late && !isHeard();) {
      const asked = performance.now();
      await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
      late = performance.now() - asked > 2 * ANSWER_MS;
    }
    return isHeard();
  };

  // Before the provider's own handler, so that a change is counted when its write goes out.
  const countChange = (_update: Uint8Array, origin: unknown) => {
    if (origin === provider) return;
    count.changed();
    change({});
  };
  doc.on('update', countChange);
  // Before anything of it is sent, and whether there is a line now or not.
  const stopBreach = (transaction: Y.Transaction) => {
    if (transaction.origin === provider || state.get().phase === 'closed') return;
    const refusal = options.review(transaction);
    if (!refusal) return;
    provider.disconnect();
    change({ phase: 'closed', refused: refusal.reason, stopped: true });
  };
  doc.on('beforeObserverCalls', stopBreach);

  const awareness = new Awareness(doc);
  if (!options.presence) awareness.setLocalState(null);
  const provider: WebsocketProvider = new WebsocketProvider(options.address, options.room, doc, {
    connect: false,
    awareness,
    protocols: [SUBPROTOCOL, options.token],
    // Windows of one browser can belong to different members: nothing may pass between them but by the relay.
    disableBc: true,
    WebSocketPolyfill: watchedSocket(options.WebSocket, count, () => doc.clientID),
  });

  const close = (reason: ClosedReason) => {
    provider.disconnect();
    change({ phase: 'closed', closed: reason });
  };
  const hear = (message: RelayMessage) => {
    switch (message.type) {
      case 'welcome':
        options.onClock(message.now);
        if (message.version !== PROTOCOL_VERSION) close('protocol-unsupported');
        break;
      case 'registry':
        options.onRegistry(message.entries);
        break;
      case 'ack':
        count.acknowledged(message.count);
        change({});
        break;
      case 'refused':
        change(message.reason === 'words-accepted' ? { lacking: true } : { refused: message.reason });
        break;
      case 'state':
        state.set(withTrouble(state.get(), message.writable ? undefined : message.reason));
        break;
      case 'pulse':
        options.onClock(message.now);
        break;
    }
  };
  provider.messageHandlers[MESSAGE.relay] = (_encoder, decoder) => {
    const message = readRelayMessage(decoder);
    if (message) hear(message);
  };
  provider.messageHandlers[MESSAGE.awareness] = (_encoder, decoder) => {
    hearPresence(awareness, readVarUint8Array(decoder), provider);
  };
  provider.on('status', ({ status }) => {
    if (status === 'connected') count.connected();
  });
  provider.on('sync', (synced) => {
    if (synced) change({ phase: 'online' });
  });
  provider.on('connection-close', (event) => {
    // Spread over the wait, or a whole room knocks at the same moment.
    const wait = Math.min(2 ** (provider.wsUnsuccessfulReconnects + 1) * FIRST_BACKOFF_MS, LONGEST_BACKOFF_MS);
    provider.maxBackoffTime = wait * (0.5 + options.random() / 2);
    const reason = event === null ? undefined : closeReason(event.code);
    if (reason !== undefined && !isPassing(reason)) change({ phase: 'closed', closed: reason });
    else if (reason === 'write-refused') change({ phase: 'closed' });
    else if (state.get().phase !== 'closed') change({ phase: 'offline' });
  });
  provider.connect();

  return {
    state,
    awareness,
    answers,
    pause() {
      if (state.get().phase === 'closed') return;
      provider.disconnect();
      change({ phase: 'offline' });
    },
    resume() {
      if (state.get().phase !== 'closed') provider.connect();
    },
    stop() {
      clearTimeout(stall);
      doc.off('update', countChange);
      doc.off('beforeObserverCalls', stopBreach);
      provider.destroy();
      awareness.destroy();
    },
  };
}

/** The disk's trouble comes and goes; a broken rule stays. */
function withTrouble(state: LineState, trouble: WriteRefusalReason | undefined): LineState {
  const { refused, ...rest } = state;
  if (trouble !== undefined) return { ...rest, refused: trouble };
  return refused !== undefined && !isJournalTrouble(refused) ? state : rest;
}

function isPassing(reason: CloseReason): reason is Exclude<CloseReason, ClosedReason> {
  switch (reason) {
    case 'room-unreadable':
    case 'relay-stopping':
    case 'slow-reader':
    case 'too-many':
    case 'write-refused':
      return true;
    default:
      return false;
  }
}
