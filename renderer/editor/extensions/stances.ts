import { COLLABORATION_TAG, SKIP_DOM_SELECTION_TAG } from 'lexical';
import type { BracketId, ProvisionId } from '../../../shared/schema/ids.ts';
import type { Position } from '../../../shared/schema/position.ts';
import type { Binding } from '../binding.ts';

/** Keeps who stands behind each bracket in step with the positions; only where they changed is anything shown anew. */
export function registerStances(binding: Binding): () => void {
  const { stances } = binding.settings;
  let known: ReadonlyMap<BracketId, readonly Position[]> = stances?.get() ?? new Map();
  const show = () => {
    const before = known;
    known = stances?.get() ?? new Map();
    const touched = new Set<ProvisionId>();
    for (const id of new Set([...before.keys(), ...known.keys()])) {
      if (isSame(before.get(id), known.get(id))) continue;
      for (const { provision } of binding.replica.bracket(id)?.pieces ?? []) touched.add(provision);
    }
    if (touched.size === 0) return;
    binding.update(() => {
      for (const id of touched) binding.projection.$show(id);
      binding.$restoreCaret();
    }, [COLLABORATION_TAG, SKIP_DOM_SELECTION_TAG]);
  };
  return stances?.subscribe(show) ?? (() => {});
}

function isSame(one: readonly Position[] = [], other: readonly Position[] = []): boolean {
  return one.length === other.length && one.every((position, index) => position === other[index]);
}
