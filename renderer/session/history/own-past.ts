import * as Y from 'yjs';
import { CHAIR } from '../../../shared/schema/ids.ts';
import type { Member } from '../../../shared/schema/meeting.ts';
import type { HistoryEntry } from '../../../shared/sync/protocol/api.ts';
import type { KeptCopy } from '../line/persistence.ts';
import { toBase64 } from '../meetings/seed.ts';
import type { PastSource } from './history.ts';
import { keptPast } from './kept-past.ts';

export interface OwnPastOptions {
  readonly doc: Y.Doc;
  readonly member: Member;
  readonly clock: () => number;
  /** Where it outlives the window; absent: it does not. */
  readonly copy?: Pick<KeptCopy, 'recall' | 'remember'>;
}

/** Written down together when the hand rests, so that a key costs an array's push. */
const REST_MS = 2_000;

export interface OwnPast extends PastSource {
  stop(): void;
}

/**
 * The past of a meeting without a relay: this machine is the only one that writes, so it keeps the journal. A window
 * begins with the state it found, which closes the gap that a crash may have left.
 */
export function ownPast({ doc, member, clock, copy }: OwnPastOptions): OwnPast {
  const kept = keptPast(copy);
  const log: { at: number; update: Uint8Array }[] = [{ at: clock(), update: Y.encodeStateAsUpdate(doc) }];
  let stored: number | undefined;
  let given = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const entry = ({ at, update }: (typeof log)[number], seq: number): HistoryEntry => ({
    seq,
    at,
    // What the window found is the draft as it was begun, and nobody's step.
    code: seq === 0 ? CHAIR : member.code,
    person: seq === 0 ? '' : member.person,
    update: toBase64(update),
  });
  const store = () => {
    clearTimeout(timer);
    timer = undefined;
    const from = stored;
    if (from === undefined || from >= log.length) return;
    kept.remember(log.slice(from).map((each, index) => entry(each, from + index)));
    stored = log.length;
  };
  const note = (update: Uint8Array) => {
    log.push({ at: clock(), update });
    timer ??= setTimeout(store, REST_MS);
  };
  doc.on('update', note);
  globalThis.addEventListener?.('pagehide', store);
  // Parts are counted from what was kept before; nothing is stored until that is known.
  const before = kept.recall().catch(() => []);
  void before.then((entries) => {
    stored = entries.length > 0 ? 1 : 0;
    store();
  });
  return {
    recall: () => before,
    after: async () => {
      const entries = log.slice(given).map((each, index) => entry(each, given + index));
      given = log.length;
      return { entries };
    },
    remember() {},
    stop() {
      store();
      doc.off('update', note);
      globalThis.removeEventListener?.('pagehide', store);
    },
  };
}
