/**
 * One room: a Y.Doc, the connections in it, and its stream in the journal.
 *
 * Everything happens in turns. A turn takes what has arrived, lets the guard judge each write and applies what passes,
 * appends it to the journal, and only when that is on disk sends it on, acknowledges it and answers asks. So nobody is
 * ever sent a word that a crash could take back. What arrives during a turn waits for the next one; turns that follow
 * closely are spaced by the merge window, so that a busy room's keystrokes leave in few frames.
 */
import * as Y from 'yjs';
import type { Code } from '../../../shared/schema/ids.ts';
import type { JournalTrouble } from '../../../shared/sync/protocol/refusal.ts';
import type { Room as RoomRef } from '../../../shared/sync/protocol/rooms.ts';
import { roomName } from '../../../shared/sync/protocol/rooms.ts';
import { encodeAnswer, encodeAsk } from '../../../shared/sync/protocol/sync-frame.ts';
import { judge } from '../guard/guard.ts';
import type { Entry } from '../journal/entry.ts';
import { JournalRefusal } from '../journal/journal.ts';
import { faultWord } from '../log.ts';
import { Audience } from './audience.ts';
import { changesOf } from './changes.ts';
import { shareFrame, type Connection } from './connection.ts';
import { Presence } from './presence.ts';
import { loadRoom, putSnapshot, wantsSnapshot, type RoomState } from './room-state.ts';
import type { RoomSetting } from './room-setting.ts';
import { WholeState } from './whole-state.ts';
import { emptyOutcome, type Inbound, type Outcome } from './turn.ts';

export class Room {
  readonly ref: RoomRef;
  readonly audience = new Audience();
  readonly presence: Presence;
  /** When the last connection left; the room may be dropped from memory some time after. */
  idleSince: number;
  /** Set when the room failed; it must be opened anew from the journal. */
  abandoned = false;
  readonly #setting: RoomSetting;
  readonly #stream: string;
  #state: RoomState;
  readonly #whole = new WholeState();
  #inbox: Inbound[] = [];
  #turn: Promise<void> | undefined;
  #unschedule: (() => void) | undefined;
  #endedAt = 0;
  /** The disk can be written again, and the room has not been read anew since. */
  #regained = false;
  #stopListening: () => void;

  static async open(setting: RoomSetting): Promise<Room> {
    const stream = streamOf(setting.meeting, setting.ref);
    return new Room(setting, stream, await loadRoom(setting.journal, stream, setting.ref.kind));
  }

  private constructor(setting: RoomSetting, stream: string, state: RoomState) {
    this.ref = setting.ref;
    this.idleSince = setting.now();
    this.presence = new Presence({
      windowMs: setting.limits.presenceWindowMs,
      now: setting.now,
      send: (frame) => this.audience.sendPresence(frame),
    });
    this.#setting = setting;
    this.#stream = stream;
    this.#state = state;
    this.#stopListening = setting.journal.onTrouble((trouble) => this.#troubleChanged(trouble));
    if (state.brokenAt !== undefined) this.#log('chain-broken', { count: state.brokenAt });
  }

