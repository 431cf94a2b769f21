import { mayDraft } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { draftKey } from '../writing/new-provision.ts';
import { hostOf } from '../reading/placement.ts';
import { workings } from '../replica.ts';
import { editStructure } from '../writing/write.ts';
import type { ProvisionId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

/** Brings a provision back that was taken out, with what is joined to it. The place is its beginning. */
export function restoreProvision(
  replica: DraftReplica,
  hand: Hand,
  request: { readonly provision: ProvisionId },
): WriteOutcome {
  const live = workings(replica);
  if (!mayDraft(hand)) return refuse('chair-only');
  const { records, views } = live.index;
  const record = records.get(request.provision);
  if (record === undefined) return refuse('provision-gone');
  if (record.hidden !== true) return refuse('nothing-to-do');
  const back = new Set<ProvisionId>([record.id]);
  for (let grew = true; grew;) {
    grew = false;
    for (const each of records.values()) {
      const host = each.hidden === true && !back.has(each.id) ? hostOf(each, views)?.provision : undefined;
      if (host === undefined || !back.has(host)) continue;
      back.add(each.id);
      grew = true;
    }
  }
  editStructure(live, () => {
    for (const id of back) draftKey(live, id, ['hidden', false]);
  });
  return ok({ provision: live.index.placement.shownIn.get(record.id) ?? record.id, offset: 0 });
}
