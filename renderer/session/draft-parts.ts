import { useCallback } from 'react';
import { draftIndex } from '../../shared/brackets/draft-index.ts';
import type { Bracket } from '../../shared/schema/bracket.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import type { BracketId, ProvisionId } from '../../shared/schema/ids.ts';
import type { Provision } from '../../shared/schema/provision.ts';
import type { DraftReplica } from '../../shared/sync/contract.ts';
import { isAlike } from './alike.ts';
import { useOfDraft, useSession } from './hooks.ts';

/** A bracket without its place: what a card says of it. Writing before it moves it and leaves this as it was. */
export type BracketFace = Omit<Bracket, 'pieces'>;

/** All provisions' ids in reading order: another list only when one came, went or moved. */
export function useProvisionOrder(): readonly ProvisionId[] {
  return useOfDraft(orderOf, isAlike);
}

export function useProvision(id: ProvisionId | undefined): Provision | undefined {
  const { replica } = useSession();
  return useOfDraft(
    useCallback((draft: Draft) => (id === undefined ? undefined : provisionOf(draft, replica, id)), [replica, id]),
  );
}

/** A provision in sight, of the live draft where there is one. */
export function provisionOf(draft: Draft, replica: DraftReplica | undefined, id: ProvisionId): Provision | undefined {
  if (!replica) return draftIndex(draft).provisions.get(id);
  return replica.indexOf(id) < 0 ? undefined : replica.provision(id);
}

export function useKindOf(id: ProvisionId): Provision['kind'] | undefined {
  const { replica } = useSession();
  return useOfDraft(
    useCallback(
      (draft: Draft) => (replica ? replica.provision(id) : draftIndex(draft).provisions.get(id))?.kind,
      [replica, id],
    ),
  );
}

/** Whether a provision is in the draft. */
export function useStands(id: ProvisionId | undefined): boolean {
  const { replica } = useSession();
  return useOfDraft(
    useCallback(
      (draft: Draft) => id !== undefined && (replica ? replica.indexOf(id) >= 0 : draftIndex(draft).provisions.has(id)),
      [replica, id],
    ),
  );
}

/** An open bracket as a card shows it; `undefined` once it is closed. */
export function useBracketFace(id: BracketId | undefined): BracketFace | undefined {
  const { replica } = useSession();
  return useOfDraft(
    useCallback(
      (draft: Draft) => {
        if (id === undefined) return undefined;
        const bracket = replica ? replica.bracket(id) : draftIndex(draft).brackets.get(id);
        return bracket?.closed ? undefined : bracket;
      },
      [replica, id],
    ),
    isSameFace,
  );
}

export function isSameFace(one: Bracket | undefined, other: Bracket | undefined): boolean {
  return (
    one === other ||
    (one !== undefined && other !== undefined && isAlike({ ...one, pieces: 0 }, { ...other, pieces: 0 }))
  );
}

function orderOf({ provisions }: Draft): readonly ProvisionId[] {
  return provisions.map(({ id }) => id);
}
