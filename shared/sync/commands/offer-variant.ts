import { spotOf } from '../reading/anchor.ts';
import { idAt } from '../reading/strand.ts';
import { addVariant } from './add-variant.ts';
import { mayWrite, writeBracket } from '../writing/bracket-write.ts';
import { proposeWords } from '../writing/proposal.ts';
import { putWords } from '../writing/put-words.ts';
import { clockNow } from '../writing/mend.ts';
import { soundSpans, stretchesOf } from '../writing/spans.ts';
import type { Stretch } from '../writing/spans.ts';
import { drawnRound, standAgainst } from '../writing/stand-against.ts';
import { wellFormed } from '../writing/words.ts';
import { editStructure } from '../writing/write.ts';
import { workings } from '../replica.ts';
import type { Replica } from '../replica.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
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
  const spot = spotOf(live.index, { provision: last.provision, offset: last.to }, -1);
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

/** The open choice of which these words are a variant. */
function choiceOf(live: Replica, stretches: readonly Stretch[]): BracketId | undefined {
  const [only, ...more] = stretches;
  if (only === undefined || more.length > 0) return undefined;
  const of = drawnRound(live, stretches);
  const isOpen = (id: BracketId) => live.index.brackets.records.get(id)?.closed === undefined;
  if (of?.variantOf !== undefined) return isOpen(of.variantOf) ? of.variantOf : undefined;
  // Another may have made these words a variant without a bracket of its own round them.
  return live.index.brackets
    .recordsIn(only.view.owner)
    .map((record) => (record.closed === undefined && record.within === of?.id && of ? record.variantOf : undefined))
    .find((choice) => choice !== undefined && isOpen(choice));
}

/** `[shall/should]`: the choice has the characters, its variants have none, and the slash is the choice's alone. */
function offerBehindSlash(
  live: Replica,
  hand: Hand,
  of: { readonly stretch: Stretch; readonly text: string },
): BracketId {
  const { stretch, text } = of;
  const spot = { view: stretch.view, part: stretch.part, unit: stretch.to };
  const { client, clock } = idAt(stretch.view, stretch.from)!;
  const before = clockNow(live.doc);
  putWords(live, spot, { text: `/${text}` });
  const [own, first, last] = [live.doc.clientID, before + 1, before + text.length];
  const choice = writeBracket(live, hand, {
    k: 'choice',
    s: [{ s: stretch.view.owner, a: [client, clock], b: [own, last] }],
  });
  standAgainst(live, hand, { stretches: [stretch], choice, bare: true });
  const variant = { s: stretch.view.owner, a: [own, first], b: [own, last] } as const;
  writeBracket(live, hand, { k: 'insert', s: [variant], v: choice, b: 1 });
  return choice;
}
