import { CHAIR, type Code } from '../../schema/ids.ts';
import type { ShapeKind } from '../../schema/bracket.ts';
import { attributionOf } from './attribution.ts';

/** A proposal about the draft's shape, as bracketed words say it (rule B22). */
export interface ShapeWords {
  readonly kind: ShapeKind;
  /** What it names as its words call it; `null` for the beginning, absent where it names nothing. */
  readonly target?: string | null;
  readonly proponent: Code;
  readonly supporters: readonly Code[];
  /** Who stands behind it, as it was written. */
  readonly note?: string;
}

const FORM = /^(?:MOVE(?: to (?:after (\S.*)|the beginning))?|SPLIT|JOIN(?: to (\S.*))?)$/u;

/** Whether words begin like such a proposal, whatever follows. */
export function isLikeShape(words: string): boolean {
  return /^\s*(?:MOVE|SPLIT|JOIN)\b/u.test(words);
}

/** What bracketed words propose about the shape; `undefined` for words, and for a form that is not known. */
export function shapeWordsOf(words: string): ShapeWords | undefined {
  if (!isLikeShape(words)) return undefined;
  const attribution = attributionOf(words);
  // Only behind the words: `EU: …` before them is how texts attribute wordings.
  const behind = attribution !== undefined && attribution.from > 0 ? attribution : undefined;
  const said = behind === undefined ? words : words.slice(0, behind.from);
  const form = FORM.exec(said);
  if (form === null || (behind !== undefined && words.slice(behind.from) !== `: ${behind.note}`)) return undefined;
  const kind = said.startsWith('MOVE') ? 'move' : said.startsWith('JOIN') ? 'join' : 'split';
  const target = said === 'MOVE to the beginning' ? null : (form[1] ?? form[2]);
  return {
    kind,
    ...(target !== undefined && { target }),
    proponent: behind?.proponent ?? CHAIR,
    supporters: behind?.supporters ?? [],
    ...(behind && { note: behind.note }),
  };
}
