import { useCallback } from 'react';
import type { Bracket } from '../../../shared/schema/bracket.ts';
import type { Draft } from '../../../shared/schema/draft.ts';
import type { BracketId, ProvisionId } from '../../../shared/schema/ids.ts';
import type { Provision } from '../../../shared/schema/provision.ts';
import type { DraftReplica } from '../../../shared/sync/contract.ts';
import { groupBy } from '../../app/group-by.ts';
import { isAlike } from '../../session/alike.ts';
import { useDraft, useOfDraft, useSession } from '../../session/hooks.ts';

export interface DraftLookup {
  readonly provisions: ReadonlyMap<ProvisionId, Provision>;
  readonly brackets: ReadonlyMap<BracketId, Bracket>;
  /** Brackets that stand for themselves (not variants of another), by the provision where they start. */
  readonly startingIn: ReadonlyMap<ProvisionId, readonly Bracket[]>;
  /** The same by every provision where they or a wording of theirs begins: options stand in provisions of their own. */
  readonly beginningIn: ReadonlyMap<ProvisionId, readonly BracketId[]>;
  /** Open brackets with a piece in a provision, outer before inner. */
  bracketsIn(provision: ProvisionId): readonly Bracket[];
  /** A choice's variants, in reading order. */
  readonly variantsOf: ReadonlyMap<BracketId, readonly Bracket[]>;
}

/** By draft: several parts of the screen look one draft up. */
const lookups = new WeakMap<Draft, DraftLookup>();

/** The whole draft, looked up by id: another one with every key that anybody presses. */
export function useDraftLookup(): DraftLookup {
  const draft = useDraft();
  const { replica } = useSession();
  return lookUpOnce(draft, replica);
}

/** How many brackets that stand for themselves start in a provision. */
export function useOpenCount(provision: ProvisionId): number {
  const { replica } = useSession();
  return useOfDraft(
    useCallback(
      (draft: Draft) => lookUpOnce(draft, replica).startingIn.get(provision)?.length ?? 0,
      [replica, provision],
    ),
  );
}

/** The ids of those that start in it, or of which a wording does, in reading order. */
export function useBeginningIn(provision: ProvisionId | undefined): readonly BracketId[] {
  const { replica } = useSession();
  return useOfDraft(
    useCallback(
      (draft: Draft) => (provision && lookUpOnce(draft, replica).beginningIn.get(provision)) || NONE,
      [replica, provision],
    ),
    isAlike,
  );
}

/** The ids of a choice's variants, in reading order. */
export function useVariantsOf(bracket: BracketId): readonly BracketId[] {
  const { replica } = useSession();
  return useOfDraft(
    useCallback(
      (draft: Draft) => lookUpOnce(draft, replica).variantsOf.get(bracket)?.map(idOf) ?? NONE,
      [replica, bracket],
    ),
    isAlike,
  );
}

const NONE: readonly BracketId[] = [];

function idOf({ id }: Bracket): BracketId {
  return id;
}

function lookUpOnce(draft: Draft, replica: DraftReplica | undefined): DraftLookup {
  const known = lookups.get(draft);
  if (known) return known;
  const lookup = lookUp(draft, replica);
  lookups.set(draft, lookup);
  return lookup;
}

function lookUp(draft: Draft, replica: DraftReplica | undefined): DraftLookup {
  const variantsOf = groupBy(
    draft.brackets.filter((bracket) => bracket.variantOf),
    (bracket) => bracket.variantOf as BracketId,
  );
  const startOf = (bracket: Bracket) => bracket.pieces[0] ?? variantsOf.get(bracket.id)?.[0]?.pieces[0];
  const own = draft.brackets.filter((bracket) => !bracket.variantOf && startOf(bracket));
  const beginnings = own.flatMap((bracket) => {
    const wordings = (variantsOf.get(bracket.id) ?? []).map(({ pieces }) => pieces[0]?.provision);
    const places = new Set([startOf(bracket)?.provision, ...wordings]);
    return [...places].flatMap((place) => (place ? [{ place, id: bracket.id }] : []));
  });
  return {
    provisions: new Map(draft.provisions.map((provision) => [provision.id, provision])),
    brackets: new Map(draft.brackets.map((bracket) => [bracket.id, bracket])),
    startingIn: groupBy(own, (bracket) => startOf(bracket)?.provision as ProvisionId),
    beginningIn: new Map(
      [...groupBy(beginnings, ({ place }) => place)].map(([place, those]) => [place, those.map(({ id }) => id)]),
    ),
    bracketsIn: (id) => replica?.bracketsIn(id) ?? [],
    variantsOf,
  };
}
