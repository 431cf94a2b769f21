/** One websocket of one member in one room: what it may do, what it has sent, and what still waits to be read by it. */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Access } from '../../../shared/procedure/rights.ts';
import type { Member } from '../../../shared/schema/meeting.ts';
import type { CloseReason } from '../../../shared/sync/protocol/close.ts';
import { CLOSE_CODES } from '../../../shared/sync/protocol/close.ts';
import type { RelayMessage } from '../../../shared/sync/protocol/message.ts';
import { encodeRelayMessage } from '../../../shared/sync/protocol/message.ts';
import type { JournalTrouble } from '../../../shared/sync/protocol/refusal.ts';
import type { Limits } from '../limits.ts';

/** Who is at the other end, as the invitation says. */
export interface Admitted {
  readonly member: Member;
  /** The invitation's id. */
  readonly invitation: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** A message as it goes over the wire, made once for any number of readers: a binary frame of a server, unmasked. */
export function shareFrame(message: Uint8Array): Buffer {
  const { length } = message;
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head[0] = 0x82;
  if (length < 126) head[1] = length;
  else if (length < 65_536) {
    head[1] = 126;
    head.writeUInt16BE(length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([head, message]);
}

/** An empty ping, as it goes over the wire. */
const PING = Buffer.from([0x89, 0]);

/** A sign of life that asks for one in return: a pulse and a ping, one piece for everybody. */
export function signOfLife(now: number): Buffer {
  return Buffer.concat([shareFrame(encodeRelayMessage({ type: 'pulse', now })), PING]);
}

export class Connection {
  readonly admitted: Admitted;
  access: Access;
  /** Writes received so far, and how many of them are on disk or stood for by a later one. */
  received = 0;
  settled = 0;
  /** A write was set aside because the disk did not take it: only an answer, which holds everything, makes up for it. */
  behind = false;
  /** Has had a first answer. What happens before would hang in the air with the client, and is in that answer anyway. */
  answered = false;
  /** The awareness id bound to this connection. */
  presenceClient: number | undefined;
  /** When the other end was last heard. */
  heardAt: number;
  /** Told what a write of this connection came to, in steps of the guard. */
  onEffort: ((steps: number) => void) | undefined;
  readonly #socket: WebSocket;
  readonly #wire: Duplex;
  readonly #limits: Limits;
  #acknowledged = 0;
  /** Bytes of an answer that are on their way. */
  #answering = 0;
  #endedFor: CloseReason | 'silent' | undefined;

  /** `wire` is what the websocket was opened on: a frame that is the same for everybody is written to it as it is. */
  constructor(
    { socket, wire }: { readonly socket: WebSocket; readonly wire: Duplex },
    admitted: Admitted,
    setting: { readonly access: Access; readonly limits: Limits; readonly now: number },
  ) {
    this.#socket = socket;
    this.#wire = wire;
    this.#limits = setting.limits;
    this.admitted = admitted;
    this.access = setting.access;
    this.heardAt = setting.now;
  }

  get member(): Member {
    return this.admitted.member;
  }

  /** Why the relay ended it; `undefined` where the other end did, or nobody has. */
  get endedFor(): CloseReason | 'silent' | undefined {
    return this.#endedFor;
  }

  get open(): boolean {
    return this.#endedFor === undefined && this.#socket.readyState === this.#socket.OPEN;
  }

  /**
   * Sends the answer to an ask. It may be far larger than what a slow reader is allowed to leave unread, so it counts
   * apart; one is under way at a time, and whoever asks meanwhile has everything with it and what follows it.
   */
  answer(makeFrames: () => readonly Buffer[], onSent: () => void): void {
    if (!this.open || this.#answering > 0) return;
    this.answered = true;
    // Frames that others are sent, too, are not copied: hundreds may come for a large room at once.
    const frames = makeFrames();
    this.#answering = frames.reduce((sum, frame) => sum + frame.length, 0);
    for (const frame of frames.slice(0, -1)) this.#wire.write(frame);
    this.#wire.write(frames.at(-1)!, (error) => {
      this.#answering = 0;
      if (!error) onSent();
    });
  }

  send(frame: Uint8Array): void {
    this.sendShared(shareFrame(frame));
  }

  /** Sends bytes that `shareFrame` made. Nothing is compressed or queued by the websocket, so the order is kept. */
  sendShared(bytes: Buffer): void {
    if (!this.open) return;
    if (this.#wire.writableLength - this.#answering > this.#limits.maxUnsentBytes) {
      this.end('slow-reader');
      // It would not read the close frame either.
      this.#socket.terminate();
      return;
    }
    this.#wire.write(bytes);
  }

  tell(message: RelayMessage): void {
    this.send(encodeRelayMessage(message));
  }

  /** Tells the client how many of its writes are durable, where that has changed. */
  acknowledge(): void {
    if (this.settled <= this.#acknowledged) return;
    this.#acknowledged = this.settled;
    this.tell({ type: 'ack', count: this.settled });
  }

  /** What was about to be acknowledged is taken up again. */
  unsettle(): void {
    this.settled = this.#acknowledged;
  }

  /** The disk did not take what was about to be acknowledged. */
  setAside(reason: JournalTrouble): void {
    this.behind = true;
    this.tell({ type: 'refused', number: this.settled, reason, rule: 'R8' });
    this.unsettle();
  }

  end(reason: CloseReason): void {
    if (this.#endedFor !== undefined) return;
    this.#endedFor = reason;
    this.#socket.close(CLOSE_CODES[reason], reason);
  }

  terminate(reason: CloseReason | 'silent'): void {
    this.#endedFor ??= reason;
    this.#socket.terminate();
  }

  /** Stops reading; the sender's own buffers fill, and it slows down. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }
}
