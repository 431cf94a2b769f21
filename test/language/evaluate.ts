import { readStrength } from '../../shared/language/read-strength.ts';
import type { LabelledSentence } from './labelled.ts';

/** Of what was found, how much is right; and of what is there, how much was found. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
}

export interface Evaluation {
  readonly strength: Score;
  readonly hedges: Score;
  readonly commitments: Score;
}

export function evaluate(sentences: readonly LabelledSentence[]): Evaluation {
  const strength = tally();
  const hedges = tally();
  const commitments = tally();
  for (const { text, strength: label, hedges: words, measurable } of sentences) {
    const found = readStrength(text, 'en');
    strength.add(found ? [found.strength] : [], label === 'none' ? [] : [label]);
    hedges.add(found?.hedges.map((hedge) => hedge.words.toLowerCase()) ?? [], words);
    commitments.add(found?.commitment ? ['commitment'] : [], measurable ? ['commitment'] : []);
  }
  return { strength: strength.score(), hedges: hedges.score(), commitments: commitments.score() };
}

function tally() {
  let found = 0;
  let there = 0;
  let right = 0;
  return {
    add(got: readonly string[], wanted: readonly string[]): void {
      found += got.length;
      there += wanted.length;
      right += got.filter((each) => wanted.includes(each)).length;
    },
    score: (): Score => ({ precision: round(right / found), recall: round(right / there) }),
  };
}

const round = (share: number) => Math.round(share * 100) / 100;
