import type { BracketId } from '../../shared/schema/ids.ts';
import { ok, refuse } from '../../shared/schema/result.ts';
import type { SoundingSubject } from '../../shared/schema/sounding.ts';
import { addVariant } from '../../shared/sync/commands/add-variant.ts';
import { replaceText } from '../../shared/sync/commands/replace-text.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../../shared/sync/contract.ts';

export interface AdoptRequest {
  readonly replica: DraftReplica;
  readonly hand: Hand;
  readonly subject: Extract<SoundingSubject, { type: 'words' }>;
  readonly words: string;
}

/**
 * Puts words that stand nowhere yet beside those they would replace, as another variant: then a ruling on them is like
 * any other, and the record shows what they stood against.
 */
export function adoptWords({ replica, hand, subject, words }: AdoptRequest): WriteOutcome<{
  readonly bracket: BracketId;
  readonly variant: BracketId;
}> {
  const proposing: Hand = { ...hand, mode: 'propose' };
  const bracket = subject.bracket && replica.bracket(subject.bracket);
  if (subject.bracket && (!bracket || bracket.closed)) return refuse('bracket-gone');
  if (bracket?.kind === 'choice') {
    const added = addVariant(replica, proposing, { choice: bracket.id, text: words });
    return added.ok ? ok({ bracket: bracket.id, variant: added.value }) : added;
  }
  const whole = replica.provision(subject.provision);
  if (!whole) return refuse('provision-gone');
  const spans = bracket?.pieces ?? [{ provision: whole.id, from: 0, to: whole.text.length }];
  const before = new Set(replica.bracketsIn(subject.provision).map(({ id }) => id));
  const put = replaceText(replica, proposing, { spans, text: words });
  if (!put.ok) return put;
  const made = replica.bracketsIn(subject.provision).filter(({ id }) => !before.has(id));
  const variant = made.find((one) => one.kind === 'insert' && one.variantOf !== undefined);
  return variant?.variantOf ? ok({ bracket: variant.variantOf, variant: variant.id }) : refuse('place-gone');
}
