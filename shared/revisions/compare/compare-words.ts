import { diffWords } from '../../finding/diff-words.ts';
import type { ComparedWords } from './comparison.ts';

/** Stands between provisions while they are compared as one text; a private character that no text holds. */
const SEAM = '\uE000';
/** What is shown where two provisions were joined. */
const PILCROW = '¶';

/**
 * What changed between provisions that were split or joined, or in one: a list for each of the later ones. Put together,
 * what stays and goes is the earlier text, with `¶` where two were joined; what stays and comes the later one.
 */
export function compareWords(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly ComparedWords[])[] {
  const lists: Stretch[][] = [[]];
  const put = (stretch: Stretch) => {
    const list = lists.at(-1)!;
    const last = list.at(-1);
    if (last === undefined || last.same !== stretch.same) list.push(stretch);
    else {
      list[list.length - 1] = stretch.same
        ? { same: true, text: last.same ? last.text + stretch.text : stretch.text }
        : last.same
          ? stretch
          : { same: false, struck: last.struck + stretch.struck, inserted: last.inserted + stretch.inserted };
    }
  };
  for (const { type, text } of diffWords(before.join(SEAM), after.join(SEAM))) {
    if (type === 'struck') {
      put({ same: false, struck: text.replaceAll(SEAM, PILCROW), inserted: '' });
      continue;
    }
    text.split(SEAM).forEach((part, index) => {
      if (index > 0) lists.push([]);
      if (part !== '') put(type === 'same' ? { same: true, text: part } : { same: false, struck: '', inserted: part });
    });
  }
  while (lists.length < after.length) lists.push([]);
  return lists.map(whole);
}

type Stretch =
  | { readonly same: true; readonly text: string }
  | { readonly same: false; readonly struck: string; readonly inserted: string };

/** `shall be` become `should do` is one change, not two with a blank between. */
function whole(stretches: readonly Stretch[]): readonly ComparedWords[] {
  const out: ComparedWords[] = [];
  stretches.forEach((stretch, index) => {
    const last = out.at(-1);
    const isGap =
      stretch.same &&
      /^\s+$/u.test(stretch.text) &&
      isReplaced(stretches[index - 1]) &&
      isReplaced(stretches[index + 1]);
    if (stretch.same && !isGap) out.push({ type: 'same', text: stretch.text });
    else {
      const { struck, inserted } = stretch.same ? { struck: stretch.text, inserted: stretch.text } : stretch;
      if (last?.type !== 'changed') out.push({ type: 'changed', struck, inserted });
      else out[out.length - 1] = { type: 'changed', struck: last.struck + struck, inserted: last.inserted + inserted };
    }
  });
  // A blank that went where a provision was cut is no change that anybody looks for.
  return out.filter(
    (words, index) => words.type === 'same' || (index > 0 && index < out.length - 1) || !isBlank(words),
  );
}

function isBlank({ struck, inserted }: { readonly struck: string; readonly inserted: string }): boolean {
  return (struck + inserted).trim() === '';
}

function isReplaced(stretch: Stretch | undefined): boolean {
  return stretch !== undefined && !stretch.same && stretch.struck !== '' && stretch.inserted !== '';
}
