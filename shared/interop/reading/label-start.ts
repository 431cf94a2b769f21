import { SUFFIX_PATTERN } from '../../numbering/series.ts';

/** What a line can begin with. `article`: "Article 2", "Annex I"; `footnote`: `[^1]:` */
type StartKind = 'figure' | 'paren' | 'letter' | 'capital' | 'roman' | 'titled' | 'article' | 'bullet' | 'footnote';

/** A number at the beginning of a line, taken apart; the parts joined are the line up to its words. */
export interface LabelStart {
  readonly kind: StartKind;
  /** `[` characters before the number. */
  readonly opening: string;
  readonly inset: string;
  readonly label: string;
  /** White space after the number. */
  readonly gap: string;
  /** Certain by itself; else it counts only where a paragraph may well begin. */
  readonly certain: boolean;
}

const SUFFIXES = `(?:\\s?\\.?\\s?${SUFFIX_PATTERN}(?![\\p{Ll}]))`;
const BREAK = '(?=\\s|$|[*_[\\\\])';
const FIGURES = '\\d{1,3}(?:\\.\\d{1,3}){0,3}';

/** In the order in which they are tried. */
const FORMS: readonly { readonly kind: StartKind; readonly form: string; readonly certain: boolean }[] = [
  { kind: 'titled', form: `(?:PP|Pp|pp|OP|Op)\\s?\\d{1,3}[a-z]?${SUFFIXES}*[.:]?${BREAK}`, certain: true },
  {
    kind: 'figure',
    form: `(?:pre\\s)?${FIGURES}${SUFFIXES}+(?:\\.\\d{1,2})?[.):]*(?=\\s|$|[*_[\\\\]|\\p{Lu})`,
    certain: true,
  },
  { kind: 'figure', form: `(?:pre\\s)?${FIGURES}(?:\\.?[-–]\\d{1,3})?[.):]+${BREAK}`, certain: false },
  { kind: 'figure', form: `[٠-٩]{1,3}${SUFFIXES}*\\s?[-.–)]${BREAK}`, certain: true },
  { kind: 'figure', form: `\\d{1,3}(?=\\s+[*_[\\\\]*\\p{Lu})`, certain: false },
  { kind: 'figure', form: `\\d{1,3}(?:\\.\\d{1,3}){1,3}(?=\\s+[*_[\\\\]*\\p{Lu})`, certain: false },
  {
    kind: 'paren',
    form: `\\((?:[a-z]{1,2}|[ivxl]{1,5}|\\d{1,2}|[A-Z]|[\\u0621-\\u064a]|[一二三四五六七八九十]{1,3})\\)${SUFFIXES}*\\.?(?=\\s|$|[*_[\\\\]|\\p{Lu})`,
    certain: false,
  },
  { kind: 'letter', form: `(?:[a-z]|[ivx]{1,4}|\\d{1,2})\\)${SUFFIXES}*${BREAK}`, certain: false },
  { kind: 'roman', form: `[IVXL]{1,6}${SUFFIXES}*\\.${BREAK}`, certain: false },
  { kind: 'roman', form: '[一二三四五六七八九十]{1,3}、', certain: true },
  { kind: 'roman', form: '(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا)\\s?[-–]', certain: true },
  { kind: 'capital', form: `[A-Z]${SUFFIXES}*\\.${BREAK}`, certain: false },
  { kind: 'letter', form: `[a-z]\\.(?=\\s)`, certain: false },
  {
    kind: 'article',
    form: `(?:Article|ARTICLE|Section|SECTION|Chapter|CHAPTER|Part|PART|Annex|ANNEX|Rule|RULE|المادة)\\s(?:\\d{1,3}|[٠-٩]{1,3}|[IVXL]{1,6}|[A-Z])${SUFFIXES}*(?=[\\s.:\\]]|$)`,
    certain: false,
  },
  { kind: 'footnote', form: '(?=\\[\\^[^\\]\\s]{1,20}\\]:)', certain: true },
  { kind: 'bullet', form: '[-*+•–◦](?=\\s)', certain: false },
];

const STARTS = FORMS.map(({ kind, form, certain }) => ({
  kind,
  certain,
  pattern: new RegExp(`^(\\[{0,20})(\\s{0,4})(${form})(\\s*)`, 'u'),
}));

/** The number that a line's words (without indentation) begin with; brackets may stand before it. */
export function labelStart(words: string): LabelStart | undefined {
  const reach = words.length > 160 ? words.slice(0, 160) : words;
  if (!/^[[\s]*[\p{L}\p{N}(^\-*+•–◦]/u.test(reach)) return undefined;
  for (const { kind, certain, pattern } of STARTS) {
    const found = pattern.exec(reach);
    if (found === null) continue;
    const [, opening = '', inset = '', label = '', gap = ''] = found;
    if (inset !== '' && opening === '') continue;
    if (kind === 'bullet' && opening !== '') continue;
    return { kind, opening, inset, label, gap, certain };
  }
  return undefined;
}
