import { driftBetween, type LanguageDrift } from '../../language/drift.ts';
import { readStrength } from '../../language/read-strength.ts';
import type { LanguageReading } from '../../language/strength.ts';
import { wordsApart } from '../../language/words-apart.ts';
import type { Draft } from '../../schema/draft.ts';
import type { ProvisionId } from '../../schema/ids.ts';
import { identityOf } from './identity.ts';

/** How the language of one provision moved, with the two readings. */
export interface ComparedLanguage {
  readonly before: LanguageReading;
  readonly now: LanguageReading;
  readonly drift: LanguageDrift;
}

/**
 * The drift of a provision from an earlier state, matched by identity (rules F10, L4); `undefined` where nothing drifted
 * or nothing can be read: another language, a heading, no verb of the lexicon.
 */
export function compareLanguage(earlier: Draft, later: Draft, id: ProvisionId): ComparedLanguage | undefined {
  const was = earlier.provisions.find((provision) => identityOf(provision.id) === identityOf(id));
  const [old, words] = [was && wordsApart(earlier, was.id), wordsApart(later, id)];
  if (old === undefined || words === undefined || old === words) return undefined;
  const [before, now] = [readStrength(old, earlier.language), readStrength(words, later.language)];
  const drift = driftBetween(before, now);
  if (!before || !now || !drift) return undefined;
  const told = drift.overall !== 'same' || drift.hedged.length + drift.unhedged.length > 0;
  return told ? { before, now, drift } : undefined;
}
