import { applyUpdate, Doc, type YMapEvent } from 'yjs';
import { trailOf, type StanceStep } from '../../../shared/positions/trail.ts';
import { CHAIR } from '../../../shared/schema/ids.ts';
import type { Position } from '../../../shared/schema/position.ts';
import type { HistoryEntry } from '../../../shared/sync/protocol/api.ts';
import type { Observed } from '../contract.ts';
import { ROOTS } from '../rooms.ts';
import { keep } from '../stores/observed.ts';
import { decodeEntry, roomKey } from '../stores/position-code.ts';
import { writeIn, type PastSource } from './history.ts';
import { pushTo } from '../../../shared/schema/push-to.ts';

/** What became of positions, by what the rooms recorded of them; read when somebody asks for it. */
export interface StancePast {
  /** Grows with every reading. */
  readonly read: Observed<StancesRead>;
  /** Reads what is new. Never rejects: out of reach, what was read before stands. */
  readOn(): Promise<void>;
}

export interface StancesRead {
  /** Everything that was on record on these, which are one thing by several names. */
  trail(of: readonly Pick<Position, 'delegation' | 'target' | 'source'>[], patience: number): readonly StanceStep[];
}

/** One room that holds positions, and its past. */
export interface StanceSource {
  readonly audience: Position['audience'];
  readonly past: PastSource;
}

type Steps = Map<string, StanceStep[]>;

export function openStancePast(sources: readonly StanceSource[]): StancePast {
  const steps: Steps = new Map();
  const rooms = sources.map(({ audience, past }) => playRoom(steps, audience, past));
  const reader = (): StancesRead => ({
    trail: (of, patience) =>
      trailOf(
        [...new Set(of.map(roomKey))].flatMap((key) => steps.get(key) ?? []),
        patience,
      ),
  });
  const read = keep(reader());
  let reading: Promise<void> | undefined;
  const readOn = async () => {
    const grown = await Promise.all(rooms.map((room) => room()));
    if (grown.some(Boolean)) read.set(reader());
  };
  return {
    read,
    readOn() {
      reading ??= readOn().finally(() => {
        reading = undefined;
      });
      return reading;
    },
  };
}

/** Reads on in one room's past, and says whether there was more. */
function playRoom(steps: Steps, audience: Position['audience'], past: PastSource): () => Promise<boolean> {
  const doc = new Doc();
  const positions = doc.getMap(ROOTS.positions);
  let now: HistoryEntry | undefined;
  let last: number | undefined;
  let recalled = false;
  positions.observe((event: YMapEvent<unknown>) => {
    for (const key of event.keysChanged) {
      const position = decodeEntry(key, positions.get(key), audience);
      const at = position && isFounding(position, now) ? position.at : (now?.at ?? 0);
      const step: StanceStep = { at, stance: position?.stance ?? 'withdrawn', audience };
      pushTo(steps, key, step);
    }
  });
  const play = (entries: readonly HistoryEntry[]) => {
    for (const entry of entries) {
      now = entry;
      applyUpdate(doc, writeIn(entry).update);
      last = entry.seq;
    }
    return entries.length > 0;
  };
  return async () => {
    let grown = false;
    try {
      if (!recalled) grown = play(await past.recall());
      recalled = true;
      for (let next: number | undefined = last ?? 0; next !== undefined;) {
        const part = await past.after(next);
        if (part.entries.length > 0) past.remember(part.entries);
        grown = play(part.entries) || grown;
        ({ next } = part);
      }
    } catch {
      // Out of reach: asked again with the next reading.
    }
    return grown;
  };
}

/** What a meeting began with was written by the chair at one moment, and says itself since when it stands. */
function isFounding(position: Position, entry: HistoryEntry | undefined): boolean {
  return entry?.code === CHAIR && (position.source === 'national' || entry.seq <= 1);
}
