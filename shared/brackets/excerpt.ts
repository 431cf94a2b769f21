import { isShapeKind, type Bracket } from '../schema/bracket.ts';
import type { BracketId } from '../schema/ids.ts';
import type { Mark, Provision } from '../schema/provision.ts';
import { layOut } from './lay-out.ts';

export interface ExcerptRequest {
  /** Open brackets with a piece in the provision, outer before inner. */
  readonly brackets: readonly Bracket[];
  /** A stretch of the words; the brackets that reach out of it are left out. Default: all of them. */
  readonly from?: number;
  readonly to?: number;
  /** The bracket whose words these are: neither it nor what stands round it is shown. */
  readonly of?: BracketId;
  /** Characters after which no more is added. */
  readonly most?: number;
}

/** Words of a provision in one line with their brackets, as they are printed: `[called upon][encouraged] States`. */
export function excerptOf(provision: Provision, request: ExcerptRequest): string {
  const { brackets, from = 0, to = provision.text.length, most = Infinity } = request;
  if (brackets.length === 0) return provision.text.slice(from, Math.min(to, from + most)).trim();
  return wordsOf(provision, request).text.trim();
}

/** The same with what of it is set in italics or bold. */
export function markedExcerptOf(
  provision: Provision,
  request: ExcerptRequest,
): { readonly text: string; readonly marks: readonly Mark[] } {
  const { text, marks } = wordsOf(provision, request);
  const start = text.length - text.trimStart().length;
  return { text: text.trim(), marks: marksIn(marks, start, start + text.trim().length) };
}

/** The marks of a stretch of words, counted from its beginning. */
export function marksIn(marks: readonly Mark[], from: number, to: number): readonly Mark[] {
  return marks
    .map((mark) => ({ ...mark, from: Math.max(mark.from, from) - from, to: Math.min(mark.to, to) - from }))
    .filter((mark) => mark.to > mark.from);
}

function wordsOf(provision: Provision, request: ExcerptRequest): { text: string; marks: Mark[] } {
  const { brackets, from = 0, to = provision.text.length, of, most = Infinity } = request;
  const after = of === undefined ? -1 : brackets.findIndex(({ id }) => id === of);
  const shown = brackets.slice(after + 1).filter(({ kind, pieces }) => {
    if (isShapeKind(kind)) return false;
    const here = pieces.filter((piece) => piece.provision === provision.id);
    return here.every((piece) => from <= piece.from && piece.to <= to);
  });
  let words = '';
  const marks: Mark[] = [];
  for (const part of layOut(provision, shown)) {
    if (words.length >= most) break;
    if (part.type === 'glyph') {
      words += part.says ?? (part.side === 'open' ? '[' : ']');
      continue;
    }
    const start = Math.max(part.from, from);
    const end = Math.min(part.to, to);
    if (start >= end) continue;
    const at = words.length;
    words += provision.text.slice(start, Math.min(end, start + most));
    if (part.italic) marks.push({ from: at, to: words.length, kind: 'italic' });
    if (part.bold) marks.push({ from: at, to: words.length, kind: 'bold' });
  }
  return { text: words, marks };
}
