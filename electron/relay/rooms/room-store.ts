/**
 * A room's document and its stream in the journal: what a turn stages in the one, it appends to the other. When that
 * fails, the document goes back to what the journal has; where that cannot be read just now, the document is held back
 * until it can.
 */
import * as Y from 'yjs';
import type { Code } from '../../../shared/schema/ids.ts';
import { acceptedWords } from '../../../shared/sync/document/accepted.ts';
import type { Verdict } from '../../../shared/sync/guard/verdict.ts';
import { RELAY } from '../../../shared/sync/protocol/invitation.ts';
import type { RelayMessage } from '../../../shared/sync/protocol/message.ts';
import type { JournalTrouble } from '../../../shared/sync/protocol/refusal.ts';
import { roomName } from '../../../shared/sync/protocol/rooms.ts';
import { judge, type GuardRequest } from '../guard/guard.ts';
import type { Entry, Head } from '../journal/entry.ts';
import { JournalBehind, JournalDiverged, JournalFenced, JournalRefusal } from '../journal/journal.ts';
import { faultWord } from '../log.ts';
import { changesOf } from './changes.ts';
import type { RoomSetting } from './room-setting.ts';
import { enoughAtRest, loadRoom, putSnapshot, wantsSnapshot, type Registry, type RoomState } from './room-state.ts';
import { actsPutIn, stampActs } from './stamps.ts';
import { emptyOutcome, type Outcome } from './turn.ts';

/** `contested`: another relay wrote first, and what it wrote speaks against this turn. */
export type Committed = 'stored' | 'contested' | JournalTrouble;

export class RoomStore {
  /** The document holds what the journal does not, and could not be read anew: nobody may be told of it. */
  tainted = false;
  /** Another relay has written to the stream. */
  behind = false;
  readonly #setting: RoomSetting;
  readonly #stream: string;
  #state: RoomState;

  static async open(setting: RoomSetting): Promise<RoomStore> {
    const stream = `${setting.meeting}/${roomName(setting.ref)}`;
    return new RoomStore(setting, stream, await loadRoom(setting.journal, stream, setting.ref.kind));
  }

  private constructor(setting: RoomSetting, stream: string, state: RoomState) {
    this.#setting = setting;
    this.#stream = stream;
    this.#state = state;
  }

  get doc(): Y.Doc {
    return this.#state.doc;
  }

  /** The room in updates, while nothing has been built from them. */
  get folded(): readonly Uint8Array[] | undefined {
    return this.#state.folded;
  }

  get registry(): Registry {
    return this.#state.registry;
  }

  get head(): Head {
    return this.#state.head;
  }

  get brokenAt(): number | undefined {
    return this.#state.brokenAt;
  }

  get snapshotDamaged(): boolean {
    return this.#state.snapshotDamaged;
  }

  /** Why the room takes no writes now. */
  get trouble(): JournalTrouble | undefined {
    return this.#state.brokenAt === undefined ? this.#setting.journal.trouble() : 'journal-broken';
  }

  /** What members are told of that. */
  get stateMessage(): Extract<RelayMessage, { type: 'state' }> {
    const { trouble: reason } = this;
    return reason ? { type: 'state', writable: false, reason } : { type: 'state', writable: true };
  }

