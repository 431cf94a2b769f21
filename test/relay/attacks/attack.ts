import * as Y from 'yjs';
import type { encodeUpdate } from '../../../shared/sync/protocol/sync-frame.ts';
import { forged } from '../support/forge.ts';
import type { Siege } from '../support/siege.ts';
import { MALFORMED } from './malformed.ts';
import { PROCEDURE_ATTACKS } from './procedure.ts';
import { CHAIR_ROOM_ATTACKS } from './chair-room.ts';
import { POSITION_ATTACKS } from './positions.ts';
import { ROOM_ATTACKS } from './rooms.ts';
import type { Heading } from './table.ts';
import { TEXT_ATTACKS } from './text.ts';
import { VALUE_ATTACKS } from './values.ts';

/** One attempt on a meeting at work. */
export interface Attack {
  readonly heading: Heading;
  readonly what: string;
  readonly who: string;
  /** What the relay must write into its log: the event and the reason. */
  readonly event: string;
  readonly reason: string;
  /** How the attacker is answered: the reason its connection ends with, an HTTP status, nothing. */
  readonly answer: string | number | undefined;
  strike(field: Siege, encode: typeof encodeUpdate): Promise<string | number | undefined>;
}

/** What a delegation writes into the text, whatever it is made of. */
export const TEXT_WRITES: readonly Attack[] = [...TEXT_ATTACKS, ...VALUE_ATTACKS, ...MALFORMED].map(
  ([heading, what, reason, make]) => ({
    heading,
    what,
    who: 'RUS',
    event: 'refused',
    reason,
    // Of a write that takes accepted words back the rest is taken, and its writer goes on.
    answer: reason === 'words-accepted' ? undefined : 'write-refused',
    strike: async (field, encode) => (await field.attack('text', encode(make(field.known())))).close,
  }),
);

/** What members write into the rooms that they are let into. */
export const ROOM_WRITES: readonly Attack[] = [
  ...ROOM_ATTACKS,
  ...CHAIR_ROOM_ATTACKS,
  ...POSITION_ATTACKS,
  ...PROCEDURE_ATTACKS,
].map(([heading, who, room, what, reason, change]) => ({
  heading,
  what,
  who,
  event: 'refused',
  reason,
  answer: 'write-refused',
  async strike(field, encode) {
    // Somebody who may read the room made it; whose client id it is decides nothing here.
    const known = room === 'record' ? new Y.Doc() : field.doc(room);
    return (await field.attack(room, encode(forged(known, change)), who)).close;
  },
}));
