import { isOwn, mayDraft } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { draftKey } from '../writing/new-provision.ts';
import { workings } from '../replica.ts';
import { editStructure } from '../writing/write.ts';
import type { ProvisionId } from '../../schema/ids.ts';
import type { ProvisionKind } from '../../schema/provision.ts';
import { ok, refuse } from '../../schema/result.ts';

export interface SetRequest {
  readonly provision: ProvisionId;
  readonly kind?: ProvisionKind;
  readonly level?: number;
}

/** Changes what a provision is, or how deep it stands. A delegation does so with the provisions it proposes itself. */
export function setProvision(replica: DraftReplica, hand: Hand, request: SetRequest): WriteOutcome {
  const live = workings(replica);
  const provision = live.provision(request.provision);
  if (provision === undefined) return refuse('provision-gone');
  if (!mayDraft(hand)) {
    const proposed = live.index.brackets
      .recordsOf(provision.id)
      .some((each) => each.kind === 'insert' && each.closed === undefined && isOwn(hand, each.id));
    if (hand.mode === 'draft' || !proposed || !isOwn(hand, provision.id)) return refuse('chair-only');
  }
  const { kind = provision.kind, level = provision.level } = request;
  if (kind === provision.kind && level === provision.level) return refuse('nothing-to-do');
  editStructure(live, () => {
    if (kind !== provision.kind) draftKey(live, provision.id, ['kind', kind]);
    if (level !== provision.level) draftKey(live, provision.id, ['level', level]);
  });
  return ok({ provision: provision.id, offset: 0 });
}
