import { letsStand, mayDraft, markClosed } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { entryOf, ruleIn, ruleOut } from '../writing/new-provision.ts';
import { workings } from '../replica.ts';
import type { Replica } from '../replica.ts';
import { RULING } from '../document/roots.ts';
import { soundSpans, stretchesOf } from '../writing/spans.ts';
import { deleteWords } from '../writing/write.ts';
import { familyOf } from '../../brackets/family.ts';
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
    settle(live, [settled, ...inside]);
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

/** Writes what rulings come to; inside a transaction, of the draft as it was before it. */
export function settle(live: Replica, settled: readonly Resolution[]): void {
  const { index } = live;
  const spans = soundSpans(
    index,
    settled.flatMap(({ erase }) => erase),
  );
  const stretches = (spans ?? []).flatMap((span) => stretchesOf(index, span));
  const closed = new Set<BracketId>();
  const closing = new Set(settled.flatMap(({ close }) => close.map(({ bracket }) => bracket)));
  for (const { bracket: id, closure } of settled.flatMap(({ close }) => close)) {
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
