import type { PastChain, PastMisfit } from '../../../shared/sync/history/chain.ts';
import type { PastWrite } from '../../../shared/sync/history/entry.ts';
import { Playback, type HistoryStep } from '../../../shared/sync/history/playback.ts';
import type { History, HistoryEntry } from '../../../shared/sync/protocol/api.ts';
import type { Observed } from '../contract.ts';
import { keep } from '../stores/observed.ts';

/** Where a past comes from, and how it is had again without that. */
export interface PastSource {
  /** What this machine has kept of it, oldest first. */
  recall(): Promise<readonly HistoryEntry[]>;
  /** A part of what came after an entry. Rejects while that is out of reach. */
  after(seq: number): Promise<History>;
  /** Keeps more of it here. */
  remember(entries: readonly HistoryEntry[]): void;
  /** The chain that it must fit; absent where nobody else could have changed it. */
  readonly chain?: PastChain;
}

/** How much of the past is here. */
export type PastReach =
  | { readonly type: 'unasked' }
  | { readonly type: 'reading' }
  /** `misfit`: where it does not fit the relay's chain; what comes from there on may have been changed. */
  | { readonly type: 'whole'; readonly misfit?: PastMisfit }
  /** The relay is out of reach; `until`: the last write that is known here, milliseconds since 1970. */
  | { readonly type: 'kept'; readonly until: number | undefined }
  /** A meeting without a relay: what this machine wrote down itself. */
  | { readonly type: 'own' };

/** The draft's past at this machine; read when somebody asks for it. */
export interface DraftHistory {
  readonly reach: Observed<PastReach>;
  readonly steps: Observed<readonly HistoryStep[]>;
  /** Reads what is new. Never rejects: `reach` says how far it came. */
  read(): Promise<void>;
  /** When and by whom the character with this id was written, as far as was read. */
  readonly writeOf: Playback['writeOf'];
}

/** So many entries are played before the screen gets its turn. */
const PART = 400;

export function openHistory(source: PastSource, done: 'whole' | 'own'): DraftHistory {
  const playback = new Playback();
  const reach = keep<PastReach>({ type: 'unasked' });
  const steps = keep<readonly HistoryStep[]>([]);
  let last: HistoryEntry | undefined;
  let recalled = false;
  let reading: Promise<void> | undefined;

  const take = async (entries: readonly HistoryEntry[]) => {
    for (let at = 0; at < entries.length; at += PART) {
      const part = entries.slice(at, at + PART);
      const writes = part.map(writeIn);
      for (const [index, entry] of part.entries()) follow(source.chain, entry, writes[index]!);
      playback.add(writes);
      steps.set([...playback.steps]);
      await new Promise((resolve) => setTimeout(resolve));
    }
    last = entries.at(-1) ?? last;
  };
  const readOn = async () => {
    if (!recalled) {
      reach.set({ type: 'reading' });
      await take(await source.recall().catch(() => []));
      recalled = true;
    }
    try {
      for (let next: number | undefined = last?.seq ?? 0; next !== undefined;) {
        const part = await source.after(next);
        for (const anchor of part.anchors ?? []) source.chain?.anchor(anchor);
        if (part.from) source.chain?.compare(part.from);
        if (part.entries.length > 0) source.remember(part.entries);
        await take(part.entries);
        ({ next } = part);
      }
      const misfit = source.chain?.misfit;
      const now = reach.get();
      if (now.type !== done || (now.type === 'whole' && now.misfit !== misfit))
        reach.set(done === 'whole' && misfit ? { type: done, misfit } : { type: done });
    } catch {
      reach.set({ type: 'kept', until: last?.at });
    }
  };
  return {
    reach,
    steps,
    read() {
      reading ??= readOn().finally(() => {
        reading = undefined;
      });
      return reading;
    },
    writeOf: (client, clock) => playback.writeOf(client, clock),
  };
}

/** An entry without its link was changed too: the relay tells one with each. */
function follow(chain: PastChain | undefined, { seq, link }: HistoryEntry, { update, ...write }: PastWrite): void {
  chain?.take({ seq, ...write, invitation: '', clients: [], hash: '', ...link, body: update });
}

export function writeIn({ at, code, person, update }: HistoryEntry): PastWrite {
  return { at, code, person, update: Uint8Array.from(atob(update), (letter) => letter.charCodeAt(0)) };
}
