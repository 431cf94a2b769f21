import { isOwn, mayWrite } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { workings } from '../replica.ts';
import { voiceKey } from '../document/voice-record.ts';
import type { Voice } from '../document/voice-record.ts';
import { edit } from '../writing/write.ts';
import type { BracketId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

export interface SecondRequest {
  readonly bracket: BracketId;
  /** `none` takes one's voice back. */
  readonly as: Voice | 'none';
}

/** Seconds another's bracket, or asks to keep what it would delete. Undo leaves it alone: it is taken back by `none`. */
export function second(replica: DraftReplica, hand: Hand, request: SecondRequest): WriteOutcome<BracketId> {
  const live = workings(replica);
  if (!mayWrite(hand)) return refuse('chair-only');
  const bracket = live.bracket(request.bracket);
  if (bracket === undefined || bracket.closed !== undefined) return refuse('bracket-gone');
  if (request.as !== 'none' && (isOwn(hand, bracket.id) || bracket.proponent === hand.code))
    return refuse('nothing-to-do');
  const { supports } = live.index.roots;
  const key = voiceKey(hand.code, bracket.id);
  const before = supports.get(key);
  if (request.as === 'none' ? before === undefined : before === request.as) return refuse('nothing-to-do');
  edit(live, () => {
    if (request.as === 'none') supports.delete(key);
    else supports.set(key, request.as);
  });
  return ok(bracket.id);
}
