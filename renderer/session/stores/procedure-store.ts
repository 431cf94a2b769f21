import type * as Y from 'yjs';
import { decodeAct, decodeStamp, encodeAct } from '../../../shared/procedure/room/decode-act.ts';
import type { Act, Deed } from '../../../shared/procedure/room/act.ts';
import { orderActs } from '../../../shared/procedure/room/order-acts.ts';
import { readProcedure, type Procedure } from '../../../shared/procedure/room/procedure.ts';
import { mintId, type ActId } from '../../../shared/schema/ids.ts';
import type { Member } from '../../../shared/schema/meeting.ts';
import type { Observed } from '../contract.ts';
import { ROOTS } from '../rooms.ts';
import { keep } from './observed.ts';

/** What was done in the room, from the log in room `chair`. */
export interface ProcedureStore {
  readonly procedure: Observed<Procedure>;
  /** Puts an act on record under one's own name; whether it counts, the log tells. */
  act(deed: Deed): ActId;
  stop(): void;
}

export interface ProcedureOptions {
  readonly doc: Y.Doc;
  readonly me: Member;
  /** Whether a relay says when acts came in. */
  readonly stamped: boolean;
  readonly now: () => number;
  readonly random: () => number;
}

const ACT = Symbol('act in the room');

export function openProcedure({ doc, me, stamped, now, random }: ProcedureOptions): ProcedureStore {
  const log = doc.getMap<unknown>(ROOTS.acts);
  const stamps = doc.getArray<unknown>(ROOTS.stamps);
  const acts = new Map<ActId, Act>();
  // An act never changes: once read it is not read again.
  const readActs = () => {
    for (const [key, value] of log) {
      if (acts.has(key as ActId)) continue;
      const act = decodeAct(key, value);
      if (act) acts.set(act.id, act);
    }
  };
  const read = () => {
    readActs();
    const heard = stamped ? stamps.toArray().flatMap((value) => decodeStamp(value) ?? []) : undefined;
    return readProcedure(orderActs(acts, heard));
  };
  const procedure = keep(read());
  const refresh = () => procedure.set(read());
  log.observe(refresh);
  stamps.observe(refresh);
  let latest = 0;
  return {
    procedure,
    act(deed) {
      // Two acts of one moment keep their order.
      latest = Math.max(now(), latest + 1);
      const act: Act = { id: mintId<ActId>(me.code, random), by: me.code, person: me.person, at: latest, deed };
      doc.transact(() => log.set(act.id, encodeAct(act)), ACT);
      return act.id;
    },
    stop() {
      log.unobserve(refresh);
      stamps.unobserve(refresh);
    },
  };
}
