import * as Y from 'yjs';
import type { Touched } from './draft-index.ts';
import type { Roots } from '../document/roots.ts';
import type { ProvisionId } from '../../schema/ids.ts';

/** The entries a transaction changed; `undefined` where it changed nothing of ours. O(changed). */
export function touchedBy(
  transaction: Y.Transaction,
  roots: Roots,
): (Touched & { readonly meta: boolean }) | undefined {
  const provisions = new Set<string>();
  const strands = new Set<ProvisionId>();
  const brackets = new Set<string>();
  const supports = new Set<string>();
  let meta = false;
  const note = (into: Set<string>, keys: ReadonlySet<string | null>): void => {
    for (const key of keys) if (key !== null) into.add(key);
  };
  for (const [type, keys] of transaction.changed as Map<Y.AbstractType<unknown>, Set<string | null>>) {
    if (type === roots.provisions) note(provisions, keys);
    else if (type === roots.brackets) note(brackets, keys);
    else if (type === roots.supports) note(supports, keys);
    else if (type === roots.meta) meta = true;
    else {
      const entry = type._item;
      const parent = type.parent;
      if (entry === null || parent === null) continue;
      if (parent === roots.provisions) {
        if (entry.parentSub !== null) provisions.add(entry.parentSub);
      } else if (parent.parent === roots.provisions && type instanceof Y.Text) {
        const owner = parent._item?.parentSub;
        if (owner !== undefined && owner !== null) strands.add(owner as ProvisionId);
      }
    }
  }
  if (!meta && provisions.size + strands.size + brackets.size + supports.size === 0) return undefined;
  return { provisions, strands, brackets, supports, meta };
}
