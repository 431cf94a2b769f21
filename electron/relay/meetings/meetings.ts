import type { MeetingId } from '../../../shared/schema/ids.ts';
import { mintMeetingId } from '../../../shared/sync/protocol/rooms.ts';
import { makeKeys, readKeys } from '../admission/keys.ts';
import { Ledger } from './ledger.ts';
import { Meeting, type RelaySetting } from './meeting.ts';

/** All meetings of one journal; one is read when it is first asked for. */
export class Meetings {
  readonly #setting: RelaySetting;
  readonly #meetings = new Map<MeetingId, Promise<Meeting | undefined>>();

  constructor(setting: RelaySetting) {
    this.#setting = setting;
  }

  find(id: MeetingId): Promise<Meeting | undefined> {
    const known = this.#meetings.get(id);
    if (known) return known;
    const opening = this.#open(id);
    this.#meetings.set(id, opening);
    // Only meetings that exist are remembered: made-up ids must not fill the memory.
    const forget = (): void => void this.#meetings.delete(id);
    opening.then((meeting) => meeting ?? forget(), forget);
    return opening;
  }

  /** A new meeting with a key of its own. */
  async create(random: () => number): Promise<Meeting> {
    const id = mintMeetingId(random);
    const key = await makeKeys();
    const keys = await readKeys(key);
    const ledger = await Ledger.begin(this.#setting.journal, id, key, this.#setting.now());
    const meeting = new Meeting(id, { ledger, keys }, this.#setting);
    this.#meetings.set(id, Promise.resolve(meeting));
    return meeting;
  }

  async all(): Promise<readonly Meeting[]> {
    const meetings = await Promise.allSettled(this.#meetings.values());
    return meetings.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
  }

  async #open(id: MeetingId): Promise<Meeting | undefined> {
    const ledger = await Ledger.open(this.#setting.journal, id);
    if (ledger?.brokenAt !== undefined)
      this.#setting.log({ event: 'chain-broken', meeting: id, room: 'ledger', count: ledger.brokenAt });
    return ledger && new Meeting(id, { ledger, keys: await readKeys(ledger.key) }, this.#setting);
  }
}
