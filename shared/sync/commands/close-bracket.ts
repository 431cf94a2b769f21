import { letsStand, mayDraft, markClosed } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { entryOf, ruleIn, ruleOut } from '../writing/new-provision.ts';
import { workings } from '../replica.ts';
import type { Replica } from '../replica.ts';
import { RULING } from '../document/roots.ts';
import { soundSpans, stretchesOf } from '../writing/spans.ts';
import { deleteWords } from '../writing/write.ts';
import { familyOf } from '../../brackets/family.ts';
import { optionLabelOf } from '../../brackets/option-label.ts';
import { putWords } from '../writing/put-words.ts';
import { spotOf } from '../reading/anchor.ts';
import { resolveBracket } from '../../brackets/resolve.ts';
import type { Resolution } from '../../brackets/resolve.ts';
import { isShapeKind } from '../../schema/bracket.ts';
import type { Closure } from '../../schema/bracket.ts';
import { carryOut } from '../shaping/carry-out.ts';
import type { BracketId, ProvisionId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

export interface CloseRequest {
  readonly bracket: BracketId;
  readonly closure: Closure;
  /** The brackets in it too, as `familyOf` says. */
  readonly family?: boolean;
}

/**
 * Carries out a ruling on a bracket: it is closed, and the text follows. Undo never takes it back; another ruling
 * does. Accepting a proposal to move, split or join brings it about. Words that were typed into the bracket elsewhere
 * at the same time stand outside it afterwards, and count as open.
 */
export function closeBracket(replica: DraftReplica, hand: Hand, request: CloseRequest): WriteOutcome<BracketId> {
  const live = workings(replica);
  if (!mayDraft(hand)) return refuse('chair-only');
  const bracket = live.bracket(request.bracket);
  if (bracket === undefined || bracket.closed !== undefined) return refuse('bracket-gone');
  const draft = live.read();
  const { closure } = request;
  const settled = resolveBracket(draft, bracket.id, closure);
  if (settled === undefined) return refuse('variant-unknown');
  const { ruling, at } = closure;
  const inside = (request.family ? familyOf(draft, bracket.id, closure) : []).flatMap(
    ({ bracket: id, outcome }) => resolveBracket(draft, id, { outcome, at, ...(ruling && { ruling }) }) ?? [],
  );
  const accepted = isShapeKind(bracket.kind) && closure.outcome === 'keep';
  const shaping = accepted ? carryOut(live, hand, bracket) : undefined;
  if (shaping?.ok === false) return shaping;
  live.doc.transact(() => {
    shaping?.value.write();
    takeNumber(live, settled);
    const all = [settled, ...inside];
    settle(live, [...all, ...putAlone(live, all)]);
  }, RULING);
  return ok(bracket.id);
}

/** An option that stands in the stead of a provision with a frozen number takes the number (rule N9). */
function takeNumber(live: Replica, { hide }: Resolution): void {
  const gone = new Set(hide);
  const taken = new Set<ProvisionId>();
  for (const { id, relation } of live.read().provisions) {
    if (relation?.type !== 'optionTo' || gone.has(id) || !gone.has(relation.to)) continue;
    if (taken.has(relation.to)) continue;
    taken.add(relation.to);
    const label = live.provision(relation.to)?.label;
    if (label) entryOf(live, id)?.set('label', label);
  }
}

/**
 * A wording whose choice is over, and which is accepted, stands in the text by itself: a blank comes in the stead of the
 * slash that parted it from the one before, and "Option 3:" goes; inside a transaction. Gives what is to be erased.
 */
function putAlone(live: Replica, settled: readonly Resolution[]): Resolution[] {
  return settled.flatMap(({ close }) =>
    close.flatMap(({ bracket, closure }) => {
      const record = live.index.brackets.records.get(bracket);
      const [piece] = live.bracket(bracket)?.pieces ?? [];
      if (record === undefined || piece === undefined || !letsStand(record, closure)) return [];
      const parting = live.index.brackets.loosePartingOf(record);
      if (parting === undefined) return [];
      const { provision } = piece;
      const { text } = live.provision(provision)!;
      const words = piece.from + parting;
      const label = optionLabelOf(text.slice(words, piece.to)).length;
      const lead = text.slice(piece.from, words);
      // One blank of those round the slash stays.
      const from = piece.from + Number(/^\s/u.test(lead));
      const to = from === piece.from && /\s$/u.test(lead) ? words - 1 : words;
      const erase = [{ provision, from: words, to: words + label }];
      if (lead.includes('/')) erase.push({ provision, from, to });
      const isParted = /\s/u.test(lead) || !/\S$/u.test(text.slice(0, from)) || !/^\S/u.test(text.slice(words + label));
      const spot = isParted ? undefined : spotOf(live.index, { provision, offset: from }, -1);
      if (spot !== undefined) putWords(live, spot, { text: ' ' });
      return [{ erase, close: [], hide: [] }];
    }),
  );
}

/** With the last wording of a choice that is moot the choice ends, and what is left of the words that stood. */
function emptied({ index: { brackets } }: Replica, ended: Resolution['close']): Resolution['close'] {
  const moot = new Map<BracketId, Closure>();
  for (const { bracket, closure } of ended) {
    const choice = brackets.records.get(bracket)?.variantOf;
    if (choice !== undefined && brackets.isMoot(choice)) moot.set(choice, { ...closure, outcome: 'drop' });
  }
  return [...moot].flatMap(([choice, closure]) =>
    [choice, ...brackets.wordingsOf(choice).map(({ id }) => id)].map((bracket) => ({ bracket, closure })),
  );
}

/** Writes what rulings come to; inside a transaction, of the draft as it was before it. */
export function settle(live: Replica, settled: readonly Resolution[]): void {
  const { index } = live;
  const spans = soundSpans(
    index,
    settled.flatMap(({ erase }) => erase),
  );
  const stretches = (spans ?? []).flatMap((span) => stretchesOf(index, span));
  const closed = new Set<BracketId>();
  const ended = settled.flatMap(({ close }) => close);
  const closing = new Set(ended.map(({ bracket }) => bracket));
  for (const { bracket: id, closure } of [...ended, ...emptied(live, ended)]) {
    const record = closed.has(id) ? undefined : index.brackets.records.get(id);
    closed.add(id);
    if (record === undefined) continue;
    markClosed(live, record, { closure, closing });
    for (const { provision } of letsStand(record, closure) ? record.pieces : [])
      if (provision !== undefined) ruleIn(live, provision);
  }
  deleteWords(stretches);
  for (const id of settled.flatMap(({ hide }) => hide)) {
    for (const part of index.composed.get(id)?.parts ?? []) ruleOut(live, part.provision);
  }
}
