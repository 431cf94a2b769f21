import { mayDraft } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { entryOf } from '../writing/new-provision.ts';
import { workings } from '../replica.ts';
import { editStructure } from '../writing/write.ts';
import { numberDraft } from '../../numbering/number.ts';
import { ok, refuse } from '../../schema/result.ts';

/**
 * Freezes every number as it is now, so that what is put in later takes *bis* and nothing is renumbered under anybody
 * (rule N2); `false` lets go of what was frozen here. Numbers read from a file stay. Gives how many changed.
 */
export function freezeNumbers(
  replica: DraftReplica,
  hand: Hand,
  request: { readonly frozen: boolean },
): WriteOutcome<number> {
  const live = workings(replica);
  if (!mayDraft(hand)) return refuse('chair-only');
  const numbers = numberDraft(live.read());
  const changed = [...numbers].filter(([id, number]) => {
    // An option takes the number of what it stands beside when it is the one that stands.
    if (request.frozen && number === '' && live.provision(id)?.relation?.type === 'optionTo') return false;
    return request.frozen ? live.provision(id)?.label === undefined : entryOf(live, id)?.has('label');
  });
  if (changed.length === 0) return refuse('nothing-to-do');
  editStructure(live, () => {
    for (const [id, number] of changed) {
      if (request.frozen) entryOf(live, id)?.set('label', number);
      else entryOf(live, id)?.delete('label');
    }
  });
  return ok(changed.length);
}
