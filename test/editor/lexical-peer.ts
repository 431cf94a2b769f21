import { isDeepStrictEqual } from 'node:util';
import { $getSelection, $isRangeSelection } from 'lexical';
import { registerIntegrity } from '../../renderer/editor/extensions/integrity.ts';
import type { Place, WriteOutcome } from '../../shared/sync/contract.ts';
import { createReplica } from '../../shared/sync/replica.ts';
import type { Composing, PeerFactory, RoomPeer, Seat } from '../rooms/peer.ts';
import type { Binding } from '../../renderer/editor/binding.ts';
import type { CaretText } from '../../renderer/editor/writing/caret-diff.ts';
import { $beginComposition, $finishComposition, type Composition } from '../../renderer/editor/writing/compose.ts';
import { $provisionNodeOf, $spansBetween, type PlaceRange } from '../../renderer/editor/projection/places.ts';
import type { Span } from '../../shared/schema/bracket.ts';
import { CaretWatch } from './caret-watch.ts';
import { openScreen } from './screen.ts';

/**
 * A peer of a room with an editor on its screen: words go in and out at the editor's caret, and after every step the
 * nodes must show what the draft says, with nothing changed by anyone but the projection, and the caret must stand
 * where its anchors do.
 */
export const lexicalPeer: PeerFactory = (seat) => lexicalPeerWith(seat, () => undefined);

/** The same with something done to its binding first; for mutation checks. */
export function lexicalPeerWith({ doc, hand, isMine, commands }: Seat, harm: (binding: Binding) => void): RoomPeer {
  const replica = createReplica(doc, { isMine });
  const undo = commands.createUndo(replica, hand);
  const screen = openScreen(replica, { hand, undo });
  const { binding, editor } = screen;
  harm(binding);
  let rejected = 0;
  const caretWatch = new CaretWatch(replica, binding);
  const stop = registerIntegrity(binding, () => {
    rejected += 1;
  });
  /** Selects a span, or stands at an empty one, and writes where the screen then says the selection is. */
  const atCaret = (span: Span | undefined, write: (range: PlaceRange | undefined) => WriteOutcome): WriteOutcome => {
    let outcome: WriteOutcome | undefined;
    caretWatch.wasPut();
    binding.update(() => {
      if (span !== undefined) {
        const [anchor, head] = [span.from, span.to].map((offset) => ({ provision: span.provision, offset }));
        if (!binding.$select(head!, { anchor: anchor! })) throw new Error('what is in sight has a place on the screen');
      }
      const done = binding.$write(() => write(span && binding.$range()));
      if (done.ok) binding.$select(done.value);
      outcome = done;
    });
    if (outcome === undefined) throw new Error('an update of a headless editor runs at once');
    return outcome;
  };
  const caretAt = ({ provision, offset }: Place): Span => ({ provision, from: offset, to: offset });
  const only = (spans: readonly Span[]): Span | undefined => (spans.length === 1 ? spans[0] : undefined);
  const seen = (range: PlaceRange | undefined, spans: readonly Span[]): readonly Span[] =>
    range === undefined ? spans : $spansBetween(range.from, range.to);
  const composing = composingOn(binding);
  return {
    replica,
    hand,
    undo,
    composing,
    insert: (at, text) =>
      atCaret(caretAt(at), (range) => commands.insertText(replica, hand, { at: range?.head ?? at, text })),
    erase: (spans) => atCaret(only(spans), (range) => commands.eraseText(replica, hand, { spans: seen(range, spans) })),
    replace: (spans, text) =>
      atCaret(only(spans), (range) => commands.replaceText(replica, hand, { spans: seen(range, spans), text })),
    check() {
      if (rejected > 0) throw new Error('something but the projection changed a node');
      if (composing.isUnderWay) {
        caretWatch.wasPut();
        composing.check();
        return;
      }
      const shown = screen.shown();
      const expected = screen.expected();
      const wrong = expected.findIndex((provision, index) => !isDeepStrictEqual(provision, shown[index]));
      if (wrong !== -1 || shown.length !== expected.length) {
        throw new Error(
          `the screen does not show the draft: ${JSON.stringify(shown[wrong])} for ${JSON.stringify(expected[wrong])}`,
        );
      }
      caretWatch.check(editor.read(() => binding.$range()?.head));
    },
    destroy() {
      stop();
      caretWatch.stop();
      screen.close();
      replica.destroy();
    },
  };
}

/** An input method: from its beginning to its end the provision shows what it left, and others edit the draft. */
function composingOn(binding: Binding): Composing & { check(): void } {
  let composition: Composition | undefined;
  return {
    get isUnderWay() {
      return composition !== undefined;
    },
    begin({ provision, from, to }) {
      binding.update(() => {
        const at = { provision, offset: to };
        if (!binding.$select(at)) throw new Error('what is in sight has a place on the screen');
        const spans = from === to ? [] : [{ provision, from, to }];
        composition = $beginComposition(binding, { at, spans, before: $shownAtCaret() });
      });
    },
    finish(text) {
      if (composition === undefined) throw new Error('nothing is being composed');
      const { before } = composition;
      const after = {
        text: before.text.slice(0, before.caret) + text + before.text.slice(before.caret),
        caret: before.caret + text.length,
      };
      let behind: Place | undefined;
      binding.update(() => (behind = $finishComposition(binding, composition!, after)));
      composition = undefined;
      return behind;
    },
    check() {
      binding.editor.read(() => {
        const shown = binding.projection.$nodeOf(composition!.provision)?.getTextContent();
        if (shown !== composition!.before.text) throw new Error('what is being composed in was shown anew');
      });
    },
  };
}

/** The words of the provision at the caret, glyphs included, and where the caret stands in them. */
function $shownAtCaret(): CaretText {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) throw new Error('the caret stands somewhere');
  const { focus } = selection;
  const provision = $provisionNodeOf(focus.getNode());
  if (provision === undefined) throw new Error('the caret stands in a provision');
  const children = provision.getChildren();
  const ahead = focus.type === 'element' ? focus.offset : children.findIndex(({ __key }) => __key === focus.key);
  const caret = children.slice(0, ahead).reduce((sum, child) => sum + child.getTextContentSize(), 0);
  return { text: provision.getTextContent(), caret: caret + (focus.type === 'text' ? focus.offset : 0) };
}
