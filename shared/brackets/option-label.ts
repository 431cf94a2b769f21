import type { Bracket } from '../schema/bracket.ts';
import type { Language } from '../schema/draft.ts';
import { readLabel } from './reading/option-label-words.ts';

const LABELS: Readonly<Record<Language, (number: number) => string>> = {
  ar: (number) => `الخيار ${number}: `,
  en: (number) => `Option ${number}: `,
  es: (number) => `Opción ${number}: `,
  fr: (number) => `Option ${number} : `,
  ru: (number) => `Вариант ${number}: `,
  zh: (number) => `备选案文${number}：`,
};

/** How an option says that nothing should stand here, in the draft's language; read as "no text" again. */
export const NO_TEXT: Readonly<Record<Language, string>> = {
  ar: 'بدون نص',
  en: 'No text',
  es: 'Sin texto',
  fr: 'Pas de texte',
  ru: 'Без текста',
  zh: '无案文',
};

/** What is written before the words of an option over whole provisions, in the draft's language. */
export function optionLabel(number: number, language: Language): string {
  return LABELS[language](number);
}

/** What is written at a bracket's beginning in the stead of `[`: an option's label, where its words do not say it. */
export function writtenBefore({ bare, option }: Bracket, text: string, at: number): string {
  return bare !== true || option === undefined || optionLabelOf(text.slice(at)) !== '' ? '' : option;
}

/** The label "Option 1:" that words begin with, markup included; empty where they have none. */
export function optionLabelOf(words: string): string {
  return readLabel(words)?.label ?? '';
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** The label that follows one in its fashion: "Option 3: " behind "Option 2: ", "Alt C. " behind "Alt B. ". */
export function nextOptionLabel(label: string): string {
  const read = readLabel(label);
  const ordinal = /^[\s(]*([a-z]+|\d+)/iu.exec(read?.ordinal ?? '')?.[1];
  if (read === undefined || ordinal === undefined) return '';
  const own = read.backers === undefined ? label : read.head + label.slice(label.lastIndexOf(')') + 1);
  const at = own.toLowerCase().lastIndexOf(ordinal.toLowerCase());
  const rest = own.slice(at + ordinal.length).replace(/^\s?(?:bis|ter|quater|quinquies)/iu, '');
  const closed = /[^\p{L}\p{N}\s]/u.test(rest) ? rest : `:${rest}`;
  return own.slice(0, at) + nextOrdinal(ordinal) + (/\s$/u.test(closed) ? closed : `${closed} `);
}

/** An option's label with what is written behind its number, " (EU)". */
export function backedLabel(label: string, note: string): string {
  const place = backersPlace(label) ?? 0;
  return label.slice(0, place) + note + label.slice(place);
}

/** Where in words that begin with an option's label it says who stands behind it: "Option 2 (EU):". */
export function backersPlace(words: string): number | undefined {
  const read = readLabel(words);
  return read === undefined || read.backers !== undefined ? undefined : read.head.length;
}

function nextOrdinal(ordinal: string): string {
  if (/^\d+$/u.test(ordinal)) return String(Number(ordinal) + 1);
  const roman = ROMAN.indexOf(ordinal.toUpperCase());
  const next =
    roman >= 0 && ordinal.toUpperCase() !== 'C'
      ? (ROMAN[roman + 1] ?? `${ordinal}I`)
      : String.fromCharCode(ordinal.toUpperCase().charCodeAt(0) + 1);
  return ordinal === ordinal.toLowerCase() ? next.toLowerCase() : next;
}
