import type * as Y from 'yjs';
import type { Hand, Place, WriteOutcome } from '../../shared/sync/contract.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { eraseText } from '../../shared/sync/commands/erase-text.ts';
import { replaceText } from '../../shared/sync/commands/replace-text.ts';
import { addBracket } from '../../shared/sync/commands/add-bracket.ts';
import { addProvision } from '../../shared/sync/commands/add-provision.ts';
import { addVariant } from '../../shared/sync/commands/add-variant.ts';
import { closeBracket } from '../../shared/sync/commands/close-bracket.ts';
import { joinProvision } from '../../shared/sync/commands/join-provision.ts';
import { markText } from '../../shared/sync/commands/mark-text.ts';
import { moveProvision } from '../../shared/sync/commands/move-provision.ts';
import { removeProvision } from '../../shared/sync/commands/remove-provision.ts';
import { restoreProvision } from '../../shared/sync/commands/restore-provision.ts';
import { bridgeBracket } from '../../shared/sync/commands/bridge-bracket.ts';
import { mergeDuplicates } from '../../shared/sync/commands/merge-duplicates.ts';
import { freezeNumbers } from '../../shared/sync/commands/freeze-numbers.ts';
import { offerOption } from '../../shared/sync/commands/offer-option.ts';
import { offerVariant } from '../../shared/sync/commands/offer-variant.ts';
import { second } from '../../shared/sync/commands/second.ts';
import { setProvision } from '../../shared/sync/commands/set-provision.ts';
import { splitProvision } from '../../shared/sync/commands/split-provision.ts';
import { withdrawBracket } from '../../shared/sync/commands/withdraw-bracket.ts';
import { createReplica } from '../../shared/sync/replica.ts';
import type { Replica } from '../../shared/sync/replica.ts';
import { createUndo } from '../../shared/sync/undo.ts';
import type { Undo } from '../../shared/sync/undo.ts';
import type { Span } from '../../shared/schema/bracket.ts';

/** The commands a run writes with; a mutation check swaps one of them for a broken one. */
export const COMMANDS = {
  insertText,
  eraseText,
  replaceText,
  addBracket,
  addProvision,
  addVariant,
  closeBracket,
  joinProvision,
  markText,
  moveProvision,
  removeProvision,
  restoreProvision,
  offerOption,
  offerVariant,
  second,
  freezeNumbers,
  mergeDuplicates,
  bridgeBracket,
  setProvision,
  splitProvision,
  withdrawBracket,
  createUndo,
};
export type Commands = typeof COMMANDS;

/** What a peer is made of: its document, whose hand writes in it, and whose clients are its own. */
export interface Seat {
  readonly doc: Y.Doc;
  readonly hand: Hand;
  readonly isMine: (client: number) => boolean;
  readonly commands: Commands;
}

/**
 * One screen in a room. Words go in and out through it, so that a peer with an editor can do so as its user would;
 * everything else is done to its replica. `check` throws where what is shown is not what the document says.
 */
export interface RoomPeer {
  readonly replica: Replica;
  readonly hand: Hand;
  readonly undo: Undo;
  insert(at: Place, text: string): WriteOutcome;
  erase(spans: readonly Span[]): WriteOutcome;
  replace(spans: readonly Span[], text: string): WriteOutcome;
  /** Composing with an input method, where the peer has a screen: begun now, finished when others may have edited. */
  readonly composing?: Composing;
  check(): void;
  destroy(): void;
}

export interface Composing {
  readonly isUnderWay: boolean;
  /** At the end of a span, which gives way to what is composed; an empty one is the caret. */
  begin(span: Span): void;
  /** The place behind what was written; `undefined` where its place was gone, and nothing was. */
  finish(text: string): Place | undefined;
}

export type PeerFactory = (seat: Seat) => RoomPeer;

/** A peer that writes with the commands directly. */
export const plainPeer: PeerFactory = ({ doc, hand, isMine, commands }) => {
  const replica = createReplica(doc, { isMine });
  const undo = commands.createUndo(replica, hand);
  return {
    replica,
    hand,
    undo,
    insert: (at, text) => commands.insertText(replica, hand, { at, text }),
    erase: (spans) => commands.eraseText(replica, hand, { spans }),
    replace: (spans, text) => commands.replaceText(replica, hand, { spans, text }),
    check: () => undefined,
    destroy() {
      undo.destroy();
      replica.destroy();
    },
  };
};
