import { isDeepStrictEqual } from 'node:util';
import { registerIntegrity } from '../../renderer/editor/extensions/integrity.ts';
import type { Place, WriteOutcome } from '../../shared/sync/contract.ts';
import { createReplica } from '../../shared/sync/replica.ts';
import type { PeerFactory, RoomPeer, Seat } from '../rooms/peer.ts';
import type { Binding } from '../../renderer/editor/binding.ts';
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
  const stop = registerIntegrity(binding, () => {
    rejected += 1;
  });
  const atCaret = (at: Place | undefined, write: () => WriteOutcome): WriteOutcome => {
    let outcome: WriteOutcome | undefined;
    binding.update(() => {
      if (at !== undefined) binding.$select(at);
      const done = binding.$write(write);
      if (done.ok) binding.$select(done.value);
      outcome = done;
    });
    if (outcome === undefined) throw new Error('an update of a headless editor runs at once');
    return outcome;
  };
  return {
    replica,
    hand,
    undo,
    insert: (at, text) => atCaret(at, () => commands.insertText(replica, hand, { at, text })),
    erase: (spans) => atCaret(undefined, () => commands.eraseText(replica, hand, { spans })),
    replace: (spans, text) => atCaret(undefined, () => commands.replaceText(replica, hand, { spans, text })),
    check() {
      const shown = screen.shown();
      const expected = screen.expected();
      const wrong = expected.findIndex((provision, index) => !isDeepStrictEqual(provision, shown[index]));
      if (wrong !== -1 || shown.length !== expected.length) {
        throw new Error(
          `the screen does not show the draft: ${JSON.stringify(shown[wrong])} for ${JSON.stringify(expected[wrong])}`,
        );
      }
      if (rejected > 0) throw new Error('something but the projection changed a node');
      const caret = binding.caret();
      const standing = editor.read(() => binding.$range());
      if (caret !== undefined && (standing === undefined || !isDeepStrictEqual(standing.head, caret.head))) {
        throw new Error(`the caret stands at ${JSON.stringify(standing?.head)}, not ${JSON.stringify(caret.head)}`);
      }
    },
    destroy() {
      stop();
      screen.close();
      replica.destroy();
    },
  };
}
