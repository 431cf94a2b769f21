import type { HostBridge } from '../../../shared/host/bridge.ts';
import { CHAIR } from '../../../shared/schema/ids.ts';
import type { Member } from '../../../shared/schema/meeting.ts';
import { Fault } from '../../../shared/schema/result.ts';
import { invitationIn, invitationLink, memberOf, readInvitation } from '../../../shared/sync/protocol/invitation.ts';
import { mintMeetingId } from '../../../shared/sync/protocol/rooms.ts';
import type { SaveState, Session } from '../contract.ts';
import type { Entrance, MeetingRequest } from './contract.ts';
import { discardCopies } from './discard.ts';
import { lookKey } from '../look-key.ts';
import { membershipKey, openKnownMeetings, type KnownMeeting } from './known-meetings.ts';
import { openMeeting, type OpenMeetingOptions } from './open-meeting.ts';
import { relayApi } from './relay-api.ts';
import { encodeSeed, seedRooms } from './seed.ts';

export interface EntranceOptions {
  readonly host: HostBridge;
  /** The meeting that shows what the program does. */
  readonly demonstration: () => MeetingRequest;
  readonly clock: () => number;
  readonly random: () => number;
  readonly storage: Storage | undefined;
  /** The page's address bar; absent outside a browser. */
  readonly address?: { readonly location: Location; readonly history: History };
  readonly WebSocket?: typeof WebSocket;
}

/** How long a first joining waits for the relay's word before it is called out of reach. */
const FIRST_WORD_MS = 15_000;

