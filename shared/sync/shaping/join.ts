import type { WriteOutcome } from '../contract.ts';
import { targetAtEnd } from '../writing/join-target.ts';
import { entryOf } from '../writing/new-provision.ts';
import type { Replica } from '../replica.ts';
import type { Shaping } from './shaping.ts';
import type { ProvisionId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

/**
 * Joining a provision to another. Nothing is copied: it remembers behind which character it is shown, so that its words
 * keep their authors and the join can be taken back. The place is the seam.
 */
export function joinTo(
  live: Replica,
  { provision, to }: { readonly provision: ProvisionId; readonly to: ProvisionId },
): WriteOutcome<Shaping> {
  const target = live.index.composed.get(to);
  if (live.indexOf(provision) < 0 || target === undefined) return refuse('provision-gone');
  if (provision === to) return refuse('nothing-to-do');
  const end = target.parts.at(-1)!;
  const into = targetAtEnd(live.index.views.get(end.strand)!, end);
  const write = (): void => void entryOf(live, provision)?.set('into', into);
  return ok({ place: { provision: to, offset: target.provision.text.length }, write });
}
