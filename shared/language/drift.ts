import { STRENGTHS, type LanguageReading } from './strength.ts';

/** How the language of a provision moved from one revision to another (rule L4). */
export interface LanguageDrift {
  readonly verb: 'weaker' | 'same' | 'stronger';
  /** Hedges that came and went, in words, lower case. */
  readonly hedged: readonly string[];
  readonly unhedged: readonly string[];
  readonly commitment: 'lost' | 'same' | 'gained';
  /** All told: weaker where the verb is, or, the verb being the same, more was hedged or a measure was lost. */
  readonly overall: 'weaker' | 'same' | 'stronger';
}

/** Compares two readings of one provision; without both there is nothing to compare. */
export function driftBetween(
  before: LanguageReading | undefined,
  after: LanguageReading | undefined,
): LanguageDrift | undefined {
  if (!before || !after) return undefined;
  const step = Math.sign(STRENGTHS.indexOf(after.strength) - STRENGTHS.indexOf(before.strength));
  const hedged = missing(after, before);
  const unhedged = missing(before, after);
  const measure = Number(after.commitment !== undefined) - Number(before.commitment !== undefined);
  const overall = step || Math.sign(measure - hedged.length + unhedged.length);
  return {
    verb: WORDS[step + 1]!,
    hedged,
    unhedged,
    commitment: (['lost', 'same', 'gained'] as const)[measure + 1]!,
    overall: WORDS[overall + 1]!,
  };
}

const WORDS = ['weaker', 'same', 'stronger'] as const;

function missing(a: LanguageReading, b: LanguageReading): readonly string[] {
  const known = b.hedges.map(({ words }) => plain(words));
  return a.hedges
    .map(({ words }) => plain(words))
    .filter((words) => {
      const at = known.indexOf(words);
      if (at >= 0) known.splice(at, 1);
      return at < 0;
    });
}

function plain(words: string): string {
  return words.toLowerCase().replace(/\s+/g, ' ');
}
