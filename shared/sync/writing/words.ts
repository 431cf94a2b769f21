import type * as Y from 'yjs';
import type { Mark } from '../../schema/provision.ts';

/** Inline formats as Y.Text attributes. */
export type Attributes = { readonly i?: true; readonly b?: true };

export type MarkKind = Mark['kind'];

/** The attributes for a set of marks. */
export function attributesOf(kinds: Iterable<MarkKind>): Attributes {
  const has = new Set(kinds);
  return { ...(has.has('italic') && { i: true as const }), ...(has.has('bold') && { b: true as const }) };
}

const LONE_HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Words as they can travel: half a surrogate pair would arrive as U+FFFD elsewhere and stay itself here. */
export function wellFormed(text: string): string {
  return text.replace(LONE_HALF, '\uFFFD');
}

/** Whether an offset lies between the halves of a surrogate pair. */
export function cutsPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** Writes marked text into an empty strand, stretch by stretch, so that no format has to be undone again. */
export function fillStrand(strand: Y.Text, text: string, marks: readonly Mark[]): void {
  const cuts = new Set([0, text.length]);
  for (const mark of marks) {
    for (const at of [mark.from, mark.to]) if (at > 0 && at < text.length && !cutsPair(text, at)) cuts.add(at);
  }
  const edges = [...cuts].sort((one, other) => one - other);
  const delta = edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1]!;
    const kinds = marks.filter((mark) => mark.from <= from && mark.to >= to).map((mark) => mark.kind);
    return { insert: text.slice(from, to), attributes: attributesOf(kinds) };
  });
  if (text !== '') strand.applyDelta(delta, { sanitize: false });
}
