import { numberDraft } from '../../shared/numbering/number.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import type { ProvisionId } from '../../shared/schema/ids.ts';
import type { Provision } from '../../shared/schema/provision.ts';
import { invariant } from '../../shared/schema/result.ts';

/**
 * What a draft may have read a day before: one paragraph worded otherwise, one not yet there, one that stood elsewhere,
 * one in two halves that were joined since, one that is gone since, and fewer brackets.
 */
export function earlierText(draft: Draft): Draft {
  const [, reworded, added, moved, joined] = draft.provisions.filter(({ kind }) => kind === 'operative');
  invariant(reworded && added && moved && joined, 'a draft to be shown has five paragraphs');
  const cut = joined.text.indexOf(' ', joined.text.length / 2);
  const half = { ...bare(joined), id: 'CHAIR-joinedlater1' as ProvisionId, text: joined.text.slice(cut + 1) };
  const gone = {
    ...bare(reworded),
    id: 'CHAIR-gonelater001' as ProvisionId,
    text: GONE[draft.language === 'ar' ? 'ar' : 'en'],
  };
  const provisions = draft.provisions.flatMap((each): Provision[] => {
    if (each === reworded) return [{ ...bare(each), text: otherWords(each.text) }, gone];
    if (each === joined) return [{ ...bare(each), text: each.text.slice(0, cut) }, half];
    return each === added || each === moved ? [] : [each];
  });
  const all = [...provisions, bare(moved)];
  const changed = new Set<ProvisionId>([reworded.id, added.id, joined.id]);
  const brackets = draft.brackets.filter(({ pieces }) => pieces.every(({ provision }) => !changed.has(provision)));
  const before = { ...draft, provisions: all, brackets };
  const numbers = numberDraft(before);
  return { ...before, provisions: all.map((each) => ({ ...each, label: numbers.get(each.id) ?? '' })) };
}

const GONE = {
  ar: 'وقررت الدول عقد اجتماع تحضيري قبل نهاية السنة.',
  en: 'States decided to hold a preparatory meeting before the end of the year.',
} as const;

/** The third word is another, and two are missing. */
function otherWords(text: string): string {
  const words = text.split(' ');
  return [...words.slice(0, 2), words.at(-1)?.replace('.', ''), ...words.slice(3, 5), ...words.slice(7)].join(' ');
}

function bare({ trim: _trim, label: _label, ...rest }: Provision): Provision {
  return { ...rest, marks: [] };
}
