import { mergeRegister } from 'lexical';
import type { Bracket } from '../../../shared/schema/bracket.ts';
import type { DraftReplica, Place } from '../../../shared/sync/contract.ts';
import type { Binding } from '../binding.ts';
import type { CaretReport } from '../settings.ts';

/** Moves within so many milliseconds are told as one. */
const QUIET_MS = 30;

/** Tells where the caret stands and in which brackets, after moves and after changes round it. */
export function registerCaret(binding: Binding): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    timer = undefined;
    binding.settings.onCaret?.(reportCaret(binding));
  };
  const stop = binding.editor.registerUpdateListener(() => {
    if (binding.settings.onCaret !== undefined) timer ??= setTimeout(tell, QUIET_MS);
  });
  return mergeRegister(stop, () => clearTimeout(timer));
}

export function reportCaret(binding: Binding): CaretReport | undefined {
  const range = binding.caret();
  if (range === undefined) return undefined;
  const { replica, projection } = binding;
  return {
    anchor: range.anchor,
    head: range.head,
    anchors: { anchor: replica.anchor(range.anchor, -1), head: replica.anchor(range.head, -1) },
    brackets: bracketsRound(replica, range.head),
    composing: projection.held !== undefined,
  };
}

/** Open brackets that a place lies in or at the edge of, outer before inner. */
export function bracketsRound(replica: DraftReplica, place: Place): readonly Bracket[] {
  return replica.bracketsIn(place.provision).filter((bracket) => touches(bracket, place));
}

/** Whether a place lies in a bracket or at one of its edges. */
function touches(bracket: Bracket, place: Place): boolean {
  return bracket.pieces.some(
    (piece) => piece.provision === place.provision && piece.from <= place.offset && place.offset <= piece.to,
  );
}
