/**
 * The answer to a newcomer, who has nothing yet: the whole room as one frame, made once and kept, and before it what has
 * changed since as another: whoever has read the answer has all. When hundreds come back at once, or one after the other
 * while somebody types, the room is not written out anew for each; and a room that has just been read is sent as it was
 * stored, before anything is built.
 */
import * as Y from 'yjs';
import { encodeAnswer, encodeUpdate } from '../../../shared/sync/protocol/sync-frame.ts';
import { shareFrame } from './connection.ts';
import { mergeAll } from './merge-all.ts';

/** The state vector of a doc that has nothing. */
const NOTHING = Buffer.from([0]);
/** A room smaller than this is written out anew rather than followed. */
const SMALL = 16_384;
/** More updates than this are not worth merging. */
const MANY = 1_000;

export class WholeState {
  #answer: Buffer | undefined;
  #since: Uint8Array[] = [];
  #sinceBytes = 0;

  static isFor(stateVector: Uint8Array): boolean {
    return Buffer.compare(stateVector, NOTHING) === 0;
  }

  /** The room as the journal has it: the last snapshot's state, and what came since. */
  begin([state, ...since]: readonly Uint8Array[]): void {
    this.forget();
    if (state) this.#answer = shareFrame(encodeAnswer(state));
    for (const update of since) this.note(update);
  }

  /** An update that everybody has been sent. */
  note(update: Uint8Array): void {
    if (!this.#answer) return;
    this.#since.push(update);
    this.#sinceBytes += update.length;
    // Past that, what has changed costs more than writing the room out again.
    const most = Math.max(SMALL, this.#answer.length) / 4;
    if (this.#sinceBytes > most || this.#since.length > MANY) this.forget();
  }

  forget(): void {
    this.#answer = undefined;
    this.#since = [];
    this.#sinceBytes = 0;
  }

  /**
   * Frames that together hold the doc as it is now, ready for the wire. `clean`: without a word that was typed and
   * taken back since they were first made, for those who may read the text and not its history.
   */
  frames(doc: () => Y.Doc, { clean }: { readonly clean: boolean }): readonly Buffer[] {
    if (clean && this.#since.length > 0) this.forget();
    this.#answer ??= shareFrame(encodeAnswer(Y.encodeStateAsUpdate(doc())));
    if (this.#since.length > 1) this.#since = [mergeAll(this.#since)];
    const [since] = this.#since;
    return since ? [shareFrame(encodeUpdate(since)), this.#answer] : [this.#answer];
  }
}
