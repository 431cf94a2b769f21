import { ordinalValue, SUFFIX_PATTERN, suffixValue, type System } from './series.ts';

/** A number as it stands in a text, taken apart: `head ordinal close suffixes tail`; the parts joined give the label. */
export interface Label {
  /** `OP`, `Article `, `(`, `16.`, `pre `, `24 quater.` */
  readonly head: string;
  readonly ordinal: string;
  readonly system: System;
  /** The place of the ordinal in its series. */
  readonly value: number;
  /** `)` of `(a) bis`. */
  readonly close: string;
  /** As written, with the space before it: ` bis`, `quater`, ` alt 2`. */
  readonly suffixes: string;
  /** 1 for *bis*, 2 for *ter*; 0 where there is none. The last one, where there are several. */
  readonly suffix: number;
  /** `.`, `:`, ` -` */
  readonly tail: string;
}

const LABEL = new RegExp(
  `^(.*?)(\\d{1,9}|[٠-٩]{1,9}|[A-Za-z]{1,15}|[\\u0621-\\u064a]{1,6}|[一二三四五六七八九十]{1,3})([)\\]]*)((?:[ .]{0,2}${SUFFIX_PATTERN})*)([^\\p{L}\\p{N}]*)$`,
  'su',
);

/**
 * Takes a label apart (rule N6): `3 bis.`, `16.5 quater.`, `Pp1`, `Article 2bis`, `IV bis.`, `pre 63`, `(a) bis`.
 * `after`: the series of the label before, which settles whether `(v)` is a letter or a numeral.
 */
export function parseLabel(label: string, after?: System): Label | undefined {
  if (label.length > 60) return undefined;
  const found = LABEL.exec(label);
  if (found === null) return undefined;
  const [, head = '', ordinal = '', close = '', suffixes = '', tail = ''] = found;
  const system = systemOf(ordinal, after);
  const value = system === undefined ? undefined : ordinalValue(ordinal, system);
  if (system === undefined || value === undefined) return undefined;
  const last = new RegExp(`(${SUFFIX_PATTERN})[^\\p{L}]*$`, 'iu').exec(suffixes)?.[1];
  const suffix = last === undefined ? 0 : (suffixValue(last) ?? 0);
  return { head, ordinal, system, value, close, suffixes, suffix, tail };
}

function systemOf(ordinal: string, after: System | undefined): System | undefined {
  const fits = (system: System) => ordinalValue(ordinal, system) !== undefined;
  if (after !== undefined && fits(after)) return after;
  const order: readonly System[] =
    ordinal === 'i' || ordinal === 'I' || ordinal === 'V' || ordinal === 'X' || /^[ivx]{2,}$/iu.test(ordinal)
      ? ['roman', 'ROMAN', 'lower', 'upper']
      : ['figure', 'arabic-indic', 'lower', 'upper', 'arabic-words', 'abjad', 'han', 'roman', 'ROMAN'];
  return order.find(fits);
}

/** A label with what closes it left out, for use inside a sentence: `2 bis.` as `2 bis`, `一、` as `一`, `(a)` as it is. */
export function bareLabel(label: string): string {
  return label.replace(/[.:．、\s-]+$/u, '');
}

/** What two writings of one number share: `OP 3bis.`, `op3 bis` and `OP3BIS` give the same key. */
export function labelKey(label: string): string {
  return label
    .toLowerCase()
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/quinqiues/gu, 'quinquies')
    .replace(/novies/gu, 'nonies')
    .replace(/[\s()[\]:,‘’'"-]+/gu, '')
    .replace(/\.(?!\d)/gu, '');
}
