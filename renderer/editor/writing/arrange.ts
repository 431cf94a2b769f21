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
  if (stood === undefined || provision === undefined) return;
  const { id, level } = provision;
  if (how === 'promote' || how === 'demote') {
    const to = Math.min(DEEPEST, Math.max(0, level + (how === 'demote' ? 1 : -1)));
    binding.$write((draft, hand) => setProvision(draft, hand, { provision: id, level: to }), ['nothing-to-do']);
  } else {
    const after = neighbour(binding, { id, level }, how);
    if (after === undefined) return;
    binding.$write((draft, hand) => moveProvision(draft, hand, { provision: id, after }), ['nothing-to-do']);
  }
  binding.$select(stood.head, { anchor: stood.anchor });
}

/** What a provision stands behind once it has moved by one of its own level; `undefined` at the end it moves towards. */
function neighbour(
  binding: Binding,
  { id, level }: { id: string; level: number },
  how: 'up' | 'down',
): ReturnType<typeof last> | null | undefined {
  const { provisions } = binding.replica.read();
  const at = provisions.findIndex((provision) => provision.id === id);
  if (how === 'up') {
    const before = provisions.slice(0, at).findLastIndex((provision) => provision.level <= level);
    return before === -1 ? undefined : (provisions[before - 1]?.id ?? null);
  }
  const behind = provisions.slice(at + 1).findIndex((provision) => provision.level <= level);
  return behind === -1 ? undefined : last(binding, at + 1 + behind);
}

/** The last provision that stands under the one at `index`, itself if there is none. */
function last(binding: Binding, index: number) {
  const { provisions } = binding.replica.read();
  const level = provisions[index]?.level ?? 0;
  const end = provisions.findIndex((provision, at) => at > index && provision.level <= level);
  return provisions.at(end === -1 ? -1 : end - 1)?.id;
}
