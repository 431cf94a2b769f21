import { COLLABORATION_TAG, SKIP_DOM_SELECTION_TAG } from 'lexical';
import type { Code } from '../../../shared/schema/ids.ts';
import type { Binding } from '../binding.ts';

/** Words may be told to be a delegation's only after they were shown: then the bracket that they imply is drawn. */
export function registerImplied(binding: Binding): () => void {
  const { authors } = binding.settings;
  let known: ReadonlyMap<number, Code> = authors?.get() ?? new Map();
  const show = () => {
    const now = authors?.get() ?? new Map<number, Code>();
    const news = new Set([...now].filter(([client, code]) => known.get(client) !== code).map(([client]) => client));
    known = now;
    if (news.size === 0) return;
    const { replica, projection } = binding;
    const touched = replica
      .read()
      .provisions.filter(({ id }) => replica.authors(id).some(({ client }) => news.has(client)));
    if (touched.length === 0) return;
    binding.update(() => {
      for (const { id } of touched) projection.$show(id);
      binding.$restoreCaret();
    }, [COLLABORATION_TAG, SKIP_DOM_SELECTION_TAG]);
  };
  return authors?.subscribe(show) ?? (() => {});
}
