import { isOwn, markWithdrawn, mayWrite } from '../writing/bracket-write.ts';
import type { BracketRecord } from '../document/bracket-record.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { entryOf } from '../writing/new-provision.ts';
import { sortWords } from '../writing/own-words.ts';
import { workings } from '../replica.ts';
import type { Replica } from '../replica.ts';
import { soundSpans, stretchesOf } from '../writing/spans.ts';
import type { Stretch } from '../writing/spans.ts';
import { segmentAt } from '../reading/strand.ts';
import { ownPartings } from '../writing/strike.ts';
import { deleteWords, editStructure } from '../writing/write.ts';
import type { BracketId, ProvisionId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

/**
 * Takes one's own bracket back. A proposal of words takes its words along, so that it leaves no trace in the text; a
 * choice takes along the variants one put in oneself; where others put some in too, the choice stays for them. Others'
 * words stay, whatever they stood in.
 */
export function withdrawBracket(
  replica: DraftReplica,
  hand: Hand,
  request: { readonly bracket: BracketId },
): WriteOutcome<BracketId> {
  const live = workings(replica);
  if (!mayWrite(hand)) return refuse('chair-only');
  const { brackets } = live.index;
  const record = brackets.records.get(request.bracket);
  if (record === undefined || record.closed !== undefined) return refuse('bracket-gone');
  if (!isOwn(hand, record.id)) return refuse('not-yours');
  const family = isShared(live, hand, record)
    ? brackets.variantsOf(record.id).filter((each) => each.kind === 'insert' && isOwn(hand, each.id))
    : familyOf(live, hand, record);
  if (family.length === 0) return refuse('nothing-to-do');
  const proposals = family.filter((each) => each.kind === 'insert');
  const gone = new Set(proposals.flatMap((each) => ownProvisions(hand, each)));
  const words = proposals.flatMap((each) => ownWordsOf(live, hand, { record: each, gone }));
  const partings = proposals.flatMap((each) => ownPartings(live, hand, each, (owner) => live.index.views.get(owner)!));
  editStructure(live, () => {
    deleteWords([...words, ...partings]);
    for (const id of gone) entryOf(live, id)?.set('hidden', true);
    for (const each of family) markWithdrawn(live, hand, each.id);
  });
  return ok(record.id);
}

/** Whether others have put wordings of theirs into a choice: it goes on for them, and only one's own go. */
function isShared(live: Replica, hand: Hand, { id, kind }: BracketRecord): boolean {
  const isOthers = (each: BracketRecord) => each.kind === 'insert' && !isOwn(hand, each.id);
  return kind === 'choice' && live.index.brackets.variantsOf(id).some(isOthers);
}

/** What goes with a bracket: a choice's own variants; for its only proposed variant, the choice itself. */
function familyOf(live: Replica, hand: Hand, record: BracketRecord): BracketRecord[] {
  const { brackets } = live.index;
  const family = new Map<BracketId, BracketRecord>();
  const waiting = [record];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (family.has(each.id)) continue;
    family.set(each.id, each);
    waiting.push(...brackets.variantsOf(each.id).filter((variant) => isOwn(hand, variant.id)));
    const choice = each.variantOf === undefined ? undefined : brackets.records.get(each.variantOf);
    if (choice === undefined || choice.closed !== undefined || !isOwn(hand, choice.id)) continue;
    const others = brackets.variantsOf(choice.id).filter((variant) => !family.has(variant.id));
    if (others.every((variant) => isOwn(hand, variant.id) && variant.kind !== 'insert')) waiting.push(choice);
  }
  return [...family.values()];
}

/** Provisions that were proposed whole: they go out of sight with all their words. */
function ownProvisions(hand: Hand, { pieces }: BracketRecord): ProvisionId[] {
  return pieces.flatMap(({ provision }) => (provision !== undefined && isOwn(hand, provision) ? [provision] : []));
}

function ownWordsOf(
  live: Replica,
  hand: Hand,
  of: { readonly record: BracketRecord; readonly gone: ReadonlySet<ProvisionId> },
): Stretch[] {
  const spans = soundSpans(live.index, live.bracket(of.record.id)?.pieces ?? []) ?? [];
  return spans
    .flatMap((span) => stretchesOf(live.index, span))
    .filter(({ view, from }) => !of.gone.has(view.segments[segmentAt(view, from)]!.provision))
    .flatMap((stretch) =>
      sortWords(live, hand, stretch)
        .filter((each) => each.own)
        .map(({ from, to }) => ({ ...stretch, from, to })),
    );
}
