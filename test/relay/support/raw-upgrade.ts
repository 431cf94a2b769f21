import { connect } from 'node:net';

/** A request for a websocket, byte for byte as written, and what the relay answers to it. */
export function upgrade(
  port: number,
  ask: { path: string; token: string; host?: string; origin?: string | undefined },
): Promise<{ status: number; code?: number }> {
  const { path, token, host = `127.0.0.1:${port}`, origin } = ask;
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () => {
      const lines = [
        `GET ${path} HTTP/1.1`,
        `Host: ${host}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        `Sec-WebSocket-Protocol: rostrum.1, ${token}`,
        ...(origin === undefined ? [] : [`Origin: ${origin}`]),
      ];
      socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    });
    let heard = Buffer.alloc(0);
    const tell = (): void => {
      const end = heard.indexOf('\r\n\r\n') + 4;
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(heard.toString('latin1'))?.[1]);
      // An open websocket that holds one close frame and nothing else.
      const isClose = status === 101 && heard.length >= end + 4 && heard[end] === 0x88;
      socket.destroy();
      done({ status, ...(isClose && { code: heard.readUInt16BE(end + 2) }) });
    };
    socket.on('data', (data: Buffer) => {
      heard = Buffer.concat([heard, data]);
      const end = heard.indexOf('\r\n\r\n');
      if (end >= 0 && (!heard.includes(' 101 ') || heard.length >= end + 8)) tell();
    });
    socket.on('error', fail);
    socket.on('close', tell);
  });
}
