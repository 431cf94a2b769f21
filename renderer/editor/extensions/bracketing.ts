import { $getSelection, BEFORE_INPUT_COMMAND, COMMAND_PRIORITY_CRITICAL } from 'lexical';
import type { BracketKind } from '../../../shared/schema/bracket.ts';
import { addBracket } from '../../../shared/sync/commands/add-bracket.ts';
import { offerVariant, type OfferRequest } from '../../../shared/sync/commands/offer-variant.ts';
import type { Binding } from '../binding.ts';
import { isSamePlace } from '../own-caret.ts';
import { $spansBetween } from '../projection/places.ts';
import { $screenRange, type ScreenRange } from '../writing/screen-range.ts';

/** Typing `[` over selected words puts them in a bracket. Registered before `input.ts`, so that it is asked first. */
export function registerBracketing(binding: Binding): () => void {
  return binding.editor.registerCommand(
    BEFORE_INPUT_COMMAND,
    (event) => {
      if (event.inputType !== 'insertText' || event.data !== '[' || binding.projection.held !== undefined) return false;
      const range = $screenRange(event.getTargetRanges()[0], $getSelection());
      if (range === undefined || isSamePlace(range.from, range.to)) return false;
      event.preventDefault();
      $bracket(binding, range, 'hold');
      return true;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
}

/**
 * Puts the words of a range in a bracket and keeps them selected. Words yet to be written can also have a bracket at a
 * bare caret; any other needs words.
 */
export function $bracket(binding: Binding, range: Pick<ScreenRange, 'from' | 'to'>, kind: BracketKind): boolean {
  const { provision, offset } = range.from;
  const isBare = isSamePlace(range.from, range.to);
  if (isBare && kind !== 'placeholder') {
    binding.settings.onRefusal?.('no-selection');
    return false;
  }
  if (binding.asksFirst([provision, range.to.provision])) return false;
  const spans = isBare ? [{ provision, from: offset, to: offset }] : $spansBetween(range.from, range.to);
  const outcome = binding.$write((replica, hand) => addBracket(replica, hand, { kind, spans }));
  if (outcome.ok) binding.$select(range.to, { anchor: range.from });
  return outcome.ok;
}

/** Makes a choice of the words of a range and of what is offered beside them, and keeps the words selected. */
export function $offer(
  binding: Binding,
  range: Pick<ScreenRange, 'from' | 'to'>,
  offered: Omit<OfferRequest, 'spans'>,
): boolean {
  if (isSamePlace(range.from, range.to)) {
    binding.settings.onRefusal?.('no-selection');
    return false;
  }
  if (binding.asksFirst([range.from.provision, range.to.provision])) return false;
  const spans = $spansBetween(range.from, range.to);
  const outcome = binding.$write((replica, hand) => offerVariant(replica, hand, { spans, ...offered }));
  if (outcome.ok) binding.$select(range.to, { anchor: range.from });
  return outcome.ok;
}
