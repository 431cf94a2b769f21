/**
 * A websocket client that costs as little as can be, so that hundreds fit beside the server on one machine: it opens a
 * connection, sends what it is given, and counts bytes. Only one that listens takes frames apart.
 */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export interface LineOptions {
  readonly port: number;
  readonly path: string;
  readonly protocols?: readonly string[];
  /** Called with every whole binary frame. */
  readonly onFrame?: (frame: Uint8Array) => void;
}

export class Line {
  received = 0;
  closed = false;
  readonly #socket: Socket;
  readonly #onFrame: ((frame: Uint8Array) => void) | undefined;
  #held: Buffer = Buffer.alloc(0);

  private constructor(socket: Socket, onFrame: ((frame: Uint8Array) => void) | undefined) {
    this.#socket = socket;
    this.#onFrame = onFrame;
    socket.on('data', (data) => this.#take(data));
    socket.on('close', () => (this.closed = true));
    socket.on('error', () => undefined);
  }

  static open({ port, path, protocols = [], onFrame }: LineOptions): Promise<Line> {
    return new Promise((done, fail) => {
      const socket = connect(port, '127.0.0.1', () => {
        const offered = protocols.length > 0 ? `Sec-WebSocket-Protocol: ${protocols.join(', ')}\r\n` : '';
        socket.write(
          `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
            `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n${offered}\r\n`,
        );
      });
      socket.setNoDelay(true);
      socket.once('error', fail);
      let heard = Buffer.alloc(0);
      const onData = (data: Buffer): void => {
        heard = Buffer.concat([heard, data]);
        const end = heard.indexOf('\r\n\r\n');
        if (end < 0) return;
        socket.off('data', onData);
        socket.off('error', fail);
        if (!heard.subarray(0, 16).toString().includes(' 101')) return fail(new Error(heard.toString('latin1')));
        const line = new Line(socket, onFrame);
        done(line);
        if (heard.length > end + 4) line.#take(heard.subarray(end + 4));
      };
      socket.on('data', onData);
    });
  }

  /** Sends a binary frame, masked with zeros. */
  send(bytes: Uint8Array): void {
    const { length } = bytes;
    const head = length < 126 ? Buffer.alloc(6) : length < 65_536 ? Buffer.alloc(8) : Buffer.alloc(14);
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

  close(): void {
    this.#socket.destroy();
  }

  #take(data: Buffer): void {
    this.received += data.length;
    if (!this.#onFrame) return;
    this.#held = this.#held.length === 0 ? data : Buffer.concat([this.#held, data]);
    for (;;) {
      const frame = this.#next();
      if (!frame) return;
      if (frame.opcode === 2) this.#onFrame(frame.body);
    }
  }

  #next(): { readonly opcode: number; readonly body: Buffer } | undefined {
    const held = this.#held;
    if (held.length < 2) return undefined;
    const short = held[1]! & 0x7f;
    const head = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (held.length < head) return undefined;
    const length = short < 126 ? short : short === 126 ? held.readUInt16BE(2) : Number(held.readBigUInt64BE(2));
    if (held.length < head + length) return undefined;
    this.#held = held.subarray(head + length);
    return { opcode: held[0]! & 0x0f, body: held.subarray(head, head + length) };
  }
}
