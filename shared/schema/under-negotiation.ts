import type { Draft } from './draft.ts';

/** How many provisions of a draft are negotiated: its paragraphs, and headings and notes in which a bracket stands. */
export function underNegotiation({ provisions, brackets }: Pick<Draft, 'provisions' | 'brackets'>): number {
  const bracketed = new Set(brackets.flatMap(({ pieces }) => pieces.map(({ provision }) => provision)));
  return provisions.filter(({ id, kind }) => (kind !== 'heading' && kind !== 'note') || bracketed.has(id)).length;
}
