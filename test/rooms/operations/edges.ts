import type { Place } from '../../../shared/sync/contract.ts';
import type { ItemId } from '../../../shared/sync/document/decode.ts';
import { runOf } from '../../../shared/sync/reading/strand.ts';
import type { Bracket } from '../../../shared/schema/bracket.ts';
import type { BracketId } from '../../../shared/schema/ids.ts';
import type { Turn } from './turn.ts';

export const isOwnInsert = ({ peer }: Turn, bracket: Bracket): boolean =>
  bracket.kind === 'insert' && bracket.proponent === peer.hand.code;

/**
 * Brackets of others that end or begin at a place: what is typed there is outside them. Not at a seam, over which a
 * bracket may go on, and none with open edges. Not where one ends and another begins either: they may both hold on to
 * words that were erased there, and there is no place outside both.
 */
export function bracketsBeside(turn: Turn, at: Place): BracketId[] {
  const { peer } = turn;
  const { index } = peer.replica;
  const parts = index.composed.get(at.provision)?.parts ?? [];
  if (parts.some(({ base, length }) => at.offset === base || at.offset === base + length)) return [];
  const there = peer.replica.bracketsIn(at.provision);
  const pieces = there
    .flatMap((each) => each.pieces)
    .filter(({ provision, from, to }) => {
      return provision === at.provision && from < to;
    });
  if (pieces.some(({ from }) => from === at.offset) && pieces.some(({ to }) => to === at.offset)) return [];
  return there.flatMap(({ id, pieces: [piece, ...more] }) => {
    const stored = index.brackets.records.get(id)?.pieces ?? [];
    const closed = stored.length === 1 && stored[0]!.type === 'range' && !stored[0]!.start.open && !stored[0]!.end.open;
    const plain = piece !== undefined && more.length === 0 && closed && piece.from < piece.to;
    const isOwn = id.startsWith(`${peer.hand.code}-`);
    if (!plain || isOwn || (piece.from !== at.offset && piece.to !== at.offset)) return [];
    return there.some((own) => isOwnInsert(turn, own) && goesOnInside(turn, own, { id, at })) ? [] : [id];
  });
}

/** Whether what is typed here goes on with a proposal of one's own that was made inside another's bracket: so it is in that. */
function goesOnInside({ peer }: Turn, own: Bracket, { id, at }: { id: BracketId; at: Place }): boolean {
  const { records } = peer.replica.index.brackets;
  const [mine, other] = [records.get(own.id)?.pieces[0], records.get(id)!.pieces[0]!];
  const view = mine && peer.replica.index.views.get(mine.strand);
  if (view === undefined || mine?.start.item == null || mine.end.item === null || mine.strand !== other.strand) {
    return false;
  }
  const order = ([client, clock]: ItemId): number => {
    const at = runOf(view, client, clock);
    const run = view.runs[at];
    return run === undefined ? Number.NaN : at + (clock - run.clock) / run.length;
  };
  const piece = own.pieces.find(({ provision }) => provision === at.provision);
  if (piece?.from === at.offset) return other.start.item !== null && order(other.start.item) < order(mine.start.item);
  // Behind its first words the proposal has a fence, up to which it goes on.
  const [client, clock] = mine.end.item;
  return piece?.to === at.offset && other.end.item !== null && order(other.end.item) > order([client, clock + 1]);
}
