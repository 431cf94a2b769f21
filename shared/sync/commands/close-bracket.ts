import { mayDraft, markClosed } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { entryOf } from '../writing/new-provision.ts';
import { workings } from '../replica.ts';
import { RULING } from '../document/roots.ts';
import { soundSpans, stretchesOf } from '../writing/spans.ts';
import { deleteWords } from '../writing/write.ts';
import { resolveBracket } from '../../brackets/resolve.ts';
import { isShapeKind } from '../../schema/bracket.ts';
import type { Closure } from '../../schema/bracket.ts';
import { carryOut } from '../shaping/carry-out.ts';
import type { BracketId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

export interface CloseRequest {
  readonly bracket: BracketId;
  readonly closure: Closure;
}

/**
 * Carries out a ruling on a bracket: it is closed, and the text follows. Undo never takes it back; another ruling
 * does. Accepting a proposal to move, split or join carries it out. Words that were typed into the bracket elsewhere at the same time stand outside it afterwards, and count as
 * open.
 */
export function closeBracket(replica: DraftReplica, hand: Hand, request: CloseRequest): WriteOutcome<BracketId> {
  const live = workings(replica);
  if (!mayDraft(hand)) return refuse('chair-only');
  const bracket = live.bracket(request.bracket);
  if (bracket === undefined || bracket.closed !== undefined) return refuse('bracket-gone');
  const settled = resolveBracket(live.read(), bracket.id, request.closure);
  if (settled === undefined) return refuse('variant-unknown');
  const accepted = isShapeKind(bracket.kind) && request.closure.outcome === 'keep';
  const shaping = accepted ? carryOut(live, hand, bracket) : undefined;
  if (shaping?.ok === false) return shaping;
  const { index } = live;
  const spans = soundSpans(index, settled.erase) ?? [];
  const stretches = spans.flatMap((span) => stretchesOf(index, span));
  live.doc.transact(() => {
    shaping?.value.write();
    for (const { bracket: id, closure } of settled.close) {
      const record = index.brackets.records.get(id);
      if (record !== undefined) markClosed(live, record, closure);
    }
    deleteWords(stretches);
    for (const id of settled.hide) {
      for (const part of index.composed.get(id)?.parts ?? []) entryOf(live, part.provision)?.set('hidden', true);
    }
  }, RULING);
  return ok(bracket.id);
}
