import { draftIndex } from '../../brackets/draft-index.ts';
import { markedExcerptOf, marksIn } from '../../brackets/excerpt.ts';
import { numberDraft } from '../../numbering/number.ts';
import type { Bracket } from '../../schema/bracket.ts';
import type { Draft } from '../../schema/draft.ts';
import { CHAIR } from '../../schema/ids.ts';
import type { Provision } from '../../schema/provision.ts';
import { compareWords } from './compare-words.ts';
import type {
  Comparable,
  ComparedProvision,
  ComparedRow,
  ComparedSide,
  ComparedWords,
  Comparison,
} from './comparison.ts';
import { changesIn, countChanges } from './count-changes.ts';
import { disputesOf, unknownTo, type Dispute } from './disputes.ts';
import { matchProvisions, type ProvisionMatch } from './match-provisions.ts';
import { pushTo } from '../../schema/push-to.ts';

/**
 * Two states of a draft compared, provision by provision and word by word (rule F10). Whatever the later state has comes
 * in its order; what is gone, and the places of what moved, stand behind what they stood behind.
 */
export function compareDrafts(earlier: Comparable, later: Comparable): Comparison {
  const match = matchProvisions(earlier.draft, later.draft);
  const words = wordsOf(match, earlier.draft, later.draft);
  const [before, after] = [disputesOf(earlier.draft), disputesOf(later.draft)];
  const opened = byHome(unknownTo(after, before));
  const closed = byHome(unknownTo(before, after));
  const sides = { before: sideIn(earlier.draft), after: sideIn(later.draft) };
  const compared = (identity: string): ComparedProvision => {
    const [was, is] = [match.before.get(identity), match.after.get(identity)];
    const here = opened.get(identity) ?? [];
    const facts = {
      type: 'provision' as const,
      identity,
      ...(was && { before: sides.before(was) }),
      ...(is && { after: sides.after(is) }),
      descent: match.descents.get(identity)!,
      moved: match.moved.has(identity),
      recast: was !== undefined && is !== undefined && (was.kind !== is.kind || was.level !== is.level),
      words: words.get(identity) ?? [],
      opened: here,
      closed: closed.get(identity) ?? [],
      by: later.attributed
        ? [...new Set(here.map(({ proponent }) => proponent))].filter((code) => code !== CHAIR).toSorted()
        : [],
    };
    return { ...facts, changes: changesIn(facts) };
  };
  const rows: ComparedRow[] = [...match.after.keys()].map(compared);
  let place = -1;
  for (const identity of match.before.keys()) {
    const stays = match.after.has(identity) && !match.moved.has(identity);
    if (stays) place = rows.findIndex((row) => row.type === 'provision' && row.identity === identity);
    else {
      place += 1;
      rows.splice(place, 0, match.moved.has(identity) ? { type: 'left', identity } : compared(identity));
    }
  }
  return { rows, counts: countChanges(rows) };
}

/** The words of each provision that stands later; of what is gone, struck. What was joined shows its words where they went. */
function wordsOf(match: ProvisionMatch, earlier: Draft, later: Draft): ReadonlyMap<string, readonly ComparedWords[]> {
  const found = new Map<string, readonly ComparedWords[]>();
  for (const family of familiesOf(match)) {
    const was = [...match.before].filter(([identity]) => family.has(identity));
    const is = [...match.after].filter(([identity]) => family.has(identity));
    const [earlierWords, laterWords] = [
      was.map(([, provision]) => printed(earlier, provision)),
      is.map(([, provision]) => printed(later, provision)),
    ];
    const lists = compareWords(
      earlierWords.map(({ text }) => text),
      laterWords.map(({ text }) => text),
    );
    // Where words went from one provision to another, what is struck is not put together as one text.
    const before = was.length === 1 && is.length <= 1 ? earlierWords[0] : undefined;
    if (is.length === 0) found.set(was[0]![0], withMarks(lists[0]!, { before, after: undefined }));
    is.forEach(([identity], index) =>
      found.set(identity, withMarks(lists[index]!, { before, after: laterWords[index] })),
    );
  }
  return found;
}

/** Provisions whose words went from one to another stand together; all others by themselves. */
function familiesOf({ descents }: ProvisionMatch): Iterable<ReadonlySet<string>> {
  const families = new Map<string, Set<string>>();
  for (const identity of descents.keys()) families.set(identity, new Set([identity]));
  for (const [identity, descent] of descents) {
    const kin = descent.type === 'split' ? descent.from : descent.type === 'joined' ? descent.into : undefined;
    if (kin === undefined) continue;
    const together = new Set([...families.get(kin)!, ...families.get(identity)!]);
    for (const each of together) families.set(each, together);
  }
  return new Set(families.values());
}

function printed(draft: Draft, provision: Provision): Printed {
  const stretches = draftIndex(draft).stretches.get(provision.id) ?? [];
  return markedExcerptOf(provision, { brackets: stretches.map(({ bracket }) => bracket) });
}

type Printed = ReturnType<typeof markedExcerptOf>;

/** What of the words is set in italics or bold, in either state; nothing of a state whose words these are not, whole. */
function withMarks(
  words: readonly ComparedWords[],
  of: { readonly before: Printed | undefined; readonly after: Printed | undefined },
): readonly ComparedWords[] {
  const wordsIn = (each: ComparedWords, stays: 'struck' | 'inserted') =>
    each.type === 'same' ? each.text : each[stays];
  const whole = (stays: 'struck' | 'inserted') => words.map((each) => wordsIn(each, stays)).join('');
  const before = of.before?.text === whole('struck') ? of.before.marks : [];
  const after = of.after?.text === whole('inserted') ? of.after.marks : [];
  if (before.length + after.length === 0) return words;
  let [was, is] = [0, 0];
  return words.map((each): ComparedWords => {
    const struckMarks = marksIn(before, was, (was += wordsIn(each, 'struck').length));
    const marks = marksIn(after, is, (is += wordsIn(each, 'inserted').length));
    const own = { ...each, ...(marks.length > 0 && { marks }) };
    return own.type === 'changed' && struckMarks.length > 0 ? { ...own, struckMarks } : own;
  });
}

function sideIn(draft: Draft): (provision: Provision) => ComparedSide {
  const numbers = numberDraft(draft);
  return (provision) => ({ provision, number: numbers.get(provision.id) ?? '' });
}

function byHome(disputes: readonly Dispute[]): ReadonlyMap<string, readonly Bracket[]> {
  const found = new Map<string, Bracket[]>();
  for (const { home, bracket } of disputes) if (home !== undefined) pushTo(found, home, bracket);
  return found;
}