  /** Lets a connection in. It has been told `welcome`; it hears the rest from here. */
  enter(connection: Connection): void {
    this.audience.connections.add(connection);
    connection.tell(this.#stateMessage());
    if (connection.access.attribution) {
      connection.tell({ type: 'registry', entries: [...this.#state.registry] });
    }
    if (connection.access.write) this.#put({ type: 'ask', from: connection, stateVector: OWN_ASK });
    this.showPresence(connection);
  }

  leave(connection: Connection): void {
    if (!this.audience.connections.delete(connection)) return;
    this.presence.leave(connection);
    if (this.connections.size === 0) this.idleSince = this.#setting.now();
  }

  ask(from: Connection, stateVector: Uint8Array): void {
    this.#put({ type: 'ask', from, stateVector });
  }

  write(from: Connection, update: Uint8Array, answer: boolean): void {
    from.received += 1;
    this.#put({ type: 'write', from, number: from.received, update, answer });
  }

  hearPresence(from: Connection, update: Uint8Array): void {
    if (!from.access.presence) return;
    const reason = this.presence.hear(from, update, this.#state.registry);
    if (reason) this.#incident(from, reason, 'R7');
  }

  showPresence(to: Connection): void {
    const present = to.access.presence ? this.presence.all() : undefined;
    if (present) to.send(present);
  }

  /** The document between two turns: everything in it is on disk. */
  read<Value>(look: (doc: Y.Doc) => Value): Promise<Value> {
    return new Promise((done, fail) => {
      let value: Value;
      this.#put({
        type: 'work',
        run: (state) => {
          value = look(state.doc);
          return [];
        },
        done: () => done(value),
        fail,
      });
    });
  }

  /** Writes as the relay itself, or for a member over HTTP; rejects with `JournalRefusal` when the disk does not take it. */
  change(run: (state: RoomState) => Entry[]): Promise<void> {
    return new Promise((done, fail) => this.#put({ type: 'work', run, done, fail }));
  }

  get connections(): ReadonlySet<Connection> {
    return this.audience.connections;
  }

  get busy(): boolean {
    return this.connections.size > 0 || this.#inbox.length > 0 || this.#turn !== undefined;
  }

  /** Where the room's chain stands. */
  get head(): RoomState['head'] {
    return this.#state.head;
  }

  /** Waits for what has arrived to be written, then writes a snapshot and frees the document. */
  async close(): Promise<void> {
    this.#stopListening();
    this.presence.stop();
    while (this.#inbox.length > 0 || this.#turn) await (this.#turn ?? this.#runTurn());
    this.#unschedule?.();
    await this.#snapshot(1);
    this.#state.doc.destroy();
  }

  #put(inbound: Inbound): void {
    this.#inbox.push(inbound);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#turn || this.#unschedule || this.#inbox.length === 0) return;
    const { mergeWindowMs } = this.#setting.limits;
    const wait = Math.min(mergeWindowMs, Math.max(0, this.#endedAt + mergeWindowMs - this.#setting.now()));
    const run = (): void => void this.#runTurn();
    // A room that has been quiet takes its turn at once; a timer would make it wait for the next millisecond.
    if (wait === 0) {
      const soon = setImmediate(run);
      this.#unschedule = () => clearImmediate(soon);
    } else {
      const later = setTimeout(run, wait);
      this.#unschedule = () => clearTimeout(later);
    }
  }

  #runTurn(): Promise<void> {
    this.#unschedule?.();
    this.#unschedule = undefined;
    this.#turn ??= this.#takeTurn()
      .catch((error: unknown) => this.#abandon(error))
      .finally(() => {
        this.#turn = undefined;
        this.#endedAt = this.#setting.now();
        this.#schedule();
      });
    return this.#turn;
  }

  async #takeTurn(): Promise<void> {
    if (this.#regained) await this.#regain();
    const outcome = emptyOutcome();
    for (const inbound of this.#inbox.splice(0)) this.#take(inbound, outcome);
    if (outcome.entries.length > 0 && !(await this.#store(outcome))) return;
    this.#publish(outcome);
    if (outcome.entries.length > 0) void this.#snapshot(this.#setting.limits.snapshotEntries);
  }

  #take(inbound: Inbound, outcome: Outcome): void {
    switch (inbound.type) {
      case 'ask':
        outcome.asks.push(inbound);
        return;
      case 'write':
        this.#takeWrite(inbound, outcome);
        return;
      case 'work':
        try {
          this.#effect(() => inbound.run(this.#state), outcome);
          outcome.works.push(inbound);
        } catch (error) {
          inbound.fail(error);
        }
    }
  }

  #takeWrite({ from, number, update, answer }: Extract<Inbound, { type: 'write' }>, outcome: Outcome): void {
    if (!from.open) return;
    // What builds on a write that was set aside cannot be judged; the answer to the next ask brings all of it.
    if (from.behind && !answer) return;
    const shown = (client: number): Code | undefined => this.presence.ownerOf(client);
    const request = { update, writer: from.member, room: this.ref, mayWrite: from.access.write, shown };
    const verdict = judge(request, this.#state, this.#setting.limits);
    if (!verdict.ok) {
      this.#incident(from, verdict.reason, verdict.rule);
      from.tell({ type: 'refused', number, reason: verdict.reason, rule: verdict.rule });
      from.end('write-refused');
      return;
    }
    const trouble = this.#trouble();
    if (verdict.news && trouble !== undefined) {
      from.behind = true;
      from.tell({ type: 'refused', number, reason: trouble, rule: 'R8' });
      return;
    }
    from.behind = false;
    const { code } = from.member;
    this.#effect(() => {
      // What was new in it, and nothing that was known: an answer repeats every deletion there ever was.
      const effective = changesOf(this.#state.doc, () => Y.applyUpdate(this.#state.doc, update));
      if (!effective) return [];
      return [
        {
          at: this.#setting.now(),
          code,
          invitation: from.admitted.invitation,
          clients: verdict.clients,
          body: effective,
        },
      ];
    }, outcome);
    this.#settle(from, number, outcome);
  }

  #effect(run: () => Entry[], outcome: Outcome): void {
    for (const entry of run()) {
      outcome.entries.push(entry);
      outcome.updates.push(entry.body);
      for (const client of entry.clients) {
        this.#state.registry.set(client, entry.code as Code);
        outcome.claims.push([client, entry.code as Code]);
      }
    }
  }

  #settle(from: Connection, number: number, outcome: Outcome): void {
    from.settled = number;
    outcome.settled.add(from);
  }

  /** Puts the turn on disk. When that fails, the room goes back to what the disk has. */
  async #store(outcome: Outcome): Promise<boolean> {
    try {
      this.#state.head = await this.#setting.journal.append(this.#stream, this.#state.head, outcome.entries);
    } catch (error) {
      for (const work of outcome.works) work.fail(error);
      const trouble = error instanceof JournalRefusal ? error.trouble : 'journal-broken';
      this.#log('write-failed', { reason: trouble });
      for (const connection of outcome.settled) connection.setAside(trouble);
      await this.#reload(outcome.asks);
      return false;
    }
    this.#setting.metrics.add('rostrum_writes_total', outcome.entries.length);
    this.#state.entriesSinceSnapshot += outcome.entries.length;
    for (const entry of outcome.entries) this.#state.bytesSinceSnapshot += entry.body.length;
    return true;
  }

  async #reload(asks: readonly Inbound[]): Promise<void> {
    try {
      const fresh = await loadRoom(this.#setting.journal, this.#stream, this.ref.kind);
      this.#state.doc.destroy();
      this.#state = fresh;
      this.#whole.forget();
      this.#inbox.unshift(...asks);
    } catch (error) {
      this.#abandon(error);
    }
  }

  /** What is in memory can no longer be vouched for: everybody reconnects, and the room is opened anew. */
  #abandon(error: unknown): void {
    this.abandoned = true;
    this.#state.entriesSinceSnapshot = 0;
    this.#log('room-abandoned', { reason: faultWord(error) });
    for (const inbound of this.#inbox.splice(0)) if (inbound.type === 'work') inbound.fail(error);
    for (const connection of this.connections) connection.end('room-unreadable');
  }

  #publish({ updates, claims, settled, asks, works }: Outcome): void {
    this.#sendOn(updates, claims);
    for (const connection of settled) connection.acknowledge();
    for (const { from, stateVector } of asks) this.#answer(from, stateVector);
    for (const work of works) work.done();
  }

  #sendOn(updates: readonly Uint8Array[], claims: Outcome['claims']): void {
    const { audience } = this;
    if (claims.length > 0) audience.tell({ type: 'registry', entries: claims }, ({ access }) => access.attribution);
    const [first] = updates;
    if (!first) return;
    const update = updates.length === 1 ? first : Y.mergeUpdates([...updates]);
    this.#whole.note(update);
    const bytes = audience.sendUpdate(update);
    this.#setting.metrics.add('rostrum_frames_sent_total', audience.connections.size);
    this.#setting.metrics.add('rostrum_bytes_sent_total', bytes);
    this.#setting.onChange?.(this.#state.doc);
  }

  #answer(from: Connection, stateVector: Uint8Array): void {
    if (stateVector === OWN_ASK) {
      from.send(encodeAsk(Y.encodeStateVector(this.#state.doc)));
      return;
    }
    try {
      const { doc } = this.#state;
      if (WholeState.isFor(stateVector)) from.answer(() => this.#whole.frames(doc));
      else from.answer(() => [shareFrame(encodeAnswer(Y.encodeStateAsUpdate(doc, stateVector)))]);
    } catch {
      this.#incident(from, 'ask-malformed', 'R9');
      from.end('bad-message');
    }
  }

  async #snapshot(after: number): Promise<void> {
    const { journal, limits } = this.#setting;
    if (this.#trouble() || !wantsSnapshot(this.#state, { entries: after, bytes: limits.snapshotBytes })) return;
    try {
      await putSnapshot(journal, this.#stream, this.#state);
    } catch (error) {
      this.#log('snapshot-failed', { reason: faultWord(error) });
    }
  }

  #trouble() {
    return this.#state.brokenAt === undefined ? this.#setting.journal.trouble() : 'journal-broken';
  }

  #stateMessage() {
    const trouble = this.#trouble();
    return trouble
      ? ({ type: 'state', writable: false, reason: trouble } as const)
      : ({ type: 'state', writable: true } as const);
  }

  #troubleChanged(trouble: JournalTrouble | undefined): void {
    if (trouble !== undefined) return this.#tellState();
    this.#regained = true;
    this.#put({ type: 'work', run: () => [], done: () => undefined, fail: () => undefined });
  }

  /**
   * The disk can be written again. A write that failed may have reached it after all, so the room is read anew and what
   * nobody has yet is sent on; then everybody is asked for what was set aside.
   */
  async #regain(): Promise<void> {
    this.#regained = false;
    const before = Y.encodeStateVector(this.#state.doc);
    const known = new Set(this.#state.registry.keys());
    const seq = this.#state.head.seq;
    await this.#reload([]);
    if (this.abandoned) return;
    if (this.#state.head.seq > seq) {
      const claims = [...this.#state.registry].filter(([client]) => !known.has(client));
      this.#sendOn([Y.encodeStateAsUpdate(this.#state.doc, before)], claims);
    }
    this.#tellState();
  }

  #tellState(): void {
    const message = this.#stateMessage();
    this.audience.tell(message);
    for (const connection of this.connections) {
      if (message.writable && connection.access.write) {
        this.#put({ type: 'ask', from: connection, stateVector: OWN_ASK });
      }
    }
  }

  #incident(from: Connection, reason: string, rule: string): void {
    const { code, role } = from.member;
    this.#log('refused', { code, role, invitation: from.admitted.invitation, reason, rule });
  }

  #log(
    event: string,
    fields: { reason?: string; rule?: string; code?: string; role?: string; invitation?: string; count?: number },
  ): void {
    this.#setting.log({ event, meeting: this.#setting.meeting, room: roomName(this.ref), ...fields });
  }
}

/** Stands for the relay's own ask among the clients', so that it too goes out between two turns. */
const OWN_ASK = new Uint8Array(0);

/** A room's stream in the journal. */
function streamOf(meeting: string, ref: RoomRef): string {
  return `${meeting}/${roomName(ref)}`;
}
