import { resolveBracket } from '../brackets/resolve.ts';
import type { Bracket, BracketKind, Closure, Span } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { BracketId, ProvisionId } from '../schema/ids.ts';
import type { VariantId } from '../schema/position.ts';
import { gavelledWords } from './gavelled-words.ts';
import type { Choice } from './room/act.ts';

/**
 * How a provision would read with these choices made: their words without brackets, every other bracket printed. Empty where
 * there is no such provision. Choices of brackets that are gone are passed over.
 */
export function readsWith(draft: Draft, provision: ProvisionId, choices: readonly Choice[]): string {
  const found = draft.provisions.find(({ id }) => id === provision);
  if (!found) return '';
  const kinds = new Map(draft.brackets.map(({ id, kind }) => [id, kind]));
  const closed = new Set<BracketId>();
  const cuts: Span[] = [];
  for (const { bracket, variant } of choices) {
    const kind = kinds.get(bracket);
    const resolution = kind && resolveBracket(draft, bracket, closureOf(kind, variant));
    if (!resolution) continue;
    if (resolution.hide.includes(provision)) return '';
    for (const each of resolution.close) closed.add(each.bracket);
    cuts.push(...resolution.erase.filter((span) => span.provision === provision));
  }
  const place = (offset: number) =>
    offset - cuts.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, offset) - Math.min(from, offset)), 0);
  // Cuts of two choices never overlap: each is of its own bracket's words.
  const kept = cuts.toSorted((a, b) => a.from - b.from);
  let text = '';
  let from = 0;
  for (const cut of kept) {
    text += found.text.slice(from, cut.from);
    from = Math.max(from, cut.to);
  }
  text += found.text.slice(from);
  const open = draft.brackets
    .filter(({ id, bare }) => !closed.has(id) && bare !== true)
    .map((bracket): Bracket => ({
      ...bracket,
      pieces: bracket.pieces.map((piece) =>
        piece.provision === provision ? { ...piece, from: place(piece.from), to: place(piece.to) } : piece,
      ),
    }));
  return gavelledWords({ ...found, text }, open);
}

/** `text` and `none` are the variants of every bracket that is no choice: its words stand, or they do not. */
function closureOf(kind: BracketKind, variant: VariantId): Closure {
  if (variant !== 'text' && variant !== 'none') return { outcome: 'chosen', variant, at: 0 };
  if (variant === 'text') return { outcome: 'keep', at: 0 };
  return { outcome: kind === 'choice' ? 'chosen' : 'drop', at: 0 };
}
