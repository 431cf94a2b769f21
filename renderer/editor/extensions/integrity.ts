import { $getNodeByKey } from 'lexical';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { Binding } from '../binding.ts';
import { $provisionNodeOf } from '../projection/places.ts';
import { PROJECTION_TAG } from '../projection/projection.ts';

/**
 * Nodes are changed by the projection alone (rule E2). Whatever else changed them (a browser extension, a mistake of
 * ours) is shown back from the draft, and counted.
 */
export function registerIntegrity(binding: Binding, onRejected: () => void): () => void {
  const { editor, projection } = binding;
  return editor.registerUpdateListener(({ tags, dirtyElements, dirtyLeaves, editorState, prevEditorState }) => {
    if (tags.has(PROJECTION_TAG) || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return;
    const touched = new Set<ProvisionId>();
    for (const state of [editorState, prevEditorState]) {
      state.read(() => {
        for (const key of [...dirtyElements.keys(), ...dirtyLeaves]) {
          const provision = $provisionNodeOf($getNodeByKey(key));
          if (provision !== undefined) touched.add(provision.getProvision());
        }
      });
    }
    touched.delete(projection.held as ProvisionId);
    binding.update(() => {
      let rejected = dirtyElements.has('root') && projection.$showOrder();
      for (const provision of touched) rejected = projection.$show(provision) || rejected;
      if (!rejected) return;
      binding.$restoreCaret();
      onRejected();
    });
  });
}
