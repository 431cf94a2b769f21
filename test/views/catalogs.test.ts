import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { ENGLISH, loadCatalog, type MessageId } from '../../renderer/i18n/catalog.ts';
import { LANGUAGES } from '../../shared/schema/draft.ts';
import { HOST_REASONS } from '../../shared/host/channels.ts';
import { API_REFUSALS } from '../../shared/sync/protocol/api.ts';
import { CLOSE_CODES } from '../../shared/sync/protocol/close.ts';
import { WRITE_REFUSALS } from '../../shared/sync/protocol/refusal.ts';

const IDS = Object.keys(ENGLISH) as MessageId[];

/** The values a message takes. A brace after a plural's case opens words, not a value. */
function valuesOf(message: string): readonly string[] {
  const found = message.matchAll(/(?<!(?:=\d+|\b(?:zero|one|two|few|many|other))\s*)\{\s*([a-z]+)\s*[,}]/gi);
  return [...new Set([...found].map(([, name]) => name ?? ''))].toSorted();
}

const pluralsIn = (message: string) => [...message.matchAll(/\{\s*[a-z]+\s*,\s*plural\s*,/gi)].length;

describe.each(LANGUAGES)('V1 the catalog of %s', (language) => {
  it('V1 says everything, with the same values as English', async () => {
    const catalog = await loadCatalog(language);
    expect(Object.keys(catalog).toSorted()).toEqual(IDS.toSorted());
    for (const id of IDS) {
      expect(catalog[id].trim(), id).not.toBe('');
      expect(valuesOf(catalog[id]), id).toEqual(valuesOf(ENGLISH[id]));
      expect(pluralsIn(catalog[id]), id).toBe(pluralsIn(ENGLISH[id]));
    }
  });

  it('V1 formats every message at every number of its language', async () => {
    const messages = await loadCatalog(language);
    const errors: string[] = [];
    const intl = createIntl({ locale: language, messages, onError: (error) => errors.push(error.message) });
    for (const id of IDS) {
      for (const number of [0, 1, 2, 3, 11, 21, 100, 1_000_000]) {
        const values = Object.fromEntries(
          valuesOf(messages[id]).map((name) => [
            name,
            name === 'seconds' || isCounted(messages[id], name) ? number : 'X',
          ]),
        );
        const words = intl.formatMessage({ id }, values);
        expect(words, `${id} at ${number}`).not.toMatch(/[{}]/);
      }
    }
    expect(errors).toEqual([]);
  });

  it('V1 has a form for each plural that its grammar tells apart', async () => {
    const messages = await loadCatalog(language);
    // Millions have a form of their own in French and Spanish, which these sentences never reach.
    const needed = new Intl.PluralRules(language)
      .resolvedOptions()
      .pluralCategories.filter((form) => !(form === 'many' && (language === 'fr' || language === 'es')));
    for (const id of IDS) {
      // What only tells nothing from something has no plural to form.
      if (!/\bplural\b/.test(ENGLISH[id]) || !/\bone\s*\{/.test(ENGLISH[id])) continue;
      for (const form of needed) expect(messages[id], `${id}: ${form}`).toMatch(new RegExp(`\\b${form}\\s*\\{`));
    }
  });
});

function isCounted(message: string, name: string): boolean {
  return new RegExp(`\\{\\s*${name}\\s*,`).test(message);
}

it('V2 every reason of the relay, the host and the line has words', () => {
  const reasons = [...HOST_REASONS, ...API_REFUSALS, ...WRITE_REFUSALS, ...Object.keys(CLOSE_CODES)];
  for (const reason of reasons) expect(ENGLISH, reason).toHaveProperty([`reason.${reason}`]);
});
