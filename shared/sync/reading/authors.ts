import type { DraftIndex } from './draft-index.ts';
import { runAtUnit } from './strand.ts';
import type { ProvisionId } from '../../schema/ids.ts';

export interface Authored {
  readonly from: number;
  readonly to: number;
  readonly client: number;
}

/** A stretch of one client's characters with ids that follow each other: from `clock` on. */
export interface Written extends Authored {
  readonly clock: number;
}

/** Who wrote each stretch of a provision in sight, in order; touching stretches of one client are one. */
export function authorsOf(index: DraftIndex, id: ProvisionId): Authored[] {
  const stretches: Authored[] = [];
  for (const { from, to, client } of writtenIn(index, id)) {
    const last = stretches.at(-1);
    if (last !== undefined && last.to === from && last.client === client) {
      stretches[stretches.length - 1] = { ...last, to };
    } else stretches.push({ from, to, client });
  }
  return stretches;
}

/** The same with the ids of the characters, by which a history tells when each was written. */
export function writtenIn(index: DraftIndex, id: ProvisionId): Written[] {
  const stretches: Written[] = [];
  for (const part of index.composed.get(id)?.parts ?? []) {
    const view = index.views.get(part.strand)!;
    const segment = view.segments[part.segment]!;
    for (let at = runAtUnit(view, segment.from); at < view.runs.length; at += 1) {
      const run = view.runs[at]!;
      if (run.unit >= segment.to) break;
      if (run.kind !== 'text') continue;
      const from = part.base + Math.max(run.unit, segment.from) - segment.from;
      const to = part.base + Math.min(run.unit + run.length, segment.to) - segment.from;
      if (to <= from) continue;
      const clock = run.clock + Math.max(run.unit, segment.from) - run.unit;
      const last = stretches.at(-1);
      const follows = last !== undefined && last.client === run.client && last.clock + last.to - last.from === clock;
      if (follows && last.to === from) stretches[stretches.length - 1] = { ...last, to };
      else stretches.push({ from, to, client: run.client, clock });
    }
  }
  return stretches;
}
