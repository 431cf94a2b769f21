import type { DraftIndex, Effect } from './draft-index.ts';
import { oneOf, textOf } from '../document/decode.ts';
import type { Bracket } from '../../schema/bracket.ts';
import type { BracketId, ProvisionId } from '../../schema/ids.ts';
import { LANGUAGES } from '../../schema/draft.ts';
import type { Draft } from '../../schema/draft.ts';
import type { Provision } from '../../schema/provision.ts';

const LONGEST_TITLE = 2_000;

/**
 * Puts the draft together as one value, when it is asked for. After an edit its lists are copies of the ones before
 * with what changed put in their stead; they are made from the ground up only where provisions or brackets came,
 * went or changed their order.
 */
export class DraftAssembler {
  private readonly index: DraftIndex;
  private draft: Draft | undefined;
  private metaChanged = false;
  private reordered = false;
  private readonly provisions = new Set<ProvisionId>();
  private readonly brackets = new Set<BracketId>();
  /** Where each bracket stands in the draft's list, and which begin in each provision. */
  private places = new Map<BracketId, number>();
  private begun = new Map<ProvisionId, readonly BracketId[]>();

  constructor(index: DraftIndex) {
    this.index = index;
  }

  /** Notes what changed since the draft was last read. */
  note(effect: Effect, metaChanged: boolean): void {
    this.metaChanged ||= metaChanged;
    this.reordered ||= effect.reordered;
    for (const id of effect.provisions) this.provisions.add(id);
    for (const id of effect.brackets) this.brackets.add(id);
  }

  read(): Draft {
    const before = this.draft;
    const { provisions, brackets, metaChanged, reordered } = this;
    if (before !== undefined && !metaChanged && !reordered && provisions.size + brackets.size === 0) return before;
    const { meta } = this.index.roots;
    this.draft = {
      title: textOf(meta.get('title'), LONGEST_TITLE) ?? '',
      symbol: textOf(meta.get('symbol'), LONGEST_TITLE) ?? '',
      language: oneOf(meta.get('language'), LANGUAGES) ?? 'en',
      provisions: this.provisionList(before?.provisions),
      brackets: this.bracketList(before?.brackets),
    };
    this.metaChanged = false;
    this.reordered = false;
    provisions.clear();
    brackets.clear();
    return this.draft;
  }

  private provisionList(before: readonly Provision[] | undefined): readonly Provision[] {
    const { index } = this;
    const valueOf = (id: ProvisionId): Provision => index.composed.get(id)!.provision;
    if (before === undefined || this.reordered) return index.placement.order.map(valueOf);
    if (this.provisions.size === 0) return before;
    const list = [...before];
    for (const id of this.provisions) list[index.indexOf(id)] = valueOf(id);
    return list;
  }

  private bracketList(before: readonly Bracket[] | undefined): readonly Bracket[] {
    if (before === undefined || this.reordered) return this.listAll();
    if (this.provisions.size + this.brackets.size === 0) return before;
    for (const id of this.provisions) {
      const was = this.begun.get(id) ?? [];
      const now = this.beginningIn(id);
      if (was.length !== now.length || now.some((bracket, at) => bracket.id !== was[at])) return this.listAll();
    }
    const list = [...before];
    for (const id of this.brackets) {
      const value = this.index.brackets.values.get(id);
      const place = this.places.get(id);
      // A choice without pieces of its own begins in no provision.
      if (place === undefined && (value === undefined || value.closed !== undefined)) continue;
      if (place === undefined || value === undefined || value.closed !== undefined) return this.listAll();
      // A choice without pieces stands before its first variant, so that the list changes with whose variant one is.
      if (list[place]!.variantOf !== value.variantOf) return this.listAll();
      list[place] = value;
    }
    return list;
  }

  private beginningIn(id: ProvisionId): Bracket[] {
    return this.index.brackets.inside(id).filter((bracket) => bracket.pieces[0]?.provision === id);
  }

  private listAll(): Bracket[] {
    const { values } = this.index.brackets;
    const list: Bracket[] = [];
    this.places = new Map();
    this.begun = new Map();
    const add = (bracket: Bracket): void => {
      this.places.set(bracket.id, list.length);
      list.push(bracket);
    };
    // A choice without brackets of its own round its variants stands before the first of them.
    const addChoices = (of: Bracket): void => {
      const chain: Bracket[] = [];
      for (
        let each = of.variantOf && values.get(of.variantOf);
        each;
        each = each.variantOf && values.get(each.variantOf)
      ) {
        if (this.places.has(each.id) || each.closed !== undefined || each.pieces.length > 0) break;
        this.places.set(each.id, -1);
        chain.push(each);
      }
      for (const each of chain.toReversed()) add(each);
    };
    for (const id of this.index.placement.order) {
      const here = this.beginningIn(id);
      if (here.length === 0) continue;
      this.begun.set(
        id,
        here.map((bracket) => bracket.id),
      );
      for (const bracket of here) {
        addChoices(bracket);
        add(bracket);
      }
    }
    return list;
  }
}
