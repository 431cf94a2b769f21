/** A text as it is compared, and where each of its units stands in the text it was made from. */
export interface Folded {
  readonly text: string;
  /** One more than there are units: where unit `i` begins, and at the end the length of the original. */
  readonly starts: readonly number[];
}

/** Combining marks (accents, Arabic vowels), the tatweel, what has no width, and brackets: matches reach across them. */
const UNSEEN = /[\p{Mn}\p{Me}\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff[\]]/u;

/** Letters that are told apart though Unicode decomposes them, and others that are taken for one another. */
const SAME: Readonly<Record<string, string>> = {
  й: 'й',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ı: 'i',
  ł: 'l',
  ى: 'ي',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
};

/**
 * Folds a text for comparison (rule F1): case, accents, vowel marks, wide and narrow forms, kinds of blank, quote and
 * dash are alike; brackets are passed over. Every unit knows where it came from. Linear.
 */
export function fold(text: string): Folded {
  let folded = '';
  const starts: number[] = [];
  const put = (words: string, from: number) => {
    for (const unit of words) {
      if (unit === ' ' && folded.endsWith(' ')) continue;
      folded += unit;
      for (let half = 0; half < unit.length; half += 1) starts.push(from);
    }
  };
  let at = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 128) {
      if (code === 0x5b || code === 0x5d) at += 1;
      else put(code <= 0x20 ? ' ' : character.toLowerCase(), at++);
      continue;
    }
    const lower = character.toLowerCase();
    const same = SAME[lower];
    if (same !== undefined) put(same, at);
    else {
      for (const part of lower.normalize('NFKD')) if (!UNSEEN.test(part)) put(SAME[part] ?? plain(part), at);
    }
    at += character.length;
  }
  starts.push(text.length);
  return { text: folded, starts };
}

function plain(part: string): string {
  return /\s/u.test(part) ? ' ' : part.toLowerCase();
}
