import type { Awareness } from 'y-protocols/awareness';
import { proponentOf, type ProvisionId } from '../../../shared/schema/ids.ts';
import type { Member } from '../../../shared/schema/meeting.ts';
import { parsePresence } from '../../../shared/sync/protocol/presence.ts';
import type { Observed, Presence } from '../contract.ts';
import { keep } from './observed.ts';

export interface Caret {
  readonly anchor: unknown;
  readonly head: unknown;
  readonly provision: ProvisionId;
  readonly composing: boolean;
}

export interface PresenceStore {
  /** The other people in the room, one entry a person; one's own other windows are left out. */
  readonly presence: Observed<readonly Presence[]>;
  show(caret: Caret | undefined): void;
  stop(): void;
}

/** Carets move with every key; ten a second is as fast as an eye follows. */
const CARET_INTERVAL_MS = 100;

export interface PresenceOptions {
  readonly awareness: Awareness;
  readonly me: Member;
  readonly clock: () => number;
}

export function openPresence({ awareness, me, clock }: PresenceOptions): PresenceStore {
  const presence = keep<readonly Presence[]>([]);
  // By this machine's clock: the others' clocks differ by minutes.
  const movedAt = new Map<number, number>();

  const read = () => {
    const people = new Map<string, Presence>();
    for (const [client, state] of awareness.getStates()) {
      if (client === awareness.clientID) continue;
      const other = decodePresence(client, state, movedAt.get(client) ?? clock());
      if (!other || isMe(other, me)) continue;
      const who = other.person === '' ? String(client) : `${other.code}|${other.person}`;
      const known = people.get(who);
      if (!known || known.movedAt < other.movedAt) people.set(who, other);
    }
    presence.set([...people.values()].toSorted((a, b) => a.code.localeCompare(b.code) || a.client - b.client));
  };
  const changed = (change: { added: number[]; updated: number[]; removed: number[] }) => {
    for (const client of [...change.added, ...change.updated]) movedAt.set(client, clock());
    for (const client of change.removed) movedAt.delete(client);
    if ([...change.added, ...change.updated, ...change.removed].some((client) => client !== awareness.clientID)) read();
  };
  awareness.on('change', changed);
  // The relay may have told of the others while the kept copies were still being read.
  read();

  let latest: Caret | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = () => {
    // Whose it is, the relay fills in from the invitation (rule R7).
    awareness.setLocalState({ ...latest });
  };
  send();

  return {
    presence,
    show(caret) {
      latest = caret;
      if (timer !== undefined) return;
      send();
      const settle = () => {
        timer = undefined;
        if (latest !== caret) send();
      };
      timer = setTimeout(settle, CARET_INTERVAL_MS);
    },
    stop() {
      clearTimeout(timer);
      awareness.off('change', changed);
      awareness.setLocalState(null);
    },
  };
}

/** A chair who gave no name has other windows too, the room display among them. */
function isMe(other: Presence, me: Member): boolean {
  return other.code === me.code && other.person === me.person;
}

function decodePresence(client: number, state: unknown, movedAt: number): Presence | undefined {
  const told = parsePresence(state);
  if (!told) return undefined;
  const { provision } = told;
  return {
    client,
    code: told.code,
    person: told.person,
    composing: told.composing === true,
    movedAt,
    ...(provision !== undefined && proponentOf(provision) !== undefined
      ? { provision: provision as ProvisionId, anchor: told.anchor, head: told.head }
      : {}),
  };
}
