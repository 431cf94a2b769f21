import type { Language } from '../schema/draft.ts';
import type { Provision } from '../schema/provision.ts';

/*
 * The page on which lines are counted (rule F5): A4, words 139.4 mm wide, set in the bundled Noto faces at 10.5 point.
 * A line's number hangs on nothing else: not on the window, not on the screen's fonts, not on who looks. Lengths are in
 * ems of that size, so that the screen, whose letters are larger, shows the same page at another scale.
 *
 * Lines are counted from 1 through the whole text, headings included. What is counted is the text with its brackets;
 * names of proponents stand beside the brackets and take no room, so that the attributed and the unattributed rendering
 * have the same lines. The clean rendering is another text, with lines of its own.
 */
export const PAGE = {
  emMm: 3.704,
  /** Width of the words of an outermost paragraph. */
  column: 37.647,
  /** Before the words: room for the paragraph's number. */
  number: 4.235,
  /** By how much each level stands further in. */
  step: 1.882,
} as const;

/** How large the letters of a provision are, in ems of the page. */
export function letterSize({ kind, level }: Pick<Provision, 'kind' | 'level'>, language: Language): number {
  const script = language === 'ar' ? 1.12 : 1;
  if (kind === 'heading') return script * (level === 0 ? 1.22 : 1.06);
  return kind === 'note' ? script * 0.92 : script;
}

/** How wide a line of a provision may be, in ems of its own letters. */
export function lineWidth(provision: Pick<Provision, 'kind' | 'level'>, language: Language): number {
  const indent = provision.kind === 'heading' ? 0 : Math.min(provision.level, 4) * PAGE.step;
  return (PAGE.column - indent) / letterSize(provision, language);
}
