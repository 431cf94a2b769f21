import type { Span } from '../../../../shared/schema/bracket.ts';
import type { Code } from '../../../../shared/schema/ids.ts';
import type { DraftReplica, Place } from '../../../../shared/sync/contract.ts';
import type { DraftHistory } from '../../../session/history/history.ts';

/** Words of one hand: whose, and as far as the past is known here, by whom and when. */
export interface WrittenRun extends Span {
  readonly code: Code | undefined;
  readonly person: string;
  /** Of the last write, milliseconds since 1970. */
  readonly at: number | undefined;
}

export interface WrittenSources {
  readonly replica: DraftReplica;
  readonly authors: ReadonlyMap<number, Code>;
  readonly writeOf: DraftHistory['writeOf'];
}

/** Who wrote what in some stretches of the draft, in order; neighbours by one hand and person are one. */
export function writtenIn(spans: readonly Span[], { replica, authors, writeOf }: WrittenSources): WrittenRun[] {
  const runs: WrittenRun[] = [];
  for (const span of spans) {
    for (const stretch of replica.written(span.provision)) {
      const from = Math.max(stretch.from, span.from);
      const to = Math.min(stretch.to, span.to);
      if (from >= to) continue;
      const code = authors.get(stretch.client);
      const write = writeOf(stretch.client, stretch.clock + (to - 1 - stretch.from));
      const run: WrittenRun = { provision: span.provision, from, to, code, person: write?.person ?? '', at: write?.at };
      const last = runs.at(-1);
      const joins = last !== undefined && last.provision === run.provision && last.to === from;
      if (joins && last.code === code && last.person === run.person) {
        runs[runs.length - 1] = { ...last, to, at: latest(last.at, run.at) };
      } else runs.push(run);
    }
  }
  return runs;
}

/** The run that holds the character before a place, else the one behind it. */
export function runAt({ provision, offset }: Place, sources: WrittenSources): WrittenRun | undefined {
  const length = sources.replica.provision(provision)?.text.length ?? 0;
  const runs = writtenIn([{ provision, from: 0, to: length }], sources);
  return runs.find((run) => run.from < offset && offset <= run.to) ?? runs.find((run) => run.from === offset);
}

function latest(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
}
