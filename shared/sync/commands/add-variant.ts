import { spotOf } from '../reading/anchor.ts';
import { partingWords } from '../reading/parted.ts';
import { mayWrite, pieceExtent, writeBracket } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { proposeWords } from '../writing/proposal.ts';
import { putOption } from '../writing/put-option.ts';
import { putVariant } from '../writing/put-variant.ts';
import { workings } from '../replica.ts';
import type { Replica } from '../replica.ts';
import { wellFormed } from '../writing/words.ts';
import { editStructure } from '../writing/write.ts';
import { NO_TEXT, nextOptionLabel, optionLabelOf } from '../../brackets/option-label.ts';
import { wordsOf } from '../../brackets/variants.ts';
import type { Bracket } from '../../schema/bracket.ts';
import type { BracketId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

export interface VariantRequest {
  readonly choice: BracketId;
  /** The variant's words; absent: "no text" is offered. */
  readonly text?: string;
}

/**
 * Offers another variant for the slot of a choice, behind its last one and in the choice's own form (rule W15): behind
 * a slash in its brackets, in a bracket beside the others as they stand apart, as "Option 3:" behind "Option 2:". Gives
 * the variant's id.
 */
export function addVariant(replica: DraftReplica, hand: Hand, request: VariantRequest): WriteOutcome<BracketId> {
  const live = workings(replica);
  if (!mayWrite(hand)) return refuse('chair-only');
  const choice = live.bracket(request.choice);
  if (choice === undefined || choice.closed !== undefined) return refuse('bracket-gone');
  if (choice.kind !== 'choice') return refuse('variant-unknown');
  const variants = inOrder(live, choice.id);
  const ofProvisions = choice.pieces.length === 0 && variants.length > 0 && variants.every(isOption);
  if (request.text === undefined) {
    if (choice.noText === true) return refuse('nothing-to-do');
    if (ofProvisions) return ok(editStructure(live, () => addOption(live, hand, { choice: choice.id, variants })));
    return ok(editStructure(live, () => writeBracket(live, hand, { k: 'choice', s: [], v: choice.id, n: 1 })));
  }
  const words = wellFormed(request.text);
  if (words === '') return refuse('nothing-to-do');
  if (ofProvisions) return ok(editStructure(live, () => addOption(live, hand, { choice: choice.id, variants, words })));
  const last = variants.at(-1)?.pieces.at(-1) ?? choice.pieces.at(-1);
  const spot = last && spotOf(live.index, { provision: last.provision, offset: last.to }, -1);
  if (spot === undefined) return refuse('place-gone');
  const bare = choice.pieces.length > 0 && variants.length > 0 && variants.every((each) => each.bare === true);
  const parting = partingIn(live, variants) || (bare ? '/' : '');
  const lastWords = last && live.provision(last.provision)!.text.slice(last.from, last.to);
  const text = nextOptionLabel(optionLabelOf(lastWords ?? '')) + words;
  return ok(
    editStructure(live, () =>
      parting === ''
        ? proposeWords(live, hand, { spot, text, variantOf: choice.id })
        : putVariant(live, hand, { spot, parting, text, choice: choice.id, bare }),
    ),
  );
}

/** Whether a variant is an option over provisions, which has no brackets. */
function isOption({ bare, within }: Bracket): boolean {
  return bare === true && within === undefined;
}

/** Another option behind the last, as a provision; labelled in its words where the others are. */
function addOption(
  live: Replica,
  hand: Hand,
  of: { readonly choice: BracketId; readonly variants: readonly Bracket[]; readonly words?: string },
): BracketId {
  const { choice, variants, words } = of;
  const last = variants.at(-1)!;
  const label = optionLabelOf(wordsOf(live.read(), last));
  const to = variants[0]!.pieces[0]!.provision;
  const after = last.pieces.at(-1)!.provision;
  if (words === undefined) writeBracket(live, hand, { k: 'choice', s: [], v: choice, n: 1 });
  const text = nextOptionLabel(label) + (words ?? NO_TEXT[live.read().language]);
  return putOption(live, hand, { choice, to, after, text, labelled: label !== '' });
}

/** A choice's variants in reading order, those without words in sight left out. */
function inOrder(live: Replica, choice: BracketId): Bracket[] {
  const startOf = ({ pieces: [piece] }: Bracket) => ({ at: live.indexOf(piece!.provision), from: piece!.from });
  return live.index.brackets
    .wordingsOf(choice)
    .map(({ id }) => live.bracket(id)!)
    .filter(({ pieces }) => pieces.length > 0)
    .toSorted((one, other) => {
      const [a, b] = [startOf(one), startOf(other)];
      return a.at - b.at || a.from - b.from;
    });
}

/** What stands between the last two variants, where nothing but blanks and a slash does. */
function partingIn(live: Replica, variants: readonly Bracket[]): string {
  const [before, last] = variants.slice(-2).map(({ id }) => {
    const record = live.index.brackets.records.get(id)!;
    return { strand: record.pieces[0]!.strand, extent: pieceExtent(live, record, 0) };
  });
  const view = last && live.index.views.get(last.strand);
  if (!view || before?.extent === undefined || last?.extent === undefined || before.strand !== last.strand) return '';
  return before.extent.to < last.extent.from ? partingWords(view, before.extent.to, last.extent.from) : '';
}
