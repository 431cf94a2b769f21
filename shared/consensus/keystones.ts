import type { ProvisionId } from '../schema/ids.ts';

const NOTHING: ReadonlySet<ProvisionId> = new Set();

/** Which provisions hang on which through conditions, and how many on each, directly or not (rule C8). */
export interface Keystones {
  /** Says anew what a provision hangs on. Returns the provisions whose number of dependants may have changed. */
  set(provision: ProvisionId, hangsOn: ReadonlySet<ProvisionId>): Iterable<ProvisionId>;
  /** Other provisions that hang on this one; a circle of conditions counts each once. */
  dependants(provision: ProvisionId): number;
}

export function createKeystones(): Keystones {
  const down = new Map<ProvisionId, ReadonlySet<ProvisionId>>();
  const up = new Map<ProvisionId, Set<ProvisionId>>();

  const reach = (from: Iterable<ProvisionId>, edges: ReadonlyMap<ProvisionId, ReadonlySet<ProvisionId>>) => {
    const reached = new Set(from);
    for (const id of reached) for (const next of edges.get(id) ?? NOTHING) reached.add(next);
    return reached;
  };

  return {
    set(provision, hangsOn) {
      const before = down.get(provision) ?? NOTHING;
      const changed = [
        ...[...before].filter((id) => !hangsOn.has(id)),
        ...[...hangsOn].filter((id) => !before.has(id)),
      ];
      if (changed.length === 0) return [];
      const touched = reach(changed, down);
      for (const id of before) up.get(id)!.delete(provision);
      for (const id of hangsOn) {
        const dependants = up.get(id);
        if (dependants) dependants.add(provision);
        else up.set(id, new Set([provision]));
      }
      if (hangsOn.size > 0) down.set(provision, hangsOn);
      else down.delete(provision);
      return new Set([...touched, ...reach(changed, down)]);
    },
    dependants: (provision) => (up.has(provision) ? reach([provision], up).size - 1 : 0),
  };
}
