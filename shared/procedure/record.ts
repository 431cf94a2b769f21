import type { BracketId, ProvisionId } from '../schema/ids.ts';
import type { VariantId } from '../schema/position.ts';
import type { Ruling } from '../schema/ruling.ts';

/** What the rulings come to: the latest on each provision and bracket (rule P9). */
export interface RulingRecord {
  /** Provisions whose latest ruling is *ad ref*, with the words it was given on. */
  readonly agreed: ReadonlyMap<ProvisionId, { readonly words: string; readonly at: number }>;
  /** Provisions whose latest ruling reopened them, with when. */
  readonly reopened: ReadonlyMap<ProvisionId, number>;
  /** How brackets were ruled on: `text` (kept), `none` (dropped, or "no text" chosen) or the variant chosen. */
  readonly outcomes: ReadonlyMap<BracketId, VariantId>;
}

/** Folds rulings in order of time; those of one millisecond in the order given. */
export function foldRulings(rulings: readonly Ruling[]): RulingRecord {
  const agreed = new Map<ProvisionId, { words: string; at: number }>();
  const reopened = new Map<ProvisionId, number>();
  const outcomes = new Map<BracketId, VariantId>();
  for (const { act, at } of rulings.toSorted((a, b) => a.at - b.at)) {
    switch (act.type) {
      case 'adRef':
        agreed.set(act.provision, { words: act.words, at });
        reopened.delete(act.provision);
        break;
      case 'reopen':
        agreed.delete(act.provision);
        reopened.set(act.provision, at);
        break;
      case 'merge':
        break;
      case 'keep':
        outcomes.set(act.bracket, 'text');
        for (const { bracket, outcome } of act.inside ?? [])
          outcomes.set(bracket, outcome === 'keep' ? 'text' : 'none');
        break;
      case 'drop':
        outcomes.set(act.bracket, 'none');
        break;
      case 'choose':
        outcomes.set(act.bracket, act.variant ?? 'none');
        // The variant is a bracket too, and its words stand.
        if (act.variant) outcomes.set(act.variant, 'text');
        for (const { bracket, outcome } of act.inside ?? [])
          outcomes.set(bracket, outcome === 'keep' ? 'text' : 'none');
        break;
    }
  }
  return { agreed, reopened, outcomes };
}
