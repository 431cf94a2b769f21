export interface Figure {
  readonly ours: number;
  readonly peers: Readonly<Record<string, number>>;
  readonly unit: string;
  readonly aim: string;
  readonly met: boolean;
}

/** Figures by name, in the order they were taken. */
export class Figures {
  readonly #figures: Record<string, Figure> = {};

  /** `most`: the largest value of ours that meets the aim; without one there is none to meet. */
  record(
    name: string,
    {
      ours,
      peers = {},
      unit,
      aim,
      most,
    }: { ours: number; peers?: Readonly<Record<string, number>>; unit: string; aim?: string; most?: number },
  ): void {
    this.#figures[name] = {
      ours: round(ours),
      peers: Object.fromEntries(Object.entries(peers).map(([peer, value]) => [peer, round(value)])),
      unit,
      aim: aim ?? 'told',
      met: most === undefined || ours <= most,
    };
  }

  json(): string {
    return JSON.stringify(this.#figures);
  }

  table(): string {
    const rows = Object.entries(this.#figures).map(([name, { ours, peers, unit, aim, met }]) => [
      name,
      `${ours} ${unit}`,
      peers['V1'] === undefined ? '' : String(peers['V1']),
      peers['Lexical alone'] === undefined ? '' : String(peers['Lexical alone']),
      aim === 'told' ? '' : aim,
      aim === 'told' ? '' : met ? 'met' : 'NOT MET',
    ]);
    const head = ['', 'Rostrum', 'V1', 'Lexical alone', 'aim', ''];
    const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)));
    return [head, ...rows]
      .map((row) =>
        row
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join('  ')
          .trimEnd(),
      )
      .join('\n');
  }
}

export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (times: readonly number[]): number => quantile(times, 0.5);

function round(value: number): number {
  return value >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}
