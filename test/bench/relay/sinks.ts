/**
 * Readers that only count bytes, in a process of their own, so that reading for hundreds neither delays the clients
 * whose times are taken nor is charged to anybody.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { Line, type Door } from './line.ts';

interface Opening {
  readonly door: Door;
  readonly count: number;
  /** Frames that each sends first. */
  readonly hello: readonly Uint8Array[];
}

type Order =
  | ({ readonly type: 'open' } & Opening)
  /** Answered when every line has heard so many bytes since `mark`, or the time is over. */
  | { readonly type: 'await'; readonly bytes: number; readonly ms: number }
  | { readonly type: 'mark' }
  | { readonly type: 'close' };

export interface Heard {
  /** Lines that are open. */
  readonly open: number;
  /** Lines that were opened as ordered, or heard what was awaited. */
  readonly served: number;
}

/** The child's side. */
export function holdSinks(): void {
  let lines: Line[] = [];
  let marks: number[] = [];
  const served = (bytes: number): number =>
    lines.filter((line, index) => line.received - (marks[index] ?? 0) >= bytes).length;
  const openLines = (): number => lines.filter((line) => !line.closed).length;
  const carryOut = async (order: Order): Promise<Heard> => {
    switch (order.type) {
      case 'open': {
        const opening = Array.from({ length: order.count }, async () => {
          const line = await Line.open(order.door);
          for (const frame of order.hello) line.send(frame);
          return line;
        });
        const opened = (await Promise.allSettled(opening)).filter((one) => one.status === 'fulfilled');
        lines.push(...opened.map(({ value }) => value));
        return { open: openLines(), served: opened.length };
      }
      case 'mark':
        marks = lines.map((line) => line.received);
        break;
      case 'await': {
        const until = performance.now() + order.ms;
        while (served(order.bytes) < lines.length && performance.now() < until)
          await new Promise((done) => setTimeout(done, 2));
        return { open: openLines(), served: served(order.bytes) };
      }
      case 'close':
        for (const line of lines) line.close();
        lines = [];
        marks = [];
    }
    return { open: openLines(), served: 0 };
  };
  process.on('message', (order: Order) => void carryOut(order).then((heard) => process.send!(heard)));
  process.on('disconnect', () => process.exit(0));
  process.send!('ready');
}

export class Sinks {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async start(): Promise<Sinks> {
    const child = fork(process.argv[1]!, ['--hold'], { serialization: 'advanced' });
    const sinks = new Sinks(child);
    await sinks.#answer();
    return sinks;
  }

  /** Opens so many more, some at a time. */
  async open({ door, hello, count }: Opening): Promise<void> {
    for (let left = count; left > 0; left -= 100) {
      const some = Math.min(100, left);
      const { served } = await this.#order({ type: 'open', door, hello, count: some });
      if (served < some) throw new Error(`${some - served} of ${some} readers were not let in`);
    }
  }

  /** Opens so many at one moment. */
  storm(opening: Opening): Promise<Heard> {
    return this.#order({ type: 'open', ...opening });
  }

  mark(): Promise<Heard> {
    return this.#order({ type: 'mark' });
  }

  until(bytes: number, ms: number): Promise<Heard> {
    return this.#order({ type: 'await', bytes, ms });
  }

  closeLines(): Promise<Heard> {
    return this.#order({ type: 'close' });
  }

  stop(): void {
    if (this.#child.connected) this.#child.disconnect();
  }

  #order(order: Order): Promise<Heard> {
    this.#child.send(order);
    return this.#answer();
  }

  #answer(): Promise<Heard> {
    return new Promise((done, fail) => {
      const onExit = (code: number | null): void => fail(new Error(`the readers' process ended with ${code}`));
      this.#child.once('exit', onExit);
      this.#child.once('message', (message) => {
        this.#child.off('exit', onExit);
        done(message as Heard);
      });
    });
  }
}
