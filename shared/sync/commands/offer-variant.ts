import { spotOf } from '../reading/anchor.ts';
import { wordsIn } from '../reading/parted.ts';
import type { BracketRecord } from '../document/bracket-record.ts';
import { addVariant } from './add-variant.ts';
import { mayWrite, writeBracket } from '../writing/bracket-write.ts';
import { proposeWords } from '../writing/proposal.ts';
import { lyingIn } from '../writing/lying-in.ts';
import type { Lying } from '../writing/lying-in.ts';
import { rangePiece } from '../writing/pieces.ts';
import { putVariant } from '../writing/put-variant.ts';
import { spotBeside } from '../writing/spot-beside.ts';
import { soundSpans, stretchesOf } from '../writing/spans.ts';
import type { Stretch } from '../writing/spans.ts';
import { standAgainst } from '../writing/stand-against.ts';
import { wellFormed } from '../writing/words.ts';
import { editStructure } from '../writing/write.ts';
import { workings } from '../replica.ts';
import type { Replica } from '../replica.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { optionLabelOf } from '../../brackets/option-label.ts';
import type { Span } from '../../schema/bracket.ts';
import type { BracketId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

export interface OfferRequest {
  /** The words to which something else is offered. */
  readonly spans: readonly Span[];
  /** What is offered; absent: "no text". */
  readonly text?: string;
  /** In one bracket, parted by a slash: `[shall/should]`; else in a bracket each. Of words in one provision alone. */
  readonly slash?: boolean;
}

/**
 * Makes a choice of words as they stand and of others, or of "no text" (rule W15). No word that stands is touched,
 * whoever's hand it is and whether it drafts. Words that are a variant already get another beside them in their choice.
 * Gives the choice.
 */
export function offerVariant(replica: DraftReplica, hand: Hand, request: OfferRequest): WriteOutcome<BracketId> {
  const live = workings(replica);
  if (!mayWrite(hand)) return refuse('chair-only');
  const spans = soundSpans(live.index, request.spans);
  if (spans === undefined) return refuse('place-gone');
  const text = request.text === undefined ? undefined : wellFormed(request.text);
  if (spans.length === 0 || text === '') return refuse('nothing-to-do');
  const stretches = spans.flatMap((span) => stretchesOf(live.index, span));
  const standing = choiceOf(live, stretches);
  if (standing !== undefined) {
    const added = addVariant(live, hand, { choice: standing, ...(text !== undefined && { text }) });
    return added.ok ? ok(standing) : added;
  }
  const last = spans.at(-1)!;
  const [only, ...more] = stretches;
  if (text === undefined) {
    return ok(
      editStructure(live, () => {
        const choice = writeBracket(live, hand, { k: 'choice', s: [], n: 1 });
        standAgainst(live, hand, { stretches, choice });
        return choice;
      }),
    );
  }
  if (request.slash && only !== undefined && more.length === 0)
    return ok(editStructure(live, () => offerBehindSlash(live, hand, { stretch: only, text })));
  const beside = only && more.length === 0 ? spotBeside(live, only) : undefined;
  const spot = beside?.front ? beside : spotOf(live.index, { provision: last.provision, offset: last.to }, -1);
  if (spot === undefined) return refuse('place-gone');
  return ok(
    editStructure(live, () => {
      const choice = writeBracket(live, hand, { k: 'choice', s: [] });
      standAgainst(live, hand, { stretches, choice });
      proposeWords(live, hand, { spot, text, variantOf: choice });
      return choice;
    }),
  );
}

/** The open choice of which these words are a variant, past the label of an option, or all that stands in its brackets. */
function choiceOf(live: Replica, stretches: readonly Stretch[]): BracketId | undefined {
  const [only, ...more] = stretches;
  if (only === undefined || more.length > 0) return undefined;
  const { view, from, to } = only;
  const isSlot = ({ kind, variantOf }: BracketRecord) => variantOf !== undefined || kind === 'choice';
  const isHere = ({ extent }: Lying) => {
    if (extent.to !== to || extent.from > from) return false;
    return optionLabelOf(wordsIn(view, extent.from, to) ?? '').length === from - extent.from;
  };
  const choices = lyingIn(live, view, isSlot).filter(isHere);
  return choices
    .map(({ record }) => record.variantOf ?? record.id)
    .findLast((choice) => live.index.brackets.records.get(choice)?.closed === undefined);
}

/** `[shall/should]`: the choice has the characters, its variants have none. */
function offerBehindSlash(
  live: Replica,
  hand: Hand,
  of: { readonly stretch: Stretch; readonly text: string },
): BracketId {
  const { stretch, text } = of;
  const choice = writeBracket(live, hand, { k: 'choice', s: [rangePiece(stretch)] });
  standAgainst(live, hand, { stretches: [stretch], choice, bare: true });
  const spot = { view: stretch.view, part: stretch.part, unit: stretch.to };
  putVariant(live, hand, { spot, parting: '/', text, choice, bare: true });
  return choice;
}
