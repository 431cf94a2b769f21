import http from 'node:http';
import type { Desk } from './desk.ts';

/**
 * `node:http` as the application gets it. Its pages call a server of its own with the origin that Chromium knows them
 * by (`http://bundle.app.localhost`); in Electron that is `app://bundle`, so the name is exchanged on the way in and
 * out, and the server's own check of origins is what answers.
 */
export function httpFor(desk: Desk): typeof http {
  const own = (origin: string) => desk.inward(`${origin}/`).replace(/\/$/, '');
  const theirs = (origin: string) => desk.outward(`${origin}/`).replace(/\/$/, '');

  function receive(request: http.IncomingMessage): void {
    const { origin } = request.headers;
    if (origin !== undefined) request.headers.origin = own(origin);
  }
  function answer(response: http.ServerResponse): void {
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (name, value) =>
      setHeader(name, name.toLowerCase() === 'access-control-allow-origin' ? theirs(String(value)) : value);
  }
  const createServer = ((...args: Parameters<typeof http.createServer>) => {
    const server = http.createServer(...args);
    server.prependListener('upgrade', receive);
    server.prependListener('request', (request, response) => {
      receive(request);
      answer(response);
    });
    return server;
  }) as typeof http.createServer;
  return { ...http, createServer };
}
