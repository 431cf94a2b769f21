import type * as Y from 'yjs';
import { optionBlock } from './block.ts';
import { BracketIndex } from './bracket-index.ts';
import { compose } from './compose.ts';
import type { Composed } from './compose.ts';
import { place } from './placement.ts';
import type { Placement } from './placement.ts';
import { readProvision } from '../document/provision-record.ts';
import type { ProvisionRecord } from '../document/provision-record.ts';
import { acceptedWords } from '../document/accepted.ts';
import type { AcceptedWords } from '../document/accepted.ts';
import { isRestoredKey, readRestored, restorerOf } from '../document/restored.ts';
import type { Restored } from '../document/restored.ts';
import { rootsOf } from '../document/roots.ts';
import type { Roots } from '../document/roots.ts';
import { isSame } from './same.ts';
import { put } from './set-index.ts';
import { viewStrand } from './strand.ts';
import type { StrandView } from './strand.ts';
import type { BracketId, ProvisionId } from '../../schema/ids.ts';
import { invariant } from '../../schema/result.ts';

// The document as plain values, kept up to date. Layers, each made from the one before:
//
//   records   a provision's entry, decoded                       (changes with its keys)
//   views     a strand's items, walked                           (changes with its words)
//   placement who is in sight, in what order, showing what       (changes with structure)
//   composed  a provision's value                                (changes with its record, views, parts)
//   brackets  a bracket's value, its pieces where they lie now   (changes with all of these)
//
// An update touches what depends on it and nothing else: a keystroke walks one strand, composes one provision and
// resolves the brackets of that strand. Structure (O(provisions)) is placed anew only where a seam, an order key,
// a join or a hiding changed. A value that came out the same stays the same object.

/** What changed in a document, by entry. */
export interface Touched {
  readonly provisions: ReadonlySet<string>;
  /** Strands whose items changed, by owner. */
  readonly strands: ReadonlySet<ProvisionId>;
  /** Keys of the root `brackets`, and of the root `supports`. */
  readonly brackets: ReadonlySet<string>;
  readonly supports: ReadonlySet<string>;
}

export interface Effect {
  readonly provisions: Set<ProvisionId>;
  readonly gone: Set<ProvisionId>;
  readonly brackets: Set<BracketId>;
  reordered: boolean;
  /** What held on to words that are gone holds on to others now; that alone may be all that changed. */
  reanchored: boolean;
}

/** All that is known of one document, and how it follows the document. */
export class DraftIndex {
  readonly roots: Roots;
  readonly records = new Map<ProvisionId, ProvisionRecord>();
  readonly views = new Map<ProvisionId, StrandView>();
  placement: Placement = { order: [], parts: new Map(), shownIn: new Map(), keys: new Map(), awaited: new Set() };
  readonly composed = new Map<ProvisionId, Composed>();
  readonly brackets: BracketIndex;
  /** Provisions that say they were born in a strand, by its owner. */
  private readonly bornIn = new Map<ProvisionId, Set<ProvisionId>>();
  /** Words made anew by undo, by key, and by strand and key. */
  private readonly restorations = new Map<string, Restored>();
  private readonly restored = new Map<ProvisionId, Map<string, Restored>>();
  private readonly accepted: AcceptedWords;
  private positions: Map<ProvisionId, number> | undefined;

  constructor(doc: Y.Doc) {
    this.roots = rootsOf(doc);
    this.accepted = acceptedWords(doc);
    this.brackets = new BracketIndex(this.roots, {
      views: this.views,
      composed: this.composed,
      indexOf: (id) => this.indexOf(id),
      rootOf: (id) => this.placement.shownIn.get(id),
      optionBlock: (head) => optionBlock(this, head),
    });
    const { provisions, brackets, supports } = this.roots;
    this.update({
      provisions: new Set(provisions.keys()),
      strands: new Set(),
      brackets: new Set(brackets.keys()),
      supports: new Set(supports.keys()),
    });
  }

  /** The order key a provision stands at. */
  orderOf(id: ProvisionId): string {
    return this.placement.keys.get(id) ?? this.records.get(id)!.order;
  }

  /** Index in reading order; -1 when not in sight. The table is made when first asked for after a change. */
  indexOf(id: ProvisionId): number {
    this.positions ??= new Map(this.placement.order.map((each, index) => [each, index]));
    return this.positions.get(id) ?? -1;
  }

  /** Follows the document after `touched` changed in it; tells what came out different. */
  update(touched: Touched): Effect {
    const effect: Effect = {
      provisions: new Set(),
      gone: new Set(),
      brackets: new Set(),
      reordered: false,
      reanchored: false,
    };
    const strands = new Set<ProvisionId>(touched.strands);
    const dirty = new Set<ProvisionId>();
    effect.reanchored = this.readRestorations(touched.brackets, strands);
    let structure = this.readProvisions(touched.provisions, { strands, faces: dirty });
    for (const owner of strands) {
      structure = this.walk(owner) || this.placement.awaited.has(owner) || structure;
    }
    for (const owner of strands) {
      for (const segment of this.views.get(owner)?.segments ?? []) {
        const root = this.placement.shownIn.get(segment.provision);
        if (root !== undefined) dirty.add(root);
      }
    }
    if (structure) this.replace(effect, dirty);
    for (const id of dirty) if (this.recompose(id)) effect.provisions.add(id);
    this.brackets.update({ ...touched, strands, recomposed: effect.provisions, everything: structure }, effect);
    for (const id of effect.gone) effect.provisions.delete(id);
    return effect;
  }

