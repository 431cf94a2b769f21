import type { Edge } from '../brackets/edges.ts';
import type { Mark } from '../schema/provision.ts';

/**
 * A short fingerprint of a provision's words, marks and printed brackets: tells whether the source's white space and
 * markup still belong to it (rule T3). Not made to withstand an adversary; a clash costs layout, never words.
 */
export function signature(text: string, marks: readonly Mark[], edges: readonly Edge[]): string {
  let one = 0x811c9dc5;
  let two = 0x1b873593;
  const take = (code: number) => {
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x85ebca6b) ^ (two >>> 13);
  };
  for (let at = 0; at < text.length; at += 1) take(text.charCodeAt(at));
  for (const [kind, code] of [
    ['bold', 1],
    ['italic', 2],
  ] as const) {
    for (const { from, to } of joined(marks.filter((mark) => mark.kind === kind))) {
      take(from + 0x10000);
      take(to + 0x20000);
      take(code);
    }
  }
  for (const edge of edges) {
    if (edge.beforeLabel) continue;
    take(edge.at + 0x30000);
    take(edge.side === 'open' ? 3 : 4);
  }
  return `${text.length.toString(36)}.${(one >>> 0).toString(36)}${(two >>> 0).toString(36)}`;
}

/** Marks of one kind as disjoint stretches, so that it does not matter how they were cut up. */
function joined(marks: readonly Mark[]): readonly { readonly from: number; readonly to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (const { from, to } of marks.toSorted((a, b) => a.from - b.from)) {
    const last = stretches[stretches.length - 1];
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else stretches.push({ from, to });
  }
  return stretches;
}
