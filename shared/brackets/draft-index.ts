import type { Bracket } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { BracketId, ProvisionId } from '../schema/ids.ts';
import type { Provision } from '../schema/provision.ts';
import type { Stretch } from './edges.ts';
import { pushTo } from '../schema/push-to.ts';

/** A draft's provisions and brackets by id and by place; built once a draft, in one pass. */
export interface DraftIndex {
  readonly provisions: ReadonlyMap<ProvisionId, Provision>;
  /** Place in reading order. */
  readonly order: ReadonlyMap<ProvisionId, number>;
  readonly brackets: ReadonlyMap<BracketId, Bracket>;
  /** What each provision holds of each bracket, in the order of `Draft.brackets`. */
  readonly stretches: ReadonlyMap<ProvisionId, readonly Stretch[]>;
  /** A choice's variants in reading order. */
  readonly variants: ReadonlyMap<BracketId, readonly Bracket[]>;
}

const known = new WeakMap<Draft, DraftIndex>();

/** The index of a draft; the same object for the same draft, which is never changed in place. */
export function draftIndex(draft: Draft): DraftIndex {
  const before = known.get(draft);
  if (before !== undefined) return before;
  const provisions = new Map<ProvisionId, Provision>();
  const order = new Map<ProvisionId, number>();
  for (const provision of draft.provisions) {
    order.set(provision.id, order.size);
    provisions.set(provision.id, provision);
  }
  const brackets = new Map<BracketId, Bracket>();
  const stretches = new Map<ProvisionId, Stretch[]>();
  const variants = new Map<BracketId, Bracket[]>();
  for (const bracket of draft.brackets) {
    brackets.set(bracket.id, bracket);
    if (bracket.variantOf !== undefined) pushTo(variants, bracket.variantOf, bracket);
    if (bracket.pieces.length === 1) {
      const { provision, from, to, label } = bracket.pieces[0]!;
      pushTo(stretches, provision, { bracket, from, to, start: label ? -1 : from, end: to });
    } else for (const [provision, stretch] of stretchesOf(bracket)) pushTo(stretches, provision, stretch);
  }
  const index: DraftIndex = { provisions, order, brackets, stretches, variants };
  known.set(draft, index);
  return index;
}

/** Like `stretchIn` for every provision of the bracket at once, in time proportional to its pieces. */
function stretchesOf(bracket: Bracket): ReadonlyMap<ProvisionId, Stretch> {
  const { pieces } = bracket;
  const found = new Map<ProvisionId, Stretch>();
  pieces.forEach((piece, at) => {
    const before = found.get(piece.provision);
    const from = Math.min(piece.from, before?.from ?? Infinity);
    const to = Math.max(piece.to, before?.to ?? 0);
    const start = before?.start ?? (at > 0 ? -Infinity : piece.label ? -1 : piece.from);
    found.set(piece.provision, {
      bracket,
      from,
      to,
      start: start >= 0 ? from : start,
      end: at === pieces.length - 1 ? to : Infinity,
    });
  });
  return found;
}
