import { isOwn, markWithdrawn, writeBracket } from '../writing/bracket-write.ts';
import type { Hand, Place, WriteOutcome } from '../contract.ts';
import { emptyPiece } from '../writing/pieces.ts';
import { spotOf } from '../reading/anchor.ts';
import { cutsPair } from '../writing/words.ts';
import { editStructure } from '../writing/write.ts';
import { blockOf } from '../reading/block.ts';
import type { BracketRecord } from '../document/bracket-record.ts';
import type { Move } from './move.ts';
import type { Replica } from '../replica.ts';
import type { ShapeKind } from '../../schema/bracket.ts';
import type { ProvisionId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

// A proposal about the shape of the draft is a bracket that holds no words: it names the provision (or stands at the
// place) it is about and where that would go, under its proponent's id. Nothing else is written before the chair rules,
// so nobody's text changes, the guard sees whose it is by the key alone, and withdrawing it leaves nothing behind.
// A delegation has one proposal of a kind on a provision: a second one takes the place of the first.

function ownOpen(live: Replica, hand: Hand, which: { kind: ShapeKind; provision: ProvisionId }): BracketRecord[] {
  return live.index.brackets
    .recordsOf(which.provision)
    .filter((each) => each.kind === which.kind && each.closed === undefined && isOwn(hand, each.id));
}

function put(
  live: Replica,
  hand: Hand,
  what: { kind: 'move' | 'join'; provision: ProvisionId; to: ProvisionId | null },
) {
  const before = ownOpen(live, hand, what);
  if (before.some((each) => each.goesTo === what.to)) return false;
  editStructure(live, () => {
    for (const each of before) markWithdrawn(live, hand, each.id);
    writeBracket(live, hand, { k: what.kind, s: [{ p: what.provision }], m: what.to });
  });
  return true;
}

/** Proposes to move a provision, with what stands under it. To where it stands: takes one's own proposal back. */
export function proposeMove(live: Replica, hand: Hand, { provision, after }: Move): WriteOutcome {
  const at = live.indexOf(provision);
  if (at < 0 || (after !== null && live.indexOf(after) < 0)) return refuse('provision-gone');
  if (after !== null && blockOf(live.index, provision).includes(after)) return refuse('nothing-to-do');
  const stays = after === (live.index.placement.order[at - 1] ?? null);
  const before = ownOpen(live, hand, { kind: 'move', provision });
  if (stays) {
    if (before.length === 0) return refuse('nothing-to-do');
    editStructure(live, () => before.forEach((each) => markWithdrawn(live, hand, each.id)));
  } else if (!put(live, hand, { kind: 'move', provision, to: after })) return refuse('nothing-to-do');
  return ok({ provision, offset: 0 });
}

/** Proposes to join a provision to another. */
export function proposeJoin(
  live: Replica,
  hand: Hand,
  what: { readonly provision: ProvisionId; readonly to: ProvisionId },
): WriteOutcome {
  const { provision, to } = what;
  if (live.indexOf(provision) < 0 || live.indexOf(to) < 0) return refuse('provision-gone');
  if (!put(live, hand, { kind: 'join', provision, to })) return refuse('nothing-to-do');
  return ok({ provision, offset: 0 });
}

/** Proposes to cut a provision in two at a place between its words. */
export function proposeSplit(live: Replica, hand: Hand, at: Place): WriteOutcome {
  const text = live.provision(at.provision)?.text;
  if (text === undefined) return refuse('provision-gone');
  const offset = cutsPair(text, at.offset) ? at.offset + 1 : at.offset;
  if (offset <= 0 || offset >= text.length) return refuse('nothing-to-do');
  const isHere = live
    .bracketsIn(at.provision)
    .some(({ id, kind, pieces: [piece] }) => kind === 'split' && isOwn(hand, id) && piece?.from === offset);
  if (isHere) return refuse('nothing-to-do');
  const spot = spotOf(live.index, { provision: at.provision, offset }, -1);
  if (spot === undefined) return refuse('place-gone');
  editStructure(live, () => writeBracket(live, hand, { k: 'split', s: [emptyPiece(spot)] }));
  return ok({ provision: at.provision, offset });
}
