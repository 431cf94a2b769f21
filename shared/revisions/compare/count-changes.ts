import type { ComparedProvision, ComparedRow, ComparisonCounts } from './comparison.ts';

/** What a row tells apart from how many changes that makes. */
export type RowFacts = Omit<ComparedProvision, 'changes'>;

/**
 * Whether the provision itself is a change to stop at, before those in its words: it moved, was split off, joined or
 * recast, or its brackets are others though it reads the same. What is new or gone is told by its words, if it has any.
 */
export function isChange({ descent, moved, recast, words, opened, closed }: RowFacts): boolean {
  const unworded = words.every(({ type }) => type === 'same');
  if (descent.type === 'new' || descent.type === 'gone') return unworded;
  return descent.type !== 'kept' || moved || recast || (unworded && opened.length + closed.length > 0);
}

/** At how many places of a row a key stops. */
export function changesIn(row: RowFacts): number {
  return Number(isChange(row)) + row.words.filter(({ type }) => type === 'changed').length;
}

export function countChanges(rows: readonly ComparedRow[]): ComparisonCounts {
  const all = rows.filter((row) => row.type === 'provision');
  const sum = (count: (row: ComparedProvision) => number | boolean) =>
    all.reduce((total, row) => total + Number(count(row)), 0);
  return {
    changes: sum(({ changes }) => changes),
    reworded: sum(({ descent, words }) => descent.type === 'kept' && words.some(({ type }) => type === 'changed')),
    added: sum(({ descent }) => descent.type === 'new'),
    gone: sum(({ descent }) => descent.type === 'gone'),
    moved: sum(({ moved }) => moved),
    split: sum(({ descent }) => descent.type === 'split'),
    joined: sum(({ descent }) => descent.type === 'joined'),
    opened: sum(({ opened }) => opened.length),
    closed: sum(({ closed }) => closed.length),
  };
}
