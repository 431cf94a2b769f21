import { useCallback } from 'react';
import type { Bracket } from '../../../shared/schema/bracket.ts';
import type { Draft } from '../../../shared/schema/draft.ts';
import type { BracketId, ProvisionId } from '../../../shared/schema/ids.ts';
import type { Provision } from '../../../shared/schema/provision.ts';
import { pushTo } from '../../../shared/schema/push-to.ts';
import { isAlike } from '../../session/alike.ts';
import { provisionOf } from '../../session/draft-parts.ts';
import { useDraft, useOfDraft, useSession } from '../../session/hooks.ts';

interface DraftLookup {
  /** Brackets that stand for themselves (not variants of another), by the provision where they start. */
  readonly startingIn: ReadonlyMap<ProvisionId, readonly Bracket[]>;
  /** The same by every provision where they or a wording of theirs begins: options stand in provisions of their own. */
  readonly beginningIn: ReadonlyMap<ProvisionId, readonly BracketId[]>;
  /** A choice's variants, in reading order. */
  readonly variantsOf: ReadonlyMap<BracketId, readonly Bracket[]>;
}

/** By draft: several parts of the screen look one draft up. */
const lookups = new WeakMap<Draft, DraftLookup>();

/** The whole draft, looked up by id: another one with every key that anybody presses. */
export function useDraftLookup(): DraftLookup {
  return lookUpOnce(useDraft());
}

/** What the outline shows of a provision's words. */
export interface OutlineEntry {
  readonly provision: Provision | undefined;
  /** Open brackets with a piece in it, outer before inner. */
  readonly brackets: readonly Bracket[];
  /** How many brackets that stand for themselves start in it. */
  readonly open: number;
}

/** One question to the draft a row: there are hundreds of rows, and all are asked again after every key. */
export function useOutlineEntry(id: ProvisionId): OutlineEntry {
  const { replica } = useSession();
  return useOfDraft(
    useCallback(
      (draft: Draft) => ({
        provision: provisionOf(draft, replica, id),
        brackets: replica?.bracketsIn(id) ?? NO_BRACKETS,
        open: lookUpOnce(draft).startingIn.get(id)?.length ?? 0,
      }),
      [replica, id],
    ),
    isSameEntry,
  );
}

function isSameEntry(one: OutlineEntry, other: OutlineEntry): boolean {
  return one.provision === other.provision && one.brackets === other.brackets && one.open === other.open;
}

const NO_BRACKETS: readonly Bracket[] = [];

/** The ids of the brackets that stand for themselves and start in a provision, or of which a wording does, in reading order. */
export function useBeginningIn(provision: ProvisionId | undefined): readonly BracketId[] {
  return useOfDraft(
    useCallback((draft: Draft) => (provision && lookUpOnce(draft).beginningIn.get(provision)) || NONE, [provision]),
    isAlike,
  );
}

/** The ids of a choice's variants, in reading order. */
export function useVariantsOf(bracket: BracketId): readonly BracketId[] {
  return useOfDraft(
    useCallback((draft: Draft) => lookUpOnce(draft).variantsOf.get(bracket)?.map(idOf) ?? NONE, [bracket]),
    isAlike,
  );
}

const NONE: readonly BracketId[] = [];

function idOf({ id }: Bracket): BracketId {
  return id;
}

function lookUpOnce(draft: Draft): DraftLookup {
  const known = lookups.get(draft);
  if (known) return known;
  const lookup = lookUp(draft);
  lookups.set(draft, lookup);
  return lookup;
}

/** Made anew for every draft that is looked up, which is several a second while somebody types. */
function lookUp({ brackets }: Draft): DraftLookup {
  const variantsOf = new Map<BracketId, Bracket[]>();
  for (const bracket of brackets) if (bracket.variantOf) pushTo(variantsOf, bracket.variantOf, bracket);
  const startingIn = new Map<ProvisionId, Bracket[]>();
  const beginningIn = new Map<ProvisionId, BracketId[]>();
  for (const bracket of brackets) {
    if (bracket.variantOf) continue;
    const wordings = variantsOf.get(bracket.id) ?? [];
    const start = (bracket.pieces[0] ?? wordings[0]?.pieces[0])?.provision;
    if (!start) continue;
    pushTo(startingIn, start, bracket);
    if (wordings.length === 0) pushTo(beginningIn, start, bracket.id);
    else {
      const places = new Set([start, ...wordings.flatMap(({ pieces }) => pieces[0]?.provision ?? [])]);
      for (const place of places) pushTo(beginningIn, place, bracket.id);
    }
  }
  return { startingIn, beginningIn, variantsOf };
}
