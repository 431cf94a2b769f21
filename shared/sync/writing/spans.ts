import type { DraftIndex } from '../reading/draft-index.ts';
import type { StrandView } from '../reading/strand.ts';
import type { Span } from '../../schema/bracket.ts';
import type { ProvisionId } from '../../schema/ids.ts';
import { cutsPair } from './words.ts';

/** A stretch within one part of one provision, in units of its strand. */
export interface Stretch {
  readonly view: StrandView;
  readonly provision: ProvisionId;
  /** Index among the provision's parts. */
  readonly part: number;
  readonly from: number;
  readonly to: number;
}

/** Widens a span so that it cuts no surrogate pair; `undefined` where it is not inside a provision in sight. */
export function soundSpan(index: DraftIndex, span: Span): Span | undefined {
  const text = index.composed.get(span.provision)?.provision.text;
  if (text === undefined || !Number.isInteger(span.from) || !Number.isInteger(span.to)) return undefined;
  if (span.from < 0 || span.to < span.from || span.to > text.length) return undefined;
  const from = cutsPair(text, span.from) ? span.from - 1 : span.from;
  const to = cutsPair(text, span.to) ? span.to + 1 : span.to;
  return { provision: span.provision, from, to };
}

/** Spans in reading order without overlaps or empty ones; `undefined` where one of them is not in sight. */
export function soundSpans(index: DraftIndex, spans: readonly Span[]): Span[] | undefined {
  const sound: Span[] = [];
  for (const span of spans) {
    const each = soundSpan(index, span);
    if (each === undefined) return undefined;
    if (each.to > each.from) sound.push(each);
  }
  sound.sort((one, other) => index.indexOf(one.provision) - index.indexOf(other.provision) || one.from - other.from);
  const merged: Span[] = [];
  for (const span of sound) {
    const last = merged.at(-1);
    if (last !== undefined && last.provision === span.provision && span.from <= last.to) {
      merged[merged.length - 1] = { ...last, to: Math.max(last.to, span.to) };
    } else merged.push(span);
  }
  return merged;
}

/** A span cut at the seams of joins: each stretch lies in one strand, in reading order. */
export function stretchesOf(index: DraftIndex, span: Span): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [at, part] of (index.composed.get(span.provision)?.parts ?? []).entries()) {
    const from = Math.max(span.from, part.base);
    const to = Math.min(span.to, part.base + part.length);
    if (to <= from) continue;
    const view = index.views.get(part.strand)!;
    const start = view.segments[part.segment]!.from;
    stretches.push({
      view,
      provision: span.provision,
      part: at,
      from: start + from - part.base,
      to: start + to - part.base,
    });
  }
  return stretches;
}
