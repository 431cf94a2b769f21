import { useCallback, useMemo } from 'react';
import { driftBetween, type LanguageDrift } from '../../shared/language/drift.ts';
import { readStrength } from '../../shared/language/read-strength.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import type { LanguageReading } from '../../shared/language/strength.ts';
import type { ProvisionId } from '../../shared/schema/ids.ts';
import { useDraftLanguage, useOfDraft, useRevisions } from './hooks.ts';

/** How strong the language of a provision is, and how it moved since the last revision. */
export interface ProvisionLanguage {
  readonly now: LanguageReading;
  readonly since?: { readonly revision: string; readonly before: LanguageReading; readonly drift: LanguageDrift };
}

/** A provision's words with its variants apart: `[urges][invites]` are two words, and none in between is made up. */
export function textIn({ provisions, brackets }: Draft, id: ProvisionId): string | undefined {
  const found = provisions.find((provision) => provision.id === id);
  if (!found || found.kind === 'heading' || found.kind === 'note') return undefined;
  const edges = brackets
    .filter(({ variantOf }) => variantOf !== undefined)
    .flatMap(({ pieces }) => pieces.filter(({ provision }) => provision === id).flatMap(({ from, to }) => [from, to]));
  const cuts = [...new Set(edges)].filter((at) => at > 0 && at < found.text.length).sort((a, b) => b - a);
  return cuts.reduce((words, at) => `${words.slice(0, at)} ${words.slice(at)}`, found.text);
}

/** `undefined` where nothing can be read: another language, a heading, no verb of the lexicon. */
export function useLanguageOf(id: ProvisionId | undefined): ProvisionLanguage | undefined {
  const language = useDraftLanguage();
  const last = useRevisions().at(-1);
  const text = useOfDraft(useCallback((draft: Draft) => id && textIn(draft, id), [id]));
  const earlier = id && last && textIn(last.draft, id);
  return useMemo(() => {
    const now = text === undefined ? undefined : readStrength(text, language);
    if (!now) return undefined;
    const before = earlier === undefined || earlier === text ? undefined : readStrength(earlier, language);
    const drift = driftBetween(before, now);
    if (!last || !before || !drift || (drift.overall === 'same' && drift.hedged.length + drift.unhedged.length === 0))
      return { now };
    return { now, since: { revision: last.name, before, drift } };
  }, [text, earlier, language, last]);
}