  /** Hears of what other relays write; the answer ends that. */
  follow(listener: () => void): () => void {
    return this.#setting.journal.follow(this.#stream, () => {
      this.behind = true;
      listener();
    });
  }

  judge(request: Omit<GuardRequest, 'room'>): Verdict {
    return judge({ ...request, room: this.#setting.ref }, this.#state, this.#setting.limits);
  }

  /** Applies an update; what is new in it becomes an entry. An answer repeats every deletion there ever was. */
  stageUpdate(update: Uint8Array, by: Omit<Entry, 'body' | 'at'>, outcome: Outcome): void {
    const at = this.#setting.now();
    let body: Uint8Array | undefined;
    const change = (): void => void (body = changesOf(this.doc, () => Y.applyUpdate(this.doc, update)));
    const acts = this.#setting.ref.kind === 'chair' ? actsPutIn(this.doc, change) : (change(), []);
    if (body) this.#stage({ at, ...by, body }, outcome);
    // In the same turn, so that no act is ever on disk without its time.
    const stamps = acts.length > 0 ? stampActs(this.doc, acts, at) : undefined;
    if (stamps) this.#stage({ at, code: RELAY, invitation: '', clients: this.#ownClient(), body: stamps }, outcome);
  }

  /** Does work on the document that tells itself what entries it makes. */
  stageWork(run: (state: RoomState) => Entry[], outcome: Outcome): void {
    for (const entry of run(this.#state)) this.#stage(entry, outcome);
  }

  /**
   * Puts a turn on disk; where another relay was first, after what that one wrote, which is handed to `onForeign`.
   * Updates come to the same in any order; what does not is a client id that both gave away, work that looked at the
   * room before it changed, a ruling (of the words it let stand none may be taken out behind it), and stamps, which
   * stand in the order of the journal.
   */
  async commit(outcome: Outcome, onForeign: (foreign: Outcome) => void): Promise<Committed> {
    try {
      for (;;) {
        const appended = await this.#append(outcome.entries);
        if (appended === 'stored') break;
        // Of those whose invitation was ended elsewhere nothing is stored any more; work looks for itself.
        const isTouched = outcome.works.length > 0 || [...outcome.settled].some(({ open }) => !open);
        if (appended === 'fenced' && isTouched) return 'contested';
        if (appended === 'fenced') continue;
        const rulings = this.#rulings();
        const foreign = await this.catchUp();
        onForeign(foreign);
        const owners = new Map(foreign.claims);
        const isTaken = outcome.claims.some(([client, code]) => (owners.get(client) ?? code) !== code);
        const areMixed = hasStamps(outcome) && hasStamps(foreign);
        if (isTaken || areMixed || outcome.works.length > 0 || this.#rulings() !== rulings) return 'contested';
      }
      this.#count(outcome.entries);
      this.#setting.metrics.add('rostrum_writes_total', outcome.entries.length);
      return 'stored';
    } catch (error) {
      if (error instanceof JournalDiverged) throw error;
      return error instanceof JournalRefusal ? error.trouble : 'journal-broken';
    }
  }

  /** Takes in what other relays have written, where the journal can be read just now; else it is behind still. */
  async keepUp(): Promise<Outcome> {
    try {
      return this.behind && !this.trouble ? await this.catchUp() : emptyOutcome();
    } catch (error) {
      if (error instanceof JournalRefusal) return emptyOutcome();
      throw error;
    }
  }

  /** Takes in what other relays have written. Throws `JournalDiverged` where that does not follow on what is here. */
  async catchUp(): Promise<Outcome> {
    const { entries, head, brokenAt } = await this.#setting.journal.since(this.#stream, this.#state.head);
    if (brokenAt !== undefined) throw new JournalDiverged();
    this.behind = false;
    const outcome = emptyOutcome();
    for (const entry of entries) {
      Y.applyUpdate(this.doc, entry.body);
      this.#stage(entry, outcome);
    }
    this.#state.head = head;
    this.#count(entries);
    return outcome;
  }

  /**
   * Goes back to what the journal has. That may be more than anybody here was told: another relay's writes, or one of
   * ours that failed and reached it after all. So what stands behind the last entry that was told is handed out, to be
   * sent on. Where the journal cannot be read for a while, the room is tainted until it can.
   */
  async rollBack(): Promise<Outcome> {
    const { journal, ref } = this.#setting;
    const outcome = emptyOutcome();
    this.tainted = true;
    try {
      const fresh = await loadRoom(journal, this.#stream, ref.kind);
      const untold = await journal.since(this.#stream, this.#state.head);
      if (untold.brokenAt !== undefined && fresh.brokenAt === undefined) throw new JournalDiverged();
      this.destroy();
      this.#state = fresh;
      this.tainted = false;
      this.behind = untold.head.seq > fresh.head.seq;
      for (const entry of untold.entries) if (entry.seq <= fresh.head.seq) noteIn(outcome, entry);
    } catch (error) {
      if (!(error instanceof JournalRefusal)) throw error;
    }
    return outcome;
  }

  /** Writes a snapshot where enough has come since the last one; how much is enough hangs on the moment. */
  async snapshot(moment: 'busy' | 'rest' | 'end'): Promise<void> {
    const { journal, limits, log, meeting, ref } = this.#setting;
    const entries = { busy: limits.snapshotEntries, rest: enoughAtRest(this.#state), end: 1 }[moment];
    const isWanted = wantsSnapshot(this.#state, { entries, bytes: limits.snapshotBytes });
    if (this.trouble || this.tainted || !isWanted) return;
    try {
      await putSnapshot(journal, this.#stream, this.#state);
    } catch (error) {
      log({ event: 'snapshot-failed', meeting, room: roomName(ref), reason: faultWord(error) });
    }
  }

  destroy(): void {
    if (!this.folded) this.doc.destroy();
  }

  /** The id that the relay writes under in this copy, where nobody knows it yet. */
  #ownClient(): readonly number[] {
    return this.registry.has(this.doc.clientID) ? [] : [this.doc.clientID];
  }

  #rulings(): number {
    return this.#setting.ref.kind === 'text' ? acceptedWords(this.doc).rulings : 0;
  }

  async #append(entries: readonly Entry[]): Promise<'stored' | 'behind' | 'fenced'> {
    const { journal, fence } = this.#setting;
    const { stream, seq } = fence;
    const after = { ...this.#state.head, ...(seq !== undefined && { fence: { stream, seq } }) };
    try {
      this.#state.head = await journal.append(this.#stream, after, entries);
      return 'stored';
    } catch (error) {
      if (error instanceof JournalBehind) return 'behind';
      if (!(error instanceof JournalFenced)) throw error;
      await fence.keepUp();
      // What cannot be read on cannot be rested on.
      if (fence.seq === seq) throw new JournalRefusal('journal-broken');
      return 'fenced';
    }
  }

  #stage(entry: Entry, outcome: Outcome): void {
    for (const client of entry.clients) this.registry.set(client, entry.code as Code);
    noteIn(outcome, entry);
  }

  #count(entries: readonly Entry[]): void {
    this.#state.entriesSinceSnapshot += entries.length;
    for (const entry of entries) this.#state.bytesSinceSnapshot += entry.body.length;
  }
}

/** Whether acts came in: nothing else is written by the relay itself where members write. */
function hasStamps({ entries }: Outcome): boolean {
  return entries.some(({ code }) => code === RELAY);
}

function noteIn(outcome: Outcome, entry: Entry): void {
  outcome.entries.push(entry);
  outcome.updates.push(entry.body);
  for (const client of entry.clients) outcome.claims.push([client, entry.code as Code]);
}
