/** What was measured, as a table for a reader and as one object for a program. */
export interface Figure {
  readonly ours: number | null;
  readonly peers: Readonly<Record<string, number>>;
  readonly unit: string;
  readonly aim: string;
  /** `null`: a peer that the aim is set by took no part. */
  readonly met: boolean | null;
}

/** What ours has to keep to. */
export interface Aim {
  readonly aim: string;
  /** The peers that it is set by. */
  readonly by?: readonly string[];
  readonly met: (ours: number, peers: Readonly<Record<string, number>>) => boolean;
}

export class Figures {
  readonly #figures: Record<string, Figure> = {};
  readonly #shows: boolean;
  #shown: string[][] = [];

  constructor({ shows }: { readonly shows: boolean }) {
    this.#shows = shows;
  }

  /** `all`: by server; one that has no such figure is left out. */
  record(
    name: string,
    all: Readonly<Record<string, number | undefined>>,
    how: { readonly unit: string } & Partial<Aim>,
  ): void {
    const { ours, ...peers } = Object.fromEntries(
      Object.entries(all)
        .filter((entry): entry is [string, number] => entry[1] !== undefined && !Number.isNaN(entry[1]))
        .map(([server, value]) => [server, round(value)]),
    );
    const { unit, aim = '', by = [], met = () => true } = how;
    const isMet = by.every((peer) => peer in peers) ? ours !== undefined && met(ours, peers) : null;
    this.#figures[name] = { ours: ours ?? null, peers, unit, aim, met: isMet };
    const others = Object.entries(peers).map(([peer, value]) => `${peer} ${value}`);
    this.#shown.push([
      name,
      `${ours ?? '-'}`,
      unit,
      others.join(', '),
      aim,
      aim === '' ? '' : isMet === null ? 'not judged' : isMet ? 'met' : 'missed',
    ]);
  }

  /** Shows what has been recorded since the last time. */
  show(): void {
    const rows = [['figure', 'ours', 'unit', 'beside it', 'aim', ''], ...this.#shown];
    this.#shown = [];
    if (!this.#shows) return;
    const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
    for (const row of rows) {
      const line = row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ');
      process.stdout.write(`${line.trimEnd()}\n`);
    }
    process.stdout.write('\n');
  }

  toJSON(): Readonly<Record<string, Figure>> {
    return this.#figures;
  }
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
