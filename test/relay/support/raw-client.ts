import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { RelayAddress } from '../../../shared/host/bridge.ts';
import { decodeRelayMessage, MESSAGE, SYNC } from '../../../shared/sync/protocol/message.ts';
import type { RelayMessage } from '../../../shared/sync/protocol/message.ts';
import { encodeAnswer, encodeAsk, encodeUpdate } from '../../../shared/sync/protocol/sync-frame.ts';
import * as decoding from 'lib0/decoding';
import type { Seat } from './relay-here.ts';

/**
 * One end of a room's connection that keeps every frame it is sent, byte for byte. It does by itself what the protocol
 * asks of a client, unless `silent`.
 */
export class RawClient {
  readonly doc = new Y.Doc();
  readonly socket: WebSocket;
  readonly frames: Uint8Array[] = [];
  readonly messages: RelayMessage[] = [];
  closed: { readonly code: number; readonly reason: string } | undefined;
  /** Writes sent, and how many of them were acknowledged. */
  sent = 0;
  acknowledged = 0;
  synced = false;
  readonly #silent: boolean;
  readonly #changes = new Set<() => void>();

  constructor(url: string, protocols: string[], options: { silent?: boolean; headers?: Record<string, string> } = {}) {
    this.#silent = options.silent ?? false;
    this.socket = new WebSocket(url, protocols, { headers: options.headers ?? {}, perMessageDeflate: true });
    this.socket.binaryType = 'nodebuffer';
    this.socket.on('open', () => {
      if (!this.#silent) this.send(encodeAsk(Y.encodeStateVector(this.doc)));
      this.#changed();
    });
    this.socket.on('message', (data: Buffer) => {
      this.frames.push(new Uint8Array(data));
      this.#read(new Uint8Array(data));
      this.#changed();
    });
    this.socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
      this.#changed();
    });
    this.socket.on('error', () => this.#changed());
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.synced) this.sendWrite(encodeUpdate(update));
    });
    onTestFinished(() => this.socket.terminate());
  }

  /** Joins a room with a seat's token. */
  static join(relay: RelayAddress, seat: Seat, room: string, options: { silent?: boolean } = {}): RawClient {
    return new RawClient(roomUrl(relay, seat, room), ['rostrum.1', seat.token], options);
  }

  send(frame: Uint8Array): void {
    this.socket.send(frame);
  }

  sendWrite(frame: Uint8Array): void {
    this.sent += 1;
    this.socket.send(frame);
  }

  /** Resolves when `holds`, looked at after everything that happens; rejects after `ms`. */
  until(holds: (client: this) => boolean, what: string, ms = 45_000): Promise<this> {
    return new Promise((done, fail) => {
      const look = (): void => {
        if (!holds(this)) return;
        clearTimeout(timer);
        this.#changes.delete(look);
        done(this);
      };
      const timer = setTimeout(() => {
        this.#changes.delete(look);
        fail(new Error(`waited in vain until ${what}; closed: ${JSON.stringify(this.closed)}`));
      }, ms);
      this.#changes.add(look);
      look();
    });
  }

  untilSynced(): Promise<this> {
    return this.until((client) => client.synced, 'synced');
  }

  untilSaved(): Promise<this> {
    return this.until((client) => client.synced && client.acknowledged === client.sent, 'everything is acknowledged');
  }

  async untilClosed(): Promise<{ readonly code: number; readonly reason: string }> {
    await this.until((client) => client.closed !== undefined, 'closed');
    return this.closed!;
  }

  leave(): Promise<unknown> {
    this.socket.close();
    return this.untilClosed();
  }

  #changed(): void {
    for (const look of this.#changes) look();
  }

  #read(frame: Uint8Array): void {
    const message = decodeRelayMessage(frame);
    if (message) {
      this.messages.push(message);
      if (message.type === 'ack') this.acknowledged = message.count;
      return;
    }
    const decoder = decoding.createDecoder(frame);
    if (this.#silent || decoding.readVarUint(decoder) !== MESSAGE.sync) return;
    const step = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    if (step === SYNC.ask) this.sendWrite(encodeAnswer(Y.encodeStateAsUpdate(this.doc, body)));
    else Y.applyUpdate(this.doc, body, this);
    if (step === SYNC.answer) this.synced = true;
  }
}

export function roomUrl(relay: RelayAddress, seat: { readonly meeting: string }, room: string): string {
  return `${relay.url.replace('http', 'ws')}rooms/${seat.meeting}/${room}`;
}
