import type * as Y from 'yjs';
import type { RightsFacts } from '../../../shared/procedure/rights.ts';

/** What rights hang on, read from the room `chair`. Whatever is malformed there opens nothing. */
export function factsOf(chair: Y.Doc): RightsFacts {
  const liveTextOpen = chair.getMap('profile').get('observersSeeLive') === true;
  const members = new Map<string, ReadonlySet<unknown>>();
  for (const [code, group] of chair.getMap('groups')) {
    const listed = (group as { members?: unknown } | null)?.members;
    if (Array.isArray(listed)) members.set(code, new Set(listed));
  }
  return { liveTextOpen, isMember: (group, code) => members.get(group)?.has(code) ?? false };
}
