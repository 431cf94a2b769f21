import { movedPast } from '../../../shared/schema/move-past.ts';
import { moveProvision } from '../../../shared/sync/commands/move-provision.ts';
import { setProvision } from '../../../shared/sync/commands/set-provision.ts';
import type { Binding } from '../binding.ts';

export type Arrangement = 'up' | 'down' | 'promote' | 'demote';

/** Deepest level a key leads to; a subparagraph of a subparagraph of a subparagraph is as deep as drafts go. */
const DEEPEST = 4;

/** Moves the caret's provision past its neighbour, with what stands under it, or sets it a level deeper or higher. */
export function $arrange(binding: Binding, how: Arrangement): void {
  const { replica } = binding;
  const stood = binding.$range();
  const provision = stood && replica.provision(stood.head.provision);
  if (stood === undefined || provision === undefined || binding.asksFirst([provision.id])) return;
  const { id, level } = provision;
  if (how === 'promote' || how === 'demote') {
    const to = Math.min(DEEPEST, Math.max(0, level + (how === 'demote' ? 1 : -1)));
    binding.$write((draft, hand) => setProvision(draft, hand, { provision: id, level: to }), ['nothing-to-do']);
  } else {
    const after = movedPast(replica.read().provisions, replica.indexOf(id), how);
    if (after === undefined) return;
    binding.$write((draft, hand) => moveProvision(draft, hand, { provision: id, after }), ['nothing-to-do']);
  }
  binding.$select(stood.head, { anchor: stood.anchor });
}
