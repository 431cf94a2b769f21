import type { Bracket, BracketKind, Span } from '../../shared/schema/bracket.ts';
import type { BracketId, ProvisionId } from '../../shared/schema/ids.ts';
import type { Place } from '../../shared/sync/contract.ts';
import { eraseText } from '../../shared/sync/commands/erase-text.ts';
import { withdrawBracket } from '../../shared/sync/commands/withdraw-bracket.ts';
import type { Binding } from './binding.ts';
import { inView } from './overlays/lines.ts';
import { bringIntoView, scrollerOf, type Marks } from './overlays/marks.ts';
import { isSamePlace } from './own-caret.ts';
import { replaceText } from '../../shared/sync/commands/replace-text.ts';
import { $bracket, $offer } from './extensions/bracketing.ts';
import { bracketsRound, reportCaret } from './extensions/caret.ts';
import type { BracketStep, DraftEditorHandle } from './handle.ts';
import { $placeOfDOM, $spansBetween } from './projection/places.ts';

/** The handle of a mounted editor. */
export function steer(binding: Binding, marks: Marks, rejected: () => number): DraftEditorHandle {
  const { editor, replica } = binding;
  let lastStep: { readonly bracket: BracketId; readonly place: Place } | undefined;
  const stand = (place: Place, side: -1 | 1 = 1): boolean => {
    let stands = false;
    editor.getRootElement()?.focus({ preventScroll: true });
    binding.update(() => {
      stands = binding.$select(place, { side });
    });
    if (stands) binding.projection.elementOf(place.provision)?.scrollIntoView({ block: 'nearest' });
    return stands;
  };
  const goTo = (provision: ProvisionId) => stand({ provision, offset: 0 });
  const goToBracket = (id: BracketId): boolean => {
    const piece = replica.bracket(id)?.pieces[0];
    return piece !== undefined && stand({ provision: piece.provision, offset: piece.from });
  };
  const reveal = (span: Span) => {
    const range = editor.read(() => marks.rangeOf(span));
    if (range !== undefined) bringIntoView(range);
  };
  const select = (from: Place, to: Place): boolean => {
    let stands = false;
    editor.getRootElement()?.focus({ preventScroll: true });
    binding.update(() => {
      // The words alone: glyphs that stand at their edges are left out.
      stands = binding.$select(to, { anchor: from, anchorSide: isSamePlace(from, to) ? -1 : 1 });
    });
    if (stands)
      reveal({
        provision: from.provision,
        from: from.offset,
        to: from.provision === to.provision ? to.offset : from.offset + 1,
      });
    return stands;
  };
  const step = (by: 1 | -1): BracketStep | undefined => {
    const brackets = replica.read().brackets.filter((bracket) => bracket.pieces.length > 0);
    if (brackets.length === 0) return undefined;
    const here = binding.caret()?.head;
    // Several brackets may start at one place: from where the last step came to, the next goes on by order.
    const last =
      here !== undefined && lastStep !== undefined && isSamePlace(here, lastStep.place) ? lastStep : undefined;
    const after = last === undefined ? -1 : brackets.findIndex((bracket) => bracket.id === last.bracket);
    if (after !== -1) return arrive(brackets, after + by);
    const rank = (place: Place) => ({ at: replica.indexOf(place.provision), offset: place.offset });
    const stood = here === undefined ? { at: -1, offset: 0 } : rank(here);
    const starts = brackets.map((bracket) => {
      const { provision, from } = bracket.pieces[0]!;
      return rank({ provision, offset: from });
    });
    const isAfter = (one: typeof stood, other: typeof stood) =>
      one.at !== other.at ? one.at > other.at : one.offset > other.offset;
    const found =
      by === 1
        ? starts.findIndex((start) => isAfter(start, stood))
        : starts.findLastIndex((start) => isAfter(stood, start));
    return arrive(brackets, found === -1 && by === 1 ? brackets.length : found);
  };
  const arrive = (brackets: readonly Bracket[], index: number): BracketStep => {
    const wrapped = index < 0 || index >= brackets.length;
    const at = (index + brackets.length) % brackets.length;
    const { id, pieces } = brackets[at]!;
    goToBracket(id);
    lastStep = { bracket: id, place: { provision: pieces[0]!.provision, offset: pieces[0]!.from } };
    return { bracket: id, index: at + 1, total: brackets.length, wrapped };
  };
  return {
    focus(place) {
      if (place === undefined || !stand(place, -1)) editor.focus();
    },
    goTo,
    goToBracket,
    select: ({ provision, from, to }) => select({ provision, offset: from }, { provision, offset: to }),
    selectBracket(id) {
      const pieces = replica.bracket(id)?.pieces ?? [];
      const [first, last] = [pieces[0], pieces.at(-1)];
      if (first === undefined || last === undefined) return false;
      return select({ provision: first.provision, offset: first.from }, { provision: last.provision, offset: last.to });
    },
    mark: (name, spans) => marks.show(name, spans),
    reveal,
    rectOf: (span) => editor.read(() => marks.rangeOf(span))?.getClientRects()[0],
    firstInView() {
      const root = editor.getRootElement();
      const pane = root && scrollerOf(root)?.getBoundingClientRect();
      const first = pane && inView(root).find((element) => element.getBoundingClientRect().bottom > pane.top);
      if (!first) return undefined;
      const { left, right, top } = first.getBoundingClientRect();
      const spot = document.caretPositionFromPoint((left + right) / 2, Math.max(top, pane.top) + 12);
      const inside = spot !== null && first.contains(spot.offsetNode);
      return inside
        ? editor.read(() => $placeOfDOM(spot.offsetNode, spot.offset))
        : { provision: first.dataset['provision'] as ProvisionId, offset: 0 };
    },
    replace(spans, words) {
      let done = 0;
      binding.update(() => {
        binding.$asOne(() => {
          // From the end, so that the places before stay true.
          for (const span of spans.toReversed()) {
            const text = { spans: [span], text: words };
            const outcome = binding.$write((draft, hand) =>
              words === '' ? eraseText(draft, hand, text) : replaceText(draft, hand, text),
            );
            if (outcome.ok) done += 1;
          }
        });
        binding.$restoreCaret();
      });
      return done;
    },
    nextBracket: () => step(1),
    previousBracket: () => step(-1),
    bracketSelection(kind: BracketKind) {
      let done = false;
      binding.update(() => {
        const range = binding.$range();
        if (range === undefined) binding.settings.onRefusal?.('no-selection');
        else done = $bracket(binding, range, kind);
      });
      return done;
    },
    offerWording(offered) {
      let done = false;
      binding.update(() => {
        const range = binding.$range();
        if (range === undefined) binding.settings.onRefusal?.('no-selection');
        else done = $offer(binding, range, offered);
      });
      return done;
    },
    withdraw(bracket) {
      const own = bracket ?? reportCaret(binding)?.brackets.findLast(isOf(binding.settings.hand.code))?.id;
      if (own === undefined) return false;
      let done = false;
      binding.update(() => {
        done = binding.$write((draft, hand) => withdrawBracket(draft, hand, { bracket: own })).ok;
        if (done) binding.$restoreCaret();
      });
      return done;
    },
    undo: () => binding.update(() => binding.$undo()),
    redo: () => binding.update(() => binding.$redo()),
    selection: () =>
      editor.read(() => {
        const range = binding.$rangeNow();
        return (
          range && {
            anchor: range.anchor,
            head: range.head,
            spans: $spansBetween(range.from, range.to),
            brackets: bracketsRound(replica, range.head),
          }
        );
      }),
    rejected,
  };
}

function isOf(code: string): (bracket: { proponent: string }) => boolean {
  return (bracket) => bracket.proponent === code;
}
