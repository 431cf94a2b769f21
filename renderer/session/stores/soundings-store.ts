import type * as Y from 'yjs';
import {
  decodeSounding,
  decodeSoundingEnd,
  parseSoundingKey,
  soundingEndKey,
} from '../../../shared/procedure/sounding-record.ts';
import type { SoundingId } from '../../../shared/schema/ids.ts';
import type { Sounding } from '../../../shared/schema/sounding.ts';
import type { Observed } from '../contract.ts';
import { ROOTS } from '../rooms.ts';
import { keep } from './observed.ts';

/** Wordings the chair tests in the room, oldest first. A question is written once and ended once (rule Q2). */
export interface SoundingsStore {
  readonly soundings: Observed<readonly Sounding[]>;
  ask(sounding: Omit<Sounding, 'end'>): void;
  end(id: SoundingId, end: NonNullable<Sounding['end']>): void;
  stop(): void;
}

const SOUND = Symbol('test in the room');

export function openSoundings(doc: Y.Doc): SoundingsStore {
  const root = doc.getMap(ROOTS.soundings);
  const read = (): readonly Sounding[] =>
    [...root.entries()]
      .flatMap(([key, value]) => {
        const found = parseSoundingKey(key);
        const asked = found?.part === 'asked' ? decodeSounding(found.id, value) : undefined;
        if (!asked) return [];
        const end = decodeSoundingEnd(root.get(soundingEndKey(asked.id)));
        return [end ? { ...asked, end } : asked];
      })
      .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const soundings = keep<readonly Sounding[]>(read());
  const refresh = () => soundings.set(read());
  root.observe(refresh);
  return {
    soundings,
    ask({ id, subject, words, answers, person, at }) {
      doc.transact(() => root.set(id, { subject, words, answers, person, at }), SOUND);
    },
    end(id, end) {
      if (!root.has(soundingEndKey(id))) doc.transact(() => root.set(soundingEndKey(id), end), SOUND);
    },
    stop: () => root.unobserve(refresh),
  };
}
