import { useCallback, useMemo } from 'react';
import { readStrength } from '../../shared/language/read-strength.ts';
import { wordsApart } from '../../shared/language/words-apart.ts';
import { compareLanguage, type ComparedLanguage } from '../../shared/revisions/compare/compare-language.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import type { LanguageReading } from '../../shared/language/strength.ts';
import type { ProvisionId } from '../../shared/schema/ids.ts';
import { useDraftLanguage, useOfDraft, useRevisions, useSession } from './hooks.ts';

/** How strong the language of a provision is, and how it moved since the last revision. */
export interface ProvisionLanguage {
  readonly now: LanguageReading;
  readonly since?: ComparedLanguage & { readonly revision: string };
}

/** `undefined` where nothing can be read: another language, a heading, no verb of the lexicon. */
export function useLanguageOf(id: ProvisionId | undefined): ProvisionLanguage | undefined {
  const language = useDraftLanguage();
  const last = useRevisions().at(-1);
  const { draft } = useSession();
  const text = useOfDraft(useCallback((of: Draft) => id && wordsApart(of, id), [id]));
  return useMemo(() => {
    const now = text === undefined ? undefined : readStrength(text, language);
    if (!now) return undefined;
    const since = id && last && compareLanguage(last.draft, draft.get(), id);
    return since ? { now, since: { ...since, revision: last.name } } : { now };
  }, [text, language, last, id, draft]);
}
