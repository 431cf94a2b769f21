import { OPTION_LABEL } from './reading/match.ts';

/** The label "Option 1:" that words begin with, markup included; empty where they have none. */
export function optionLabelOf(words: string): string {
  return OPTION_LABEL.exec(words.slice(0, 80))?.[0] ?? '';
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** The label that follows one in its fashion: "Option 3: " behind "Option 2: ", "Alt C. " behind "Alt B. ". */
export function nextOptionLabel(label: string): string {
  const ordinal = /^[\s(]*([a-z]+|\d+)/iu.exec(OPTION_LABEL.exec(label)?.[2] ?? '')?.[1];
  if (ordinal === undefined) return '';
  const at = label.toLowerCase().lastIndexOf(ordinal.toLowerCase());
  const rest = label.slice(at + ordinal.length).replace(/^\s?(?:bis|ter|quater|quinquies)/iu, '');
  const closed = /[^\p{L}\p{N}\s]/u.test(rest) ? rest : `:${rest}`;
  return label.slice(0, at) + nextOrdinal(ordinal) + (/\s$/u.test(closed) ? closed : `${closed} `);
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
