import { sha256 } from '@noble/hashes/sha2.js';
import { isCode, type Code } from '../../../shared/schema/ids.ts';
import { Fault } from '../../../shared/schema/result.ts';
import { PastChain } from '../../../shared/sync/history/chain.ts';
import { isJournalTrouble } from '../../../shared/sync/protocol/refusal.ts';
import type { Session } from '../contract.ts';
import { openLine, type Line } from '../line/line.ts';
import { openRelayClock } from '../line/relay-clock.ts';
import { openHistory, type PastSource } from '../history/history.ts';
import { keptPast } from '../history/kept-past.ts';
import { openMemory } from '../history/memory.ts';
import { ownPast } from '../history/own-past.ts';
import { followNetwork } from '../line/network.ts';
import { ownReview } from '../line/own-review.ts';
import { keepCopy, type KeptCopy } from '../line/persistence.ts';
import { openSaveKeeper } from '../line/save-state.ts';
import { openRooms, type RoomSet, type RoomWork } from '../room-set.ts';
import { roomsOf, type RoomName } from '../rooms.ts';
import { createSession } from '../session.ts';
import { openStances } from './open-stances.ts';
import { openAuthors, type AuthorsStore } from '../stores/authors-store.ts';
import { listOf } from '../stores/decode.ts';
import {
  copiesBefore,
  copyName,
  memberIn,
  setAside,
  takeBack,
  type KnownMeeting,
  type KnownMeetings,
} from './known-meetings.ts';
import { openLeftBehind } from './left-behind.ts';
import { officeOf } from './office.ts';
import { relayApi } from './relay-api.ts';

export interface OpenMeetingOptions {
  readonly known: KnownMeeting;
  /** Where the meeting is noted when one of its copies is set aside. */
  readonly meetings: KnownMeetings;
  /** The invitation; a meeting without a relay has none. */
  readonly token?: string;
  /** Writes what a new meeting begins with into its rooms, once they are loaded. */
  readonly seed?: (rooms: RoomSet) => void;
  readonly clock: () => number;
  readonly random: () => number;
  readonly WebSocket?: typeof WebSocket;
}

/**
 * Opens a meeting from this machine's copies, and takes up the line to its relay where it has one. Resolves as soon as the
 * copies are read: without a network the meeting is there all the same, and `save` says so.
 */
