/** One server with an audience: writers and listening readers here, silent readers in a process of their own. */
import * as Y from 'yjs';
import { seedOf, strandOf } from './draft.ts';
import { Line } from './line.ts';
import { spawnServer, type Running, type ServerName } from './servers.ts';
import type { Sinks } from './sinks.ts';
import { speechFor, type Speech } from './speech.ts';
import { pause } from './pause.ts';
import { typing } from './typing.ts';

/** What one stretch of typing came to. */
export interface Slice {
  readonly keystrokes: number;
  /** Seconds of the server's processor. */
  readonly cpu: number;
  /** Seconds it took. */
  readonly took: number;
  /** From a keystroke to another's screen, in milliseconds, as every listening reader had it. */
  readonly latencies: readonly number[];
  /** From a keystroke to its acknowledgement, where there is one. */
  readonly acks: readonly number[];
  /** Keystrokes that a listening reader did not receive, or that were not acknowledged where they should be. */
  readonly lost: number;
}

interface Hand {
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly line: Line;
  /** When each write that is not acknowledged yet was sent; `undefined` for one that is not timed. */
  readonly pending: (number | undefined)[];
  sent: number;
}

const PROVISIONS = 60;
export const WRITERS = 50;

export class Hall {
  readonly server: Running;
  readonly speech: Speech;
  readonly #seed: Uint8Array;
  readonly #sinks: Sinks;
  readonly #hands: Hand[] = [];
  readonly #probes: Line[] = [];
  readonly #sentAt = new Map<string, number>();
  #latencies: number[] = [];
  #acks: number[] = [];
  #clients = 0;

  private constructor(server: Running, sinks: Sinks, { speech, seed }: { speech: Speech; seed: Uint8Array }) {
    this.server = server;
    this.speech = speech;
    this.#seed = seed;
    this.#sinks = sinks;
  }

  static async open(name: ServerName, sinks: Sinks): Promise<Hall> {
    const server = await spawnServer(name);
    const seed = seedOf(PROVISIONS, 6_000);
    const hall = new Hall(server, sinks, { speech: await speechFor(server, seed, WRITERS), seed });
    for (let writer = 0; writer < WRITERS; writer += 1) await hall.#addHand(writer);
    await pause(500);
    return hall;
  }

  /** Lets readers in until so many clients are there, with `probes` that listen spread evenly among them. */
  async grow(clients: number, probes: number): Promise<void> {
    const each = Math.floor((clients - this.#clients) / probes);
    for (let probe = 0; probe < probes; probe += 1) {
      await this.#sinks.open({ door: this.#door(0), hello: this.#hello(), count: each - 1 });
      this.#probes.push(await this.#enter(0, (frame) => this.#listen(frame)));
    }
    this.#clients += each * probes;
    await pause(500);
  }

  get clients(): number {
    return this.#clients;
  }

  /** Has `writers` type for a while. Everything typed is waited for, and what it costs is counted to its end. */
  async type(
    load: { readonly writers: number; readonly rate: number; readonly seconds: number },
    seed: number,
  ): Promise<Slice> {
    this.#latencies = [];
    this.#acks = [];
    const before = await this.server.usage();
    const began = performance.now();
    let keystrokes = 0;
    await typing({ ...load, seed }, (writer) => {
      this.#press(this.#hands[writer]!);
      keystrokes += 1;
    });
    const took = (performance.now() - began) / 1000;
    const expected = keystrokes * this.#probes.length;
    for (
      let waited = 0;
      waited < 5_000 && (this.#latencies.length < expected || this.#unacknowledged > 0);
      waited += 20
    )
      await pause(20);
    const after = await this.server.usage();
    const lost = expected - this.#latencies.length + this.#unacknowledged;
    this.#sentAt.clear();
    return { keystrokes, cpu: after.cpu - before.cpu, took, latencies: this.#latencies, acks: this.#acks, lost };
  }

  /** How many units of what was typed a newcomer is not given. */
  async missing(): Promise<number> {
    if (this.server.name === 'floor') return 0;
    const doc = new Y.Doc();
    const line = await this.#enter(0, (frame) => {
      const update = this.speech.update(frame);
      if (update) Y.applyUpdate(doc, update);
    });
    const missing = (): number =>
      this.#hands.reduce((sum, hand) => sum + clockOf(hand.doc) - Y.getState(doc.store, hand.doc.clientID), 0);
    for (let waited = 0; waited < 5_000 && missing() > 0; waited += 50) await pause(50);
    line.close();
    return missing();
  }

  async close(): Promise<void> {
    for (const { line } of this.#hands) line.close();
    for (const line of this.#probes) line.close();
    await this.server.stop();
  }

  get #unacknowledged(): number {
    return this.server.name === 'ours' ? this.#hands.reduce((sum, { pending }) => sum + pending.length, 0) : 0;
  }

  #door(client: number) {
    return { port: this.server.port, path: this.speech.path, protocols: this.speech.protocols(client) };
  }

  // The floor has no rooms to ask for.
  #hello(): readonly Uint8Array[] {
    return this.server.name === 'floor' ? [] : this.speech.hello(new Y.Doc());
  }

  async #enter(client: number, onFrame: (frame: Uint8Array) => void): Promise<Line> {
    const line = await Line.open({ ...this.#door(client), onFrame });
    for (const frame of this.#hello()) line.send(frame);
    return line;
  }

  async #addHand(writer: number): Promise<void> {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, this.#seed);
    const pending: (number | undefined)[] = [];
    const line = await this.#enter(writer, (frame) => {
      const count = this.speech.ack(frame);
      if (count === undefined) return;
      while (pending.length > 0 && hand.sent - pending.length < count) {
        const at = pending.shift();
        if (at !== undefined) this.#acks.push(performance.now() - at);
      }
    });
    const hand: Hand = { doc, text: strandOf(doc, writer % PROVISIONS), line, pending, sent: 0 };
    // Ours was given the draft when its meeting was made; the others start with nothing.
    if (writer === 0 && this.server.name !== 'ours' && this.server.name !== 'floor') {
      line.send(this.speech.frame(this.#seed));
    }
    this.#hands.push(hand);
    this.#clients += 1;
  }

  #press(hand: Hand): void {
    let update: Uint8Array | undefined;
    const keep = (bytes: Uint8Array): void => void (update = bytes);
    const clock = clockOf(hand.doc);
    hand.doc.on('update', keep);
    hand.text.insert(hand.text.length, 'x');
    hand.doc.off('update', keep);
    const now = performance.now();
    this.#sentAt.set(`${hand.doc.clientID} ${clock}`, now);
    if (this.server.name === 'ours') hand.pending.push(now);
    hand.sent += 1;
    hand.line.send(this.speech.frame(update!));
  }

  #listen(frame: Uint8Array): void {
    const update = this.speech.update(frame);
    if (!update) return;
    const now = performance.now();
    for (const { id, length } of Y.decodeUpdate(update).structs) {
      for (let clock = id.clock; clock < id.clock + length; clock += 1) {
        const at = this.#sentAt.get(`${id.client} ${clock}`);
        if (at !== undefined) this.#latencies.push(now - at);
      }
    }
  }
}

function clockOf(doc: Y.Doc): number {
  return Y.getState(doc.store, doc.clientID);
}
