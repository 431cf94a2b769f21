import { CHAIR, SECRETARIAT, type ActId, type Code, type ProvisionId } from '../../schema/ids.ts';
import type { HeardAct } from './order-acts.ts';

/** A delegation that asks for the floor. */
export interface Ask {
  readonly id: ActId;
  readonly code: Code;
  /** A right of reply. */
  readonly reply: boolean;
  readonly at: number;
}

export interface Speech {
  readonly code: Code;
  readonly reply: boolean;
  readonly since: number;
  /** 0: for as long as it takes. */
  readonly seconds: number;
}

/** What is open, who speaks, and who asks to. */
export interface Floor {
  readonly open?: { readonly provision: ProvisionId; readonly since: number };
  readonly speaking?: Speech;
  /** In the order in which the chair will call: rights of reply last, unless the chair has ordered otherwise. */
  readonly asks: readonly Ask[];
  readonly listClosed: boolean;
  /** Seconds a statement and a right of reply may take; 0 for no limit. */
  readonly limits: { readonly speech: number; readonly reply: number };
  /** Who has spoken, oldest first. */
  readonly spoken: readonly (Speech & { readonly until: number })[];
}

export const CLOSED_FLOOR: Floor = {
  asks: [],
  listClosed: false,
  limits: { speech: 0, reply: 0 },
  spoken: [],
};

/**
 * What an act makes of the floor (rule U3); the same object where it makes nothing of it. A delegation stands once in the
 * list for a statement and once for a right of reply. Once the list is closed only rights of reply, and what the chair puts
 * in, still come into it. Only the delegation that asks, and the chair, take a request back.
 */
export function hearOnFloor(floor: Floor, { id, by, deed, heard }: HeardAct): Floor {
  switch (deed.type) {
    case 'open-floor': {
      const { open, ...rest } = floor;
      if (open?.provision === deed.provision) return floor;
      return deed.provision ? { ...rest, open: { provision: deed.provision, since: heard } } : rest;
    }
    case 'ask': {
      const { code, reply } = deed;
      if (floor.listClosed && !reply && !presides(by)) return floor;
      if (floor.asks.some((ask) => ask.code === code && ask.reply === reply)) return floor;
      const ask: Ask = { id, code, reply, at: heard };
      // A statement goes before the rights of reply that close the list.
      const replies = reply ? 0 : trailingReplies(floor.asks);
      return { ...floor, asks: floor.asks.toSpliced(floor.asks.length - replies, 0, ask) };
    }
    case 'take-back': {
      const asks = floor.asks.filter((ask) => ask.id !== deed.ask || !(presides(by) || ask.code === by));
      return asks.length === floor.asks.length ? floor : { ...floor, asks };
    }
    case 'call': {
      const asked = floor.asks.find((ask) => ask.id === deed.ask) ?? floor.asks.find((ask) => ask.code === deed.code);
      return {
        ...ended(floor, heard),
        asks: floor.asks.filter((ask) => ask !== asked),
        speaking: { code: deed.code, reply: asked?.reply ?? false, since: heard, seconds: deed.seconds },
      };
    }
    case 'end-speech':
      return floor.speaking ? ended(floor, heard) : floor;
    case 'order': {
      const place = new Map(deed.asks.map((ask, at) => [ask, at]));
      // Who came in meanwhile stays behind those that were put in order.
      const at = (ask: Ask) => place.get(ask.id) ?? deed.asks.length;
      return { ...floor, asks: floor.asks.toSorted((a, b) => at(a) - at(b)) };
    }
    case 'list':
      return floor.listClosed === deed.closed ? floor : { ...floor, listClosed: deed.closed };
    case 'limits':
      return { ...floor, limits: { speech: deed.speech, reply: deed.reply } };
    default:
      return floor;
  }
}

function ended(floor: Floor, until: number): Floor {
  const { speaking, ...rest } = floor;
  return speaking ? { ...rest, spoken: [...floor.spoken, { ...speaking, until }] } : rest;
}

function trailingReplies(asks: readonly Ask[]): number {
  const last = asks.findLastIndex(({ reply }) => !reply);
  return asks.length - 1 - last;
}

function presides(code: Code): boolean {
  return code === CHAIR || code === SECRETARIAT;
}
