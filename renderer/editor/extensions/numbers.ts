import { COLLABORATION_TAG, SKIP_DOM_SELECTION_TAG } from 'lexical';
import type { Binding } from '../binding.ts';
import { $provisionNodes } from '../nodes/section-node.ts';

/** Keeps the numbers in the margin in step with the numbering; only provisions whose number changed are touched. */
export function registerNumbers(binding: Binding): () => void {
  const show = () =>
    binding.update(() => {
      const numbers = binding.settings.numbers?.get();
      for (const node of $provisionNodes()) {
        const provision = binding.replica.provision(node.getProvision());
        const label = provision?.label ?? numbers?.get(node.getProvision()) ?? '';
        const face = node.getFace();
        if (face.label === label) continue;
        node.setFace({ ...face, label });
        for (const naming of binding.replica.namedAt(node.getProvision())) binding.projection.$show(naming);
      }
    }, [COLLABORATION_TAG, SKIP_DOM_SELECTION_TAG]);
  return binding.settings.numbers?.subscribe(show) ?? (() => {});
}
