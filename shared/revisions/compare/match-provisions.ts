/*
 * Which provision of the later draft is which of the earlier one (rule F10).
 *
 * Identity decides: a provision keeps its digits when it moves, is renumbered or reworded. What identity does not say is
 * where the words of a split went, and into what a provision was joined: a split names a new provision, a join leaves
 * one, and a plain value holds no more. So a provision that is new is taken to be split off another that lost its words,
 * and one that is gone to be joined to another that gained them, if most of its words are among those.
 */
import { diffWords } from '../../finding/diff-words.ts';
import type { Draft } from '../../schema/draft.ts';
import type { Provision } from '../../schema/provision.ts';
import type { Descent } from './comparison.ts';
import { identityOf } from './identity.ts';

export interface ProvisionMatch {
  /** In reading order. */
  readonly before: ReadonlyMap<string, Provision>;
  readonly after: ReadonlyMap<string, Provision>;
  readonly descents: ReadonlyMap<string, Descent>;
  readonly moved: ReadonlySet<string>;
}

/** The share of a provision's letters that must be among what another lost or gained. */
const MOST_OF_IT = 0.6;
/** Fewer letters than this could be found anywhere. */
const FEWEST_LETTERS = 8;

export function matchProvisions(earlier: Draft, later: Draft): ProvisionMatch {
  const before = byIdentity(earlier);
  const after = byIdentity(later);
  const kept = [...after.keys()].filter((identity) => before.has(identity));
  const reworded = kept.filter((identity) => before.get(identity)!.text !== after.get(identity)!.text);
  const words = (type: 'struck' | 'inserted') =>
    new Map(reworded.map((id) => [id, changed(before.get(id)!.text, after.get(id)!.text, type)]));
  const lost = words('struck');
  const gained = words('inserted');
  const descents = new Map<string, Descent>();
  for (const [identity, { text }] of after) {
    if (before.has(identity)) descents.set(identity, { type: 'kept' });
    else {
      const from = holderOf(text, lost);
      descents.set(identity, from === undefined ? { type: 'new' } : { type: 'split', from });
    }
  }
  for (const [identity, { text }] of before) {
    if (after.has(identity)) continue;
    const into = holderOf(text, gained);
    descents.set(identity, into === undefined ? { type: 'gone' } : { type: 'joined', into });
  }
  return { before, after, descents, moved: movedAmong(kept, { before, after }) };
}

function byIdentity({ provisions }: Draft): ReadonlyMap<string, Provision> {
  return new Map(provisions.map((provision) => [identityOf(provision.id), provision]));
}

function changed(before: string, after: string, wanted: 'struck' | 'inserted'): string {
  return diffWords(before, after)
    .flatMap(({ type, text }) => (type === wanted ? [text] : []))
    .join(' ');
}

/** Who lost or gained most of these words; the one that did so most where several did. */
function holderOf(text: string, changes: ReadonlyMap<string, string>): string | undefined {
  const letters = lettersIn(text);
  if (letters < FEWEST_LETTERS) return undefined;
  let best: string | undefined;
  let most = MOST_OF_IT;
  for (const [identity, words] of changes) {
    if (lettersIn(words) < letters * most) continue;
    const same = diffWords(words, text).flatMap((change) => (change.type === 'same' ? [change.text] : []));
    const share = lettersIn(same.join('')) / letters;
    if (share < most || (share === most && best !== undefined)) continue;
    best = identity;
    most = share;
  }
  return best;
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/**
 * Those that stand elsewhere: all but the heaviest run that kept its order, by letters, so that the shorter one of two
 * that changed places is the one that moved. What follows a paragraph that moved, and followed it before, moved with it.
 */
function movedAmong(
  kept: readonly string[],
  { before, after }: Pick<ProvisionMatch, 'before' | 'after'>,
): ReadonlySet<string> {
  const place = new Map([...before.keys()].map((identity, index) => [identity, index]));
  const weight = kept.map((identity) => after.get(identity)!.text.length + 1);
  const best: number[] = [];
  const back: number[] = [];
  let last = -1;
  kept.forEach((identity, index) => {
    let from = -1;
    for (let other = 0; other < index; other += 1) {
      if (place.get(kept[other]!)! < place.get(identity)! && best[other]! > (best[from] ?? 0)) from = other;
    }
    best.push((best[from] ?? 0) + weight[index]!);
    back.push(from);
    if (best[index]! > (best[last] ?? 0)) last = index;
  });
  const stayed = new Set<string>();
  for (let index = last; index >= 0; index = back[index]!) stayed.add(kept[index]!);
  const all = new Set(kept.filter((identity) => !stayed.has(identity)));
  const along = kept.filter((identity, index) => {
    const ahead = kept[index - 1];
    if (ahead === undefined || !all.has(identity) || !all.has(ahead)) return false;
    return place.get(ahead)! + 1 === place.get(identity)! && after.get(identity)!.kind === 'subparagraph';
  });
  for (const identity of along) all.delete(identity);
  return all;
}
