import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { IntlProvider } from 'react-intl';
import { invariant } from '../../shared/schema/result.ts';
import type { Language } from '../../shared/schema/draft.ts';
import { ENGLISH, loadCatalog, type Catalog } from './catalog.ts';
import { directionOf, keepLanguage, preferredLanguage } from './language.ts';

interface LanguageChoice {
  readonly language: Language;
  choose(language: Language): void;
}

const LanguageContext = createContext<LanguageChoice | undefined>(undefined);

/** The interface's language, and the way to choose another. */
export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext);
  invariant(choice, 'the language is chosen above every screen');
  return choice;
}

/** Gives all below it one language: words, numbers, dates, direction. The page changes when its words are there. */
export function LanguageProvider({ initial, children }: { initial?: Language; children: ReactNode }) {
  const [wanted, want] = useState<Language>(() => initial ?? preferredLanguage());
  const [spoken, speak] = useState<{ language: Language; catalog: Catalog } | undefined>(
    wanted === 'en' ? { language: 'en', catalog: ENGLISH } : undefined,
  );

  useEffect(() => {
    let late = false;
    void loadCatalog(wanted).then((catalog) => {
      if (!late) speak({ language: wanted, catalog });
    });
    return () => {
      late = true;
    };
  }, [wanted]);

  const language = spoken?.language;
  useEffect(() => {
    if (!language) return;
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [language]);

  const choice = useMemo(
    () => ({
      language: language ?? wanted,
      choose(next: Language) {
        keepLanguage(next);
        want(next);
      },
    }),
    [language, wanted],
  );

  if (!spoken) return null;
  return (
    <LanguageContext.Provider value={choice}>
      <I18nProvider locale={LOCALES[spoken.language]}>
        <IntlProvider locale={LOCALES[spoken.language]} messages={spoken.catalog} onError={reportOnce}>
          {children}
        </IntlProvider>
      </I18nProvider>
    </LanguageContext.Provider>
  );
}

/** With a region, so that times, dates and figures are written as in the documents of the United Nations. */
const LOCALES = { ar: 'ar-EG', zh: 'zh-CN', en: 'en-GB', fr: 'fr-FR', ru: 'ru-RU', es: 'es-ES' } as const;

function reportOnce(error: Error): void {
  console.error(error);
}
