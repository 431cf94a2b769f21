import type { Language } from '../../schema/draft.ts';
import type { Provision } from '../../schema/provision.ts';

/** The language a text is written in, by its script and, for Latin letters, by its commonest words. */
export function guessLanguage(text: string): Language {
  const sample = text.slice(0, 20_000);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const letters = Math.max(1, count(/\p{L}/gu));
  if (count(/\p{Script=Arabic}/gu) / letters > 0.4) return 'ar';
  if (count(/\p{Script=Han}/gu) / letters > 0.4) return 'zh';
  if (count(/\p{Script=Cyrillic}/gu) / letters > 0.4) return 'ru';
  const english = count(/\b(?:the|and|of|to|by)\b/giu);
  const french = count(/\b(?:les|des|et|du|aux|une)\b/giu);
  const spanish = count(/\b(?:los|las|el|y|del|una)\b/giu);
  if (french > english && french > spanish) return 'fr';
  return spanish > english && spanish > french ? 'es' : 'en';
}

/** A title from a file's front matter, its first heading, or its first words; at most `LONGEST_TITLE` characters. */
export function guessTitle(provisions: readonly Provision[]): string {
  const first = provisions.slice(0, 40).filter(({ text }) => !SYMBOL.test(text.trim()));
  const matter = first.find((provision) => provision.kind === 'note' && /^title\s*:/iu.test(provision.text));
  const words =
    matter?.text.replace(/^title\s*:\s*/iu, '').replace(/^"(.*)"$/u, '$1') ??
    first.find((provision) => provision.kind === 'heading' && !provision.label)?.text ??
    lineAbove(first) ??
    first.find((provision) => provision.kind === 'heading')?.text ??
    first.find((provision) => /\p{L}/u.test(provision.text))?.text ??
    '';
  const title = words.replace(/\s+/gu, ' ').trim();
  return title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
}

const LONGEST_TITLE = 160;

/** A line by itself above the first number, which is no sentence: what a plain text has in the stead of a title's mark. */
function lineAbove(provisions: readonly Provision[]): string | undefined {
  const numbered = provisions.findIndex(({ label }) => Boolean(label));
  const line = provisions.slice(0, Math.max(0, numbered)).find(({ text }) => {
    const words = text.trim();
    return words.length <= LONGEST_TITLE && /\p{L}/u.test(words) && !/[.;:,،؛。；：]$/u.test(words);
  });
  return line?.text;
}

/** A document symbol that stands on a line of its own at the head of a file; else empty. */
export function guessSymbol(provisions: readonly Provision[]): string {
  const line = provisions.slice(0, 12).find((provision) => SYMBOL.test(provision.text.trim()));
  return line?.text.trim() ?? '';
}

const SYMBOL = /^[A-Z]{1,8}(?:\/[A-Z0-9][\w.-]*){2,8}(?:\s?Rev\.?\s?\d+)?$/u;
