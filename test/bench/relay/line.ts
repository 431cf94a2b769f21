/**
 * A websocket client that costs as little as can be, so that hundreds fit beside the server on one machine: it opens a
 * connection, sends what it is given, and counts bytes. Only one that listens takes frames apart.
 */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** Where a client connects, and what it offers. */
export interface Door {
  readonly port: number;
  readonly path: string;
  readonly protocols?: readonly string[];
}

export interface LineOptions extends Door {
  /** Called with every whole binary frame. */
  readonly onFrame?: (frame: Uint8Array) => void;
}

/** Where lines that only count are read into, all of them: nobody looks at it. */
const SPARE = Buffer.alloc(65_536);

/** The head of a masked pong without a body. */
const PONG = Buffer.from([0x8a, 0x80, 0, 0, 0, 0]);
const OPEN = new Set<Line>();

// Servers let go of clients that do not answer pings, and take an answer that nobody asked for.
setInterval(() => {
  for (const line of OPEN) line.pong();
}, 8_000).unref();

export class Line {
  received = 0;
  closed = false;
  readonly #socket: Socket;
  readonly #onFrame: ((frame: Uint8Array) => void) | undefined;
  #open: ((line: Line) => void) | undefined;
  #held: Buffer[] = [];
  #heldBytes = 0;
  /** Bytes without which there is nothing to take apart. */
  #wanted = 2;

  private constructor({ port, path, protocols = [], onFrame }: LineOptions, open: (line: Line) => void) {
    this.#onFrame = onFrame;
    this.#open = open;
    // One that only counts has its bytes overwritten by the next one's.
    const onread = {
      buffer: SPARE,
      callback: (length: number, buffer: Uint8Array): boolean => {
        this.#hear(this.#open ? Buffer.from(buffer.subarray(0, length)) : buffer.subarray(0, length));
        return true;
      },
    };
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true, ...(!onFrame && { onread }) });
    this.#socket.on('connect', () => this.#socket.write(upgradeRequest({ port, path, protocols })));
    if (onFrame) this.#socket.on('data', (data) => this.#hear(data));
    this.#socket.on('close', () => {
      this.closed = true;
      OPEN.delete(this);
    });
  }

  static open(options: LineOptions): Promise<Line> {
    return new Promise((done, fail) => {
      const line = new Line(options, done);
      const failed = (cause?: unknown): void => fail(new Error('the line was not opened', { cause }));
      line.#socket.on('error', failed);
      line.#socket.on('close', failed);
    });
  }

  /** Sends a binary frame, masked with zeros. */
  send(bytes: Uint8Array): void {
    const { length } = bytes;
    const head = Buffer.alloc(length < 126 ? 6 : length < 65_536 ? 8 : 14);
    head[0] = 0x82;
    if (length < 126) head[1] = 0x80 | length;
    else if (length < 65_536) {
      head[1] = 0x80 | 126;
      head.writeUInt16BE(length, 2);
    } else {
      head[1] = 0x80 | 127;
      head.writeBigUInt64BE(BigInt(length), 2);
    }
    this.#socket.write(Buffer.concat([head, bytes]));
  }

  pong(): void {
    this.#socket.write(PONG);
  }

  close(): void {
    this.#socket.destroy();
  }

  #hear(data: Uint8Array): void {
    if (this.#open) return this.#hearUpgrade(Buffer.from(data));
    this.received += data.length;
    if (this.#onFrame) this.#take(Buffer.from(data.buffer, data.byteOffset, data.length));
  }

  #hearUpgrade(data: Buffer): void {
    this.#held.push(data);
    const heard = Buffer.concat(this.#held);
    const end = heard.indexOf('\r\n\r\n');
    if (end < 0) return;
    this.#held = [];
    // Whoever waits is told by the end of the line.
    if (!heard.subarray(0, 16).toString().includes(' 101')) return void this.#socket.destroy();
    const open = this.#open!;
    this.#open = undefined;
    OPEN.add(this);
    open(this);
    if (heard.length > end + 4) this.#hear(heard.subarray(end + 4));
  }

  #take(data: Buffer): void {
    this.#held.push(data);
    this.#heldBytes += data.length;
    while (this.#heldBytes >= this.#wanted) {
      const held = this.#held.length === 1 ? this.#held[0]! : Buffer.concat(this.#held);
      const frame = frameAt(held);
      if (frame.end > held.length) {
        this.#held = [held];
        this.#wanted = frame.end;
        return;
      }
      this.#held = [held.subarray(frame.end)];
      this.#heldBytes -= frame.end;
      this.#wanted = 2;
      if (frame.opcode === 2) this.#onFrame!(held.subarray(frame.start, frame.end));
    }
  }
}

function upgradeRequest({ port, path, protocols = [] }: Door): string {
  const offered = protocols.length > 0 ? `Sec-WebSocket-Protocol: ${protocols.join(', ')}\r\n` : '';
  return (
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
    `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n${offered}\r\n`
  );
}

/** Where the first frame's body starts and ends, as far as its head has come; else how much of the head is wanted. */
function frameAt(held: Buffer): { readonly opcode: number; readonly start: number; readonly end: number } {
  const opcode = held[0]! & 0x0f;
  const short = held[1]! & 0x7f;
  const start = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (held.length < start) return { opcode, start, end: start };
  const length = short < 126 ? short : short === 126 ? held.readUInt16BE(2) : Number(held.readBigUInt64BE(2));
  return { opcode, start, end: start + length };
}
