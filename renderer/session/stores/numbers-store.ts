import { numberDraft } from '../../../shared/numbering/number.ts';
import type { Draft } from '../../../shared/schema/draft.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { Provision } from '../../../shared/schema/provision.ts';
import type { Observed } from '../contract.ts';
import { keep } from './observed.ts';

export interface NumbersStore {
  readonly numbers: Observed<ReadonlyMap<ProvisionId, string>>;
  /** Numbers again where something that numbers hang on is another; words alone change none. */
  refresh(draft: Draft): void;
}

export function openNumbers(draft: Draft): NumbersStore {
  const numbers = keep(numberDraft(draft));
  let numbered = draft;
  return {
    numbers,
    refresh(next) {
      const alike = isNumberedAlike(numbered, next);
      numbered = next;
      if (alike) return;
      const fresh = numberDraft(next);
      if (!isSame(numbers.get(), fresh)) numbers.set(fresh);
    },
  };
}

function isNumberedAlike(one: Draft, other: Draft): boolean {
  return (
    one.language === other.language &&
    one.provisions.length === other.provisions.length &&
    one.provisions.every((provision, at) => isAlike(provision, other.provisions[at]))
  );
}

function isAlike(one: Provision, other: Provision | undefined): boolean {
  if (one === other) return true;
  return (
    one.id === other?.id &&
    one.kind === other.kind &&
    one.level === other.level &&
    one.label === other.label &&
    one.relation?.type === other.relation?.type &&
    one.relation?.to === other.relation?.to
  );
}

function isSame(one: ReadonlyMap<ProvisionId, string>, other: ReadonlyMap<ProvisionId, string>): boolean {
  if (one.size !== other.size) return false;
  for (const [id, number] of other) if (one.get(id) !== number) return false;
  return true;
}