  private readProvisions(
    ids: ReadonlySet<string>,
    dirty: { readonly strands: Set<ProvisionId>; readonly faces: Set<ProvisionId> },
  ): boolean {
    let structure = false;
    for (const key of ids) {
      const id = key as ProvisionId;
      const before = this.records.get(id);
      const after = readProvision(key, this.roots.provisions.get(key));
      if (before === undefined && after === undefined) continue;
      if (after === undefined) this.records.delete(id);
      else this.records.set(id, after);
      if (before?.own !== after?.own) dirty.strands.add(id);
      const cameFrom = before !== undefined && before.own === undefined ? before.strand : undefined;
      const comesFrom = after !== undefined && after.own === undefined ? after.strand : undefined;
      if (cameFrom !== comesFrom) {
        if (cameFrom !== undefined) {
          this.bornIn.get(cameFrom)?.delete(id);
          dirty.strands.add(cameFrom);
        }
        if (comesFrom !== undefined) {
          put(this.bornIn, comesFrom, id);
          dirty.strands.add(comesFrom);
        }
      }
      dirty.faces.add(id);
      structure ||=
        before === undefined ||
        after === undefined ||
        before.order !== after.order ||
        !isSame(before.born, after.born) ||
        before.hidden !== after.hidden ||
        // What stands under what.
        before.kind !== after.kind ||
        before.level !== after.level ||
        !isSame(before.into, after.into);
    }
    return structure;
  }

  /** A strand as it is now, in the middle of a transaction too; keeps nothing. `newborn`: made in the transaction. */
  viewNow(owner: ProvisionId, newborn?: ProvisionId): StrandView {
    const strand = this.records.get(owner)?.own;
    invariant(strand, 'a strand in sight has a text');
    const isBornHere = this.isBornIn(owner);
    return viewStrand(owner, strand, {
      isBornHere: (id): id is ProvisionId => id === newborn || isBornHere(id),
      restored: this.restoredIn(owner),
    });
  }

  private restoredIn(owner: ProvisionId): readonly Restored[] {
    return [...(this.restored.get(owner) ?? [])].map(([key, each]) => {
      const [client, from] = each.now;
      const words = { client, from, to: from + each.length };
      return this.accepted.within(words, restorerOf(key)).length > 0 ? { ...each, stands: true } : each;
    });
  }

  /** Notes which words were made anew, and whether any were; the strands they lie in are walked again. */
  private readRestorations(keys: ReadonlySet<string>, strands: Set<ProvisionId>): boolean {
    let any = false;
    for (const key of keys) {
      // Of copies of the same words a ruling's counts.
      if (key.endsWith('/c')) for (const [owner, copies] of this.restored) if (copies.size > 1) strands.add(owner);
      if (!isRestoredKey(key)) continue;
      any = true;
      const before = this.restorations.get(key);
      const after = readRestored(this.roots.brackets, key);
      if (before !== undefined) {
        this.restored.get(before.strand)?.delete(key);
        strands.add(before.strand);
      }
      if (after === undefined) {
        this.restorations.delete(key);
        continue;
      }
      this.restorations.set(key, after);
      const within = this.restored.get(after.strand) ?? new Map<string, Restored>();
      this.restored.set(after.strand, within.set(key, after));
      strands.add(after.strand);
    }
    return any;
  }

  private isBornIn(owner: ProvisionId): (id: string) => id is ProvisionId {
    const born = this.bornIn.get(owner);
    return (id): id is ProvisionId => born?.has(id as ProvisionId) ?? false;
  }

  /** Walks a strand; whether its seams, or what has words at all, changed. */
  private walk(owner: ProvisionId): boolean {
    const strand = this.records.get(owner)?.own;
    const before = this.views.get(owner);
    if (strand === undefined) return this.views.delete(owner);
    const after = viewStrand(owner, strand, {
      isBornHere: this.isBornIn(owner),
      restored: this.restoredIn(owner),
    });
    this.views.set(owner, after);
    if (before === undefined || before.segments.length !== after.segments.length) return true;
    return before.segments.some((segment, index) => {
      const now = after.segments[index]!;
      return segment.provision !== now.provision || (segment.text === '') !== (now.text === '');
    });
  }

  private replace(effect: Effect, dirty: Set<ProvisionId>): void {
    const before = this.placement;
    const after = place(this.records, this.views);
    this.placement = after;
    effect.reordered =
      before.order.length !== after.order.length || before.order.some((id, index) => id !== after.order[index]);
    if (effect.reordered) this.positions = undefined;
    for (const id of before.order) {
      if (after.parts.has(id)) continue;
      effect.gone.add(id);
      this.composed.delete(id);
      dirty.delete(id);
    }
    for (const id of after.order) {
      if (!isSame(before.parts.get(id), after.parts.get(id))) dirty.add(id);
    }
  }

  /** Composes a provision in sight; whether it or the laying of its parts came out different. */
  private recompose(id: ProvisionId): boolean {
    const parts = this.placement.parts.get(id);
    const record = this.records.get(id);
    if (parts === undefined || record === undefined) return false;
    const before = this.composed.get(id);
    const after = compose(record, parts, this.views);
    if (before !== undefined && isSame(before.provision, after.provision)) {
      // The value stays, so that whoever holds it sees no change; only the seams may lie elsewhere.
      this.composed.set(id, { provision: before.provision, parts: after.parts });
      return false;
    }
    this.composed.set(id, after);
    return true;
  }
}
