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

/** A title from a file's front matter, its first heading, or its first words; at most 160 characters. */
export function guessTitle(provisions: readonly Provision[]): string {
  const first = provisions.slice(0, 40);
  const matter = first.find((provision) => provision.kind === 'note' && /^title\s*:/iu.test(provision.text));
  const words =
    matter?.text.replace(/^title\s*:\s*/iu, '').replace(/^"(.*)"$/u, '$1') ??
    first.find((provision) => provision.kind === 'heading')?.text ??
    first.find((provision) => /\p{L}/u.test(provision.text))?.text ??
    '';
  const title = words.replace(/\s+/gu, ' ').trim();
  return title.length <= 160 ? title : `${title.slice(0, 159).trimEnd()}…`;
}

/** A document symbol that stands on a line of its own at the head of a file; else empty. */
export function guessSymbol(provisions: readonly Provision[]): string {
  const line = provisions
    .slice(0, 12)
    .find((provision) => /^[A-Z]{1,8}(?:\/[A-Z0-9][\w.-]*){2,8}(?:\s?Rev\.?\s?\d+)?$/u.test(provision.text.trim()));
  return line?.text.trim() ?? '';
}
