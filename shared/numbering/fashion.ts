import type { Language } from '../schema/draft.ts';
import type { Provision } from '../schema/provision.ts';
import type { System } from './series.ts';

/** Which provisions of a document are numbered, and how they are called; the shape of a BMS outcome is the default. */
export interface NumberingStyle {
  /** `PP1`, or no number. */
  readonly preambular: 'PP' | 'none';
  /** `OP1`, or `1.` */
  readonly operative: 'OP' | 'plain';
  /** `I.`, then `A.` */
  readonly headings: 'numbered' | 'none';
}

export const OUTCOME_STYLE: NumberingStyle = { preambular: 'none', operative: 'plain', headings: 'numbered' };
export const RESOLUTION_STYLE: NumberingStyle = { preambular: 'PP', operative: 'OP', headings: 'none' };

/** How one series of siblings is written. */
export interface Fashion {
  readonly head: string;
  readonly system: System;
  readonly close: string;
  readonly tail: string;
}

/**
 * How a provision is numbered where nothing is frozen (rules N1 and N5): paragraphs in figures, then (a), (i), a., i.;
 * French, Russian and Spanish write `a)`, Arabic and Chinese use their own numerals. `undefined`: it has no number.
 */
export function fashionOf(provision: Provision, language: Language, style: NumberingStyle): Fashion | undefined {
  switch (provision.kind) {
    case 'note':
    case 'chapeau':
      return undefined;
    case 'heading':
      return style.headings === 'none' ? undefined : headingFashion(provision.level, language);
    case 'preambular':
      return style.preambular === 'none' ? undefined : { head: 'PP', system: 'figure', close: '', tail: '' };
    case 'operative':
      if (style.operative === 'OP') return { head: 'OP', system: 'figure', close: '', tail: '' };
      return language === 'ar'
        ? { head: '', system: 'arabic-indic', close: '', tail: ' -' }
        : { head: '', system: 'figure', close: '', tail: '.' };
    case 'subparagraph':
      return subparagraphFashion(Math.max(1, provision.level), language);
  }
}

function headingFashion(level: number, language: Language): Fashion | undefined {
  if (level > 1) return undefined;
  if (language === 'ar') {
    return { head: '', system: level === 0 ? 'arabic-words' : 'abjad', close: '', tail: ' -' };
  }
  if (language === 'zh' && level === 0) return { head: '', system: 'han', close: '', tail: '、' };
  return { head: '', system: level === 0 ? 'ROMAN' : 'upper', close: '', tail: '.' };
}

function subparagraphFashion(level: number, language: Language): Fashion {
  const step = (level - 1) % 4;
  if (language === 'ar') {
    const system = step % 2 === 0 ? 'abjad' : 'arabic-indic';
    return step < 2 ? { head: '(', system, close: ')', tail: '' } : { head: '', system, close: '', tail: ' -' };
  }
  if (step >= 2) return { head: '', system: step === 2 ? 'lower' : 'roman', close: '', tail: '.' };
  const system: System = step === 0 ? 'lower' : language === 'zh' ? 'han' : 'roman';
  const opened = language === 'en' || language === 'zh';
  return { head: opened ? '(' : '', system, close: ')', tail: '' };
}