export function openEntrance(options: EntranceOptions): Entrance {
  const { host, clock, random } = options;
  const meetings = openKnownMeetings(options.storage);
  const secretOf = (known: KnownMeeting) => `invitation/${known.key}`;

  const note = (member: Member, words: { readonly title: string; readonly symbol: string }, relayUrl?: string) => {
    const key = membershipKey(member);
    const before = meetings.find(key);
    const known: KnownMeeting = {
      ...member,
      key,
      ...words,
      ...(relayUrl === undefined ? {} : { relayUrl }),
      openedAt: clock(),
      copies: before?.copies ?? {},
    };
    meetings.note(known);
    return known;
  };

  const open = async (known: KnownMeeting, more: Partial<OpenMeetingOptions> = {}) => {
    const { WebSocket: Socket } = options;
    const session = await openMeeting({
      known,
      meetings,
      clock,
      random,
      ...(Socket ? { WebSocket: Socket } : {}),
      ...more,
    });
    followTitle(session, ({ title, symbol }) => {
      const noted = meetings.find(known.key);
      if (noted && (noted.title !== title || noted.symbol !== symbol)) meetings.note({ ...noted, title, symbol });
    });
    return session;
  };

  const make = async (request: MeetingRequest): Promise<Session> => {
    const { title, symbol, language, person = '' } = request;
    const relayUrl = await host.relay().then(
      ({ url }) => url,
      () => undefined,
    );
    if (relayUrl === undefined) {
      const meeting = mintMeetingId(random);
      const known = note({ meeting, role: 'chair', code: CHAIR, name: '', person }, { title, symbol });
      return open(known, { seed: (rooms) => seedRooms(rooms, request) });
    }
    const created = await relayApi(relayUrl, undefined).create({
      title,
      symbol,
      language,
      person,
      seed: encodeSeed(request),
    });
    const claims = readInvitation(created.token);
    if (!claims) throw new Fault('relay-fault', { detail: 'invitation' });
    const known = note(memberOf(claims), { title, symbol }, relayUrl);
    await host.keepSecret({ key: secretOf(known), value: created.token });
    const session = await open(known, { token: created.token });
    // The relay has the text; nobody is shown an empty draft in the meantime.
    await firstWord(session).catch(() => undefined);
    return session;
  };

  const join = async (invitation: string): Promise<Session> => {
    const token = invitationIn(invitation);
    const claims = token === undefined ? undefined : readInvitation(token);
    if (token === undefined || !claims) throw new Fault('token-invalid');
    const member = memberOf(claims);
    const before = meetings.find(membershipKey(member));
    const relayUrl = relayIn(invitation) ?? before?.relayUrl ?? (await host.relay()).url;
    if (options.address && isElsewhere(relayUrl, options.address.location)) {
      // A page may talk to the relay that served it and to no other: the other relay serves a page of its own.
      options.address.location.assign(invitationLink(relayUrl, token));
      return new Promise(() => {});
    }
    const known = note(member, { title: before?.title ?? '', symbol: before?.symbol ?? '' }, relayUrl);
    const session = await open(known, { token });
    try {
      await firstWord(session);
    } catch (fault) {
      session.leave();
      // A meeting that was never seen is not noted; one that was stays, with the invitation that worked.
      if (before) meetings.note(before);
      else {
        meetings.drop(known.key);
        await discardCopies(known);
      }
      throw fault;
    }
    await host.keepSecret({ key: secretOf(known), value: token });
    return session;
  };

  return {
    known: meetings.list,
    kept: async () => meetings.list.get(),
    openDemonstration: async () => make(options.demonstration()),
    make,
    join,
    async reopen(meeting) {
      const known = meetings.find(membershipKey(meeting));
      if (!known) throw new Fault('not-found');
      const token = known.relayUrl === undefined ? undefined : await host.readSecret({ key: secretOf(known) });
      if (known.relayUrl !== undefined && token === undefined) throw new Fault('token-invalid');
      const opened = { ...known, openedAt: clock() };
      meetings.note(opened);
      return open(opened, token === undefined ? {} : { token });
    },
    async forget(meeting) {
      const known = meetings.find(membershipKey(meeting));
      if (!known) return;
      meetings.drop(known.key);
      await host.forgetSecret({ key: secretOf(known) });
      options.storage?.removeItem(lookKey(known));
      await discardCopies(known);
    },
    async joinFromAddress() {
      const { address } = options;
      const token = address && invitationIn(address.location.href);
      if (!address || token === undefined) return undefined;
      const link = address.location.href;
      // First of all: the invitation is not to be read off the screen, or kept in the browser's history.
      address.history.replaceState(null, '', link.replace(/#.*$/, ''));
      return join(link);
    },
  };
}

/** The relay's address in an invitation's link; a bare token has none. */
function relayIn(invitation: string): string | undefined {
  const link = /https?:\/\/[^\s#]+(?=#)/.exec(invitation)?.[0];
  return link === undefined ? undefined : new URL('/', link).href;
}

/** The desktop application's own page, which is not served by a relay, reaches every relay. */
function isElsewhere(relayUrl: string, { origin, protocol }: Location): boolean {
  return /^https?:$/.test(protocol) && new URL(relayUrl).origin !== origin;
}

/** Resolves when the relay has let this member in and sent the rooms; rejects with why it did not. */
function firstWord({ save }: Session): Promise<void> {
  return new Promise((resolve, reject) => {
    const judge = () => {
      const answer = verdict(save.get());
      if (answer === undefined) return;
      clearTimeout(timer);
      unsubscribe();
      if (answer === 'in') resolve();
      else reject(answer);
    };
    const timer = setTimeout(() => {
      unsubscribe();
      reject(new Fault('relay-unavailable'));
    }, FIRST_WORD_MS);
    const unsubscribe = save.subscribe(judge);
    judge();
  });
}

function verdict(state: SaveState): 'in' | Fault | undefined {
  switch (state.type) {
    case 'connecting':
      return undefined;
    case 'closed':
      return new Fault(state.reason);
    case 'offline':
      return new Fault('relay-unavailable');
    default:
      return 'in';
  }
}

/** An observer reads no room that names the meeting; the latest revision does. */
function followTitle(session: Session, tell: (words: { title: string; symbol: string }) => void): void {
  const look = () => {
    const words = session.me.role === 'observer' ? session.draft.get() : session.profile.get();
    if (words.title !== '') tell(words);
  };
  (session.me.role === 'observer' ? session.draft : session.profile).subscribe(look);
  look();
}
