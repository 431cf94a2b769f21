import type { Memory } from '../contract.ts';
import type { KeptCopy } from '../line/persistence.ts';

const KEY = 'memory/';

/** Remembers beside the draft's own copy; without one, as long as the window lives. */
export function openMemory(copy?: Pick<KeptCopy, 'recall' | 'remember'>): Memory {
  const here = new Map<string, unknown>();
  return {
    async recall(key) {
      if (here.has(key)) return here.get(key);
      const kept = await copy?.recall(KEY + key).catch(() => undefined);
      try {
        return typeof kept === 'string' ? (JSON.parse(kept) as unknown) : undefined;
      } catch {
        return undefined;
      }
    },
    remember(key, value) {
      here.set(key, value);
      copy?.remember(KEY + key, value);
    },
  };
}
