import { spotOf } from '../reading/anchor.ts';
import { attributesAt } from '../writing/attributes-at.ts';
import { mayDraft, markClosed, typedPiece, writeBracket } from '../writing/bracket-write.ts';
import { settle } from './close-bracket.ts';
import type { DraftReplica, Hand, Place, WriteOutcome } from '../contract.ts';
import { clockNow } from '../writing/mend.ts';
import { workings } from '../replica.ts';
import { RULING } from '../document/roots.ts';
import { cutsPair, wellFormed } from '../writing/words.ts';
import { putWords } from '../writing/put-words.ts';
import { draftIndex } from '../../brackets/draft-index.ts';
import { resolveBracket } from '../../brackets/resolve.ts';
import { isShapeKind } from '../../schema/bracket.ts';
import type { Closure } from '../../schema/bracket.ts';
import type { BracketId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

export interface BridgeRequest {
  readonly bracket: BracketId;
  /** The words that are to stand. */
  readonly text: string;
  readonly ruling?: Closure['ruling'];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * Puts the chair's bridging words in the stead of everything in a bracket, and rules for them in the same act (rule
 * W11): they are a variant of the bracket, which is chosen. Gives the variant. Undo never takes it back.
 */
export function bridgeBracket(replica: DraftReplica, hand: Hand, request: BridgeRequest): WriteOutcome<BracketId> {
  const live = workings(replica);
  if (!mayDraft(hand)) return refuse('chair-only');
  const text = wellFormed(request.text);
  const bracket = live.bracket(request.bracket);
  if (bracket === undefined || bracket.closed !== undefined) return refuse('bracket-gone');
  if (isShapeKind(bracket.kind)) return refuse('variant-unknown');
  if (text.trim() === '') return refuse('nothing-to-do');
  const draft = live.read();
  const { ruling, at } = request;
  const dropped = { outcome: 'drop', at, ...(ruling && { ruling }) } as const;
  const settled = resolveBracket(draft, bracket.id, dropped, { replaced: true });
  const place = settled && placeFor(settled.erase[0], draftIndex(draft).variants.get(bracket.id)?.[0] ?? bracket);
  if (settled === undefined || place === undefined) return refuse('place-gone');
  const words = live.provision(place.provision)?.text ?? '';
  // Behind the first of the words that go, so that it lies in every bracket that they lie in.
  const inside = settled.erase.length === 0 ? 0 : cutsPair(words, place.offset + 1) ? 2 : 1;
  const spot = spotOf(live.index, { provision: place.provision, offset: place.offset + inside }, -1);
  if (spot === undefined) return refuse('place-gone');
  const variant = live.doc.transact((): BracketId => {
    const first = clockNow(live.doc);
    const { clientID } = live.doc;
    putWords(live, spot, { text, attributes: attributesAt(spot) });
    const typed = live.index
      .viewNow(spot.view.owner)
      .runs.find((run) => run.client === clientID && run.kind === 'text' && run.clock + run.length > first)!;
    const start = Math.max(typed.clock, first);
    const [from, to] = [[clientID, start] as const, [clientID, start + text.length - 1] as const];
    const piece = typedPiece(spot.view.owner, from, to);
    const id = writeBracket(live, hand, { k: 'insert', s: [piece], v: bracket.id });
    const others = settled.close.filter((each) => each.bracket !== bracket.id);
    settle(live, [{ ...settled, close: others }]);
    const chosen = { outcome: 'chosen', variant: id, at, ...(ruling && { ruling }) } as const;
    markClosed(live, live.index.brackets.records.get(bracket.id)!, { closure: chosen });
    // Ruled on as it was made: these words, and not what is typed among them later (rule W16).
    const ruledOn = { w: [[...from, text.length]], e: [[from, to]] };
    live.index.roots.brackets.set(`${id}/c`, { ...ruledOn, o: 'keep', t: at, ...(ruling && { r: ruling }) });
    return id;
  }, RULING);
  return ok(variant);
}

function placeFor(
  erased: { readonly provision: Place['provision']; readonly from: number } | undefined,
  {
    pieces: [piece],
  }: { readonly pieces: readonly { readonly provision: Place['provision']; readonly from: number }[] },
): Place | undefined {
  const at = erased ?? piece;
  return at && { provision: at.provision, offset: at.from };
}
