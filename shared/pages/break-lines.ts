/** How letters are set; a measure knows each by its widths. */
export type LetterStyle = 'plain' | 'italic' | 'bold';

/** Letters of one style, as they are printed: words, or a bracket's glyph. */
export interface SetPart {
  readonly text: string;
  readonly style: LetterStyle;
}

/** Width of some letters, in ems. */
export type Measure = (text: string, style: LetterStyle) => number;

/** Where a line begins: so many units into one of the parts. */
export interface LineStart {
  readonly part: number;
  readonly at: number;
}

interface Piece {
  /** Units of the whole text where it begins, and where what is seen of it ends. */
  readonly at: number;
  readonly end: number;
  /** Of what is seen, and of the blanks behind it, which may hang over the edge. */
  readonly width: number;
  readonly blank: number;
}

/**
 * Breaks parts into lines not wider than `width` ems, each as full as it can be; gives where each begins, the first at the
 * beginning. Lines break after blanks and hyphens, between ideographs, and between `]` and `[`; never after what opens
 * or before what closes. What has no place to break and is wider than a line breaks between letters. Linear.
 */
export function breakLines(parts: readonly SetPart[], width: number, measure: Measure): LineStart[] {
  const text = parts.map((part) => part.text).join('');
  const starts = [0];
  let line = 0;
  for (const piece of piecesOf(parts, text, measure)) {
    if (line > 0 && line + piece.width > width) {
      starts.push(piece.at);
      line = 0;
    }
    line += piece.width + piece.blank;
    if (piece.width <= width) continue;
    // Wider than a line by itself: cut where it is full.
    line = 0;
    let { at } = piece;
    for (const letter of text.slice(piece.at, piece.end)) {
      const wide = measure(letter, styleAt(parts, at));
      if (line > 0 && line + wide > width) {
        starts.push(at);
        line = 0;
      }
      line += wide;
      at += letter.length;
    }
    line += piece.blank;
  }
  return placesOf(parts, starts);
}

const BLANK = /[ \t\n\r\u2000-\u2006\u2008-\u200b\u3000]/u;
/** What no line begins with: closing marks, and stops, also the wide ones. */
const CLOSES = /[\])}»”’.,;:!?%…،؛؟、。，．：；！？）］｝》」』】〉〕〗％]/u;
/** What no line ends with. */
const OPENS = /[[({«“‘（［｛《「『【〈〔〖$€£]/u;
/** Closing marks of scripts without blanks: what follows them may begin a line. */
const WIDE_CLOSES = /[、。，．：；！？）］｝》」』】〉〕〗]/u;
const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a line may break between two characters that stand side by side. */
export function mayBreak(before: string, after: string): boolean {
  if (BLANK.test(after)) return false;
  if (BLANK.test(before)) return true;
  if (before === ']' && after === '[') return true;
  if (CLOSES.test(after) || OPENS.test(before)) return false;
  if (/[-‐–—\u00ad]/u.test(before)) return /[\p{L}[(]/u.test(after);
  const ideograph = UNPARTED.test(before) || UNPARTED.test(after);
  return ideograph || (WIDE_CLOSES.test(before) && !CLOSES.test(after));
}

function* piecesOf(parts: readonly SetPart[], text: string, measure: Measure): Generator<Piece> {
  let at = 0;
  let seen = 0;
  let last = '';
  const characters = [...text];
  for (let index = 0, end = 0; index < characters.length; index += 1) {
    const character = characters[index]!;
    end += character.length;
    if (!BLANK.test(character)) {
      seen = end;
      last = character;
    }
    const next = characters[index + 1];
    // `weapons[ and`: the blank behind what opens holds on to it too.
    if (next !== undefined && (!mayBreak(character, next) || OPENS.test(last))) continue;
    const shown = Math.max(seen, at);
    const width = widthOf(parts, at, shown, measure);
    yield { at, end: shown, width, blank: widthOf(parts, shown, end, measure) };
    at = end;
  }
}

function widthOf(parts: readonly SetPart[], from: number, to: number, measure: Measure): number {
  let width = 0;
  let start = 0;
  for (const { text, style } of parts) {
    if (start >= to) break;
    const end = start + text.length;
    if (end > from) width += measure(text.slice(Math.max(0, from - start), to - start), style);
    start = end;
  }
  return width;
}

function styleAt(parts: readonly SetPart[], at: number): LetterStyle {
  let start = 0;
  for (const { text, style } of parts) {
    start += text.length;
    if (at < start) return style;
  }
  return 'plain';
}

/** A place at the end of one part is the beginning of the next. */
function placesOf(parts: readonly SetPart[], starts: readonly number[]): LineStart[] {
  const places: LineStart[] = [];
  let part = 0;
  let before = 0;
  for (const start of starts) {
    while (part < parts.length - 1 && start >= before + parts[part]!.text.length) before += parts[part++]!.text.length;
    places.push({ part, at: start - before });
  }
  return places;
}