export async function openMeeting(options: OpenMeetingOptions): Promise<Session> {
  const { known, token } = options;
  if (known.relayUrl !== undefined && token === undefined) throw new Fault('token-invalid');
  const authors = openAuthors();
  const relayClock = openRelayClock(options.clock);
  const keeper = openSaveKeeper(known.relayUrl === undefined);
  const copies = new Map<RoomName, KeptCopy>();
  const lines = new Map<RoomName, Line>();
  const aside = new Set<RoomName>();
  let paused = false;
  let left = false;

  const connect = (room: RoomName, relayUrl: string, invitation: string) => {
    const doc = rooms.get(room);
    const copy = copies.get(room);
    if (left || !doc || !copy) return;
    // A room's registry is its own: an id that one delegation has in the text may be another's in another room.
    const registry = room === 'text' ? authors : openAuthors();
    const owner = (client: number) => registry.authors.get().get(client);
    const line = openLine({
      doc,
      room,
      review: ownReview({ doc, room, member: memberIn(known), owner }),
      address: roomsAddress(relayUrl, known.meeting),
      token: invitation,
      presence: room === 'text',
      inherited: copy.inherited(),
      random: options.random,
      WebSocket: options.WebSocket ?? globalThis.WebSocket,
      onPending: copy.noteUnsent,
      onInheritedSaved: copy.settleInherited,
      onClock: relayClock.heard,
      onRegistry: registry.register,
    });
    lines.set(room, line);
    if (paused) line.pause();
    const tell = () => {
      const state = line.state.get();
      keeper.line(room, state);
      // What broke a rule would be refused again for ever; its copy stays on disk and the next start reads afresh. So it
      // does where the copy lacks words that the room has, unless something in it has not gone out yet.
      const broken = state.refused !== undefined && !isJournalTrouble(state.refused);
      const wanted = broken || (state.lacking === true && state.pending === 0);
      if (aside.has(room) === wanted) return;
      const noted = options.meetings.find(known.key) ?? known;
      options.meetings.note(wanted ? setAside(noted, room) : takeBack(noted, room));
      if (wanted) aside.add(room);
      else aside.delete(room);
    };
    line.state.subscribe(tell);
    tell();
  };

  const loading: Promise<void>[] = [];
  const work: RoomWork = (room, doc) => {
    const copy = keepCopy(copyName(known, room), doc);
    copies.set(room, copy);
    const tell = () => keeper.copy(room, copy.kept.get());
    copy.kept.subscribe(tell);
    tell();
    loading.push(copy.loaded);
    if (known.relayUrl !== undefined && token !== undefined) {
      const { relayUrl } = known;
      void copy.loaded.then(() => connect(room, relayUrl, token));
    }
    return () => {
      lines.get(room)?.stop();
      copy.stop();
    };
  };
  const rooms = openRooms(roomsOf(known), work);
  await Promise.all(loading);
  await rememberAuthors(authors, rooms, copies.get('text'), known.code);
  options.seed?.(rooms);

  const pause = () => lines.forEach((line) => line.pause());
  const resume = () => {
    if (!paused) lines.forEach((line) => line.resume());
  };
  // A relay on this very machine, or on a network without the internet, is there whatever the browser says: it is asked.
  const pauseTheDead = () =>
    lines.forEach((line) => void line.answers().then((there) => there || navigator.onLine || line.pause()));
  const unfollow = followNetwork({ lost: pauseTheDead, back: resume });
  const awareness = lines.get('text')?.awareness;

  const textCopy = copies.get('text');
  const text = rooms.get('text');
  const own = known.relayUrl === undefined && text !== undefined;
  const past = own
    ? ownPast({ doc: text, member: memberIn(known), clock: options.clock, ...copyOf(textCopy) })
    : undefined;
  const relayPast = known.relayUrl === undefined ? undefined : pastAtRelay(known, token, { copy: textCopy });
  const stances = openStances({
    rooms,
    member: known,
    pastOf: (room, doc) =>
      known.relayUrl === undefined
        ? ownPast({ doc, member: memberIn(known), clock: options.clock, ...copyOf(copies.get(room)) })
        : { ...pastAtRelay(known, token, { room }), stop() {} },
  });
  const history = past ? openHistory(past, 'own') : relayPast && openHistory(relayPast, 'whole');

  const asideBefore = text && copiesBefore(known, 'text');
  const leftBehind =
    asideBefore && asideBefore.length > 0
      ? openLeftBehind({ copies: asideBefore, live: text, save: keeper.save })
      : undefined;

  return createSession({
    member: memberIn(known),
    ...(leftBehind ? { leftBehind } : {}),
    ...(history ? { history } : {}),
    stances: stances.past,
    memory: openMemory(textCopy),
    rooms,
    authors,
    save: keeper.save,
    ...(awareness ? { awareness } : {}),
    office: officeOf(known, token),
    line: {
      goOffline() {
        paused = true;
        pause();
      },
      goOnline() {
        paused = false;
        resume();
      },
    },
    clock: relayClock.now,
    stamped: known.relayUrl !== undefined,
    random: options.random,
    onLeave() {
      left = true;
      past?.stop();
      stances.stop();
      leftBehind?.stop();
      unfollow();
      rooms.close();
      keeper.leave();
    },
  });
}

function roomsAddress(relayUrl: string, meeting: string): string {
  const address = new URL(`rooms/${meeting}`, relayUrl);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return address.href;
}

function copyOf(copy: KeptCopy | undefined): { readonly copy?: KeptCopy } {
  return copy ? { copy } : {};
}

/** The relay's journal, with what was read of it kept here. */
function pastAtRelay(
  { meeting, relayUrl }: KnownMeeting,
  token: string | undefined,
  { copy, room = 'text' }: { readonly copy?: KeptCopy | undefined; readonly room?: RoomName },
): PastSource {
  const relay = relayApi(relayUrl ?? '', token);
  const kept = keptPast(copy);
  return {
    ...kept,
    // What was kept before entries had their links is read again.
    recall: async () => (await kept.recall()).filter(({ link }) => link !== undefined),
    after: (seq) => relay.history(meeting, room, seq),
    chain: new PastChain(`${meeting}/${room}`, sha256),
  };
}

const AUTHORS = 'authors';

/** Keeps the registry beside the text, so that words have their authors while the relay is out of reach. */
async function rememberAuthors(
  authors: AuthorsStore,
  rooms: RoomSet,
  copy: KeptCopy | undefined,
  own: Code,
): Promise<void> {
  const doc = rooms.get('text');
  if (!doc || !copy) return;
  const kept = await copy.recall(AUTHORS).catch(() => undefined);
  for (const [client, code] of decodeAuthors(kept)) authors.claim(client, code);
  authors.claim(doc.clientID, own);
  const remember = () => copy.remember(AUTHORS, [...authors.authors.get()]);
  authors.authors.subscribe(remember);
  remember();
}

function decodeAuthors(text: unknown): readonly (readonly [number, Code])[] {
  try {
    return listOf(typeof text === 'string' ? JSON.parse(text) : undefined).flatMap((pair) => {
      const [client, code] = listOf(pair);
      return typeof client === 'number' && typeof code === 'string' && isCode(code) ? [[client, code] as const] : [];
    });
  } catch {
    return [];
  }
}
