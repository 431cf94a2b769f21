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
import { spareWords } from '../../../shared/sync/guard/spare.ts';
import { SPARED, type Refused } from '../../../shared/sync/guard/verdict.ts';
import type { JournalTrouble } from '../../../shared/sync/protocol/refusal.ts';
import type { Room as RoomRef } from '../../../shared/sync/protocol/rooms.ts';
import { roomName } from '../../../shared/sync/protocol/rooms.ts';
import { encodeAnswer, encodeAsk } from '../../../shared/sync/protocol/sync-frame.ts';
import type { Entry, Head } from '../journal/entry.ts';
import { JournalRefusal } from '../journal/journal.ts';
import { faultWord, type LogLine } from '../log.ts';
import { Audience } from './audience.ts';
import { shareFrame, type Connection } from './connection.ts';
import { mergeAll } from './merge-all.ts';
import { Inbox, lastAsks, type Ask } from './inbox.ts';
import { MergeWindow } from './merge-window.ts';
import { Presence } from './presence.ts';
import { PresenceLink } from './presence-link.ts';
import type { RoomSetting } from './room-setting.ts';
import type { RoomState } from './room-state.ts';
import { RoomStore } from './room-store.ts';
import { emptyOutcome, type Inbound, type Outcome } from './turn.ts';
import { WholeState } from './whole-state.ts';

export class Room {
  readonly ref: RoomRef;
  readonly audience = new Audience();
  readonly presence: Presence;
  /** When the last connection left; the room may be dropped from memory some time after. */
  idleSince: number;
  /** Set when the room failed; it must be opened anew from the journal. */
  abandoned = false;
  readonly #setting: RoomSetting;
  readonly #store: RoomStore;
  readonly #whole = new WholeState();
  readonly #window: MergeWindow;
  /** Those whom the relay has still to ask for what it lacks. */
  readonly #unasked = new Set<Connection>();
  /** Runs out when nobody has written for a while. */
  #rest: NodeJS.Timeout | undefined;
  readonly #inbox: Inbox;
  #turn: Promise<void> | undefined;
  #unschedule: (() => void) | undefined;
  #endedAt = 0;
  /** The disk can be written again, and the room has not been read anew since. */
  #regained = false;
  /** Asks that came while the room could not be vouched for. */
  #held: Ask[] = [];
  #stopListening: () => void;

  static async open(setting: RoomSetting): Promise<Room> {
    return new Room(setting, await RoomStore.open(setting));
  }

  private constructor(setting: RoomSetting, store: RoomStore) {
    this.ref = setting.ref;
    this.idleSince = setting.now();
    const { limits, now } = setting;
    const { bus } = setting.journal;
    const room = `${setting.meeting}/${roomName(setting.ref)}`;
    this.presence = new Presence({
      windowMs: limits.presenceWindowMs,
      now,
      send: (frame) => this.audience.sendPresence(frame),
      // The text alone has presence.
      ...(bus &&
        setting.ref.kind === 'text' && {
          link: (ends) => new PresenceLink({ bus, room, beatMs: limits.pulseMs, now, ...ends }),
        }),
    });
    this.#setting = setting;
    this.#store = store;
    this.#inbox = new Inbox(limits.maxWaitingBytes);
    this.#window = new MergeWindow(limits);
    if (store.folded) this.#whole.begin(store.folded);
    const stops = [
      setting.journal.onTrouble((trouble) => this.#troubleChanged(trouble)),
      store.follow(() => this.#put({ type: 'wake' })),
    ];
    this.#stopListening = () => stops.forEach((stop) => stop());
    if (store.brokenAt !== undefined) this.#log('chain-broken', { count: store.brokenAt });
    if (store.snapshotDamaged) this.#log('snapshot-damaged', {});
  }

  /** Lets a connection in. It has been told `welcome`; it hears the rest from here. */
  enter(connection: Connection): void {
    this.audience.connections.add(connection);
    connection.tell(this.#store.stateMessage);
    if (connection.access.attribution) connection.tell({ type: 'registry', entries: [...this.#store.registry] });
    // The relay's own ask needs the document. Where that is still to be built, newcomers are answered first.
    if (this.#store.folded) this.#unasked.add(connection);
    else this.#askOf(connection);
    this.showPresence(connection);
  }

  leave(connection: Connection): void {
    if (!this.audience.connections.delete(connection)) return;
    this.#unasked.delete(connection);
    this.#inbox.leave(connection);
    this.presence.leave(connection);
    if (this.connections.size === 0) this.idleSince = this.#setting.now();
  }

  ask(from: Connection, stateVector: Uint8Array): void {
    this.#put({ type: 'ask', from, stateVector });
  }

  write(from: Connection, update: Uint8Array, answer: boolean): void {
    from.received += 1;
    this.#window.note(this.#setting.now());
    this.#put({ type: 'write', from, number: from.received, update, answer });
  }

  hearPresence(from: Connection, update: Uint8Array): void {
    if (!from.access.presence) return;
    const reason = this.presence.hear(from, update, this.#store.registry);
    if (reason) this.#incident(from, reason, 'R7');
  }

  showPresence(to: Connection): void {
    const present = to.access.presence ? this.presence.all() : undefined;
    if (present) to.send(present);
  }

  /** The document between two turns: everything in it is on disk. */
  read<Value>(look: (doc: Y.Doc, registry: ReadonlyMap<number, Code>) => Value): Promise<Value> {
    return new Promise((done, fail) => {
      let value: Value;
      this.#put({
        type: 'work',
        run: (state) => {
          value = look(state.doc, state.registry);
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
  get head(): Head {
    return this.#store.head;
  }

  /** Waits for what has arrived to be written, then writes a snapshot and frees the document. */
  async close(): Promise<void> {
    this.#stopListening();
    this.presence.stop();
    while (this.#inbox.length > 0 || this.#turn) await (this.#turn ?? this.#runTurn());
    this.#unschedule?.();
    clearTimeout(this.#rest);
    await this.#store.snapshot('end');
    this.#store.destroy();
  }

  #put(inbound: Inbound): void {
    for (const connection of this.#inbox.put(inbound)) connection.end('too-many');
    this.#schedule();
  }

  #schedule(): void {
    if (this.#turn || this.#unschedule || this.#inbox.length === 0) return;
    const now = this.#setting.now();
    const length = this.#window.length(this.connections.size, now);
    const wait = Math.min(length, Math.max(0, this.#endedAt + length - now));
    const run = (): void => void this.#runTurn();
    // A timer would make a quiet room wait for the next millisecond.
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
    const store = this.#store;
    if (this.#regained) await this.#regain();
    // What cannot be read now is read when the journal is there again.
    this.#sendOn(await store.keepUp());
    const taken = this.#inbox.take();
    const outcome = emptyOutcome();
    for (const inbound of taken) this.#take(inbound, outcome);
    if (outcome.entries.length > 0 && !(await this.#commit(outcome, taken))) return;
    this.#publish(outcome);
    if (outcome.entries.length > 0) this.#keepShort();
  }

  /** Keeps the way from the last snapshot short, where that holds nobody up. */
  #keepShort(): void {
    void this.#store.snapshot('busy');
    this.#rest ??= setTimeout(() => {
      // A turn that is under way has put into the document what is not on disk yet; it comes here when it ends.
      if (!this.#turn) void this.#store.snapshot('rest');
    }, this.#setting.limits.snapshotRestMs);
    this.#rest.refresh();
  }

  #take(inbound: Inbound, outcome: Outcome): void {
    switch (inbound.type) {
      case 'ask':
        outcome.asks.push(inbound);
        return;
      case 'write':
        this.#takeWrite(inbound, outcome);
        return;
      case 'wake':
        return;
      case 'work':
        try {
          if (this.#store.tainted) throw new JournalRefusal(this.#store.trouble ?? 'journal-broken');
          this.#store.stageWork((state) => inbound.run(state), outcome);
          outcome.works.push(inbound);
        } catch (error) {
          inbound.fail(error);
        }
    }
  }

  #takeWrite({ from, number, update, answer }: Extract<Inbound, { type: 'write' }>, outcome: Outcome): void {
    if (!from.open) return;
    const { trouble, tainted } = this.#store;
    // What builds on a write that was set aside cannot be judged; the answer to the next ask brings all of it.
    if (from.behind && (!answer || tainted)) return;
    if (tainted) return this.#setAside(from, number, trouble ?? 'journal-broken');
    const shown = (client: number): Code | undefined => this.presence.ownerOf(client);
    const verdict = this.#store.judge({ update, writer: from.member, mayWrite: from.access.write, shown });
    if (!verdict.ok) {
      this.#refuse(from, number, verdict);
      from.end('write-refused');
      return;
    }
    // Of everything else in it nothing is lost, and the client goes on.
    if (verdict.spared.length > 0) this.#refuse(from, number, SPARED);
    from.onEffort?.(verdict.steps);
    if (verdict.news && trouble) return this.#setAside(from, number, trouble);
    from.behind = false;
    const by = { code: from.member.code, invitation: from.admitted.invitation, clients: verdict.clients };
    this.#store.stageUpdate(spareWords(update, verdict.spared), by, outcome);
    from.settled = number;
    outcome.settled.add(from);
  }

  #refuse(from: Connection, number: number, { reason, rule }: Refused): void {
    this.#incident(from, reason, rule);
    from.tell({ type: 'refused', number, reason, rule });
  }

  #setAside(from: Connection, number: number, reason: JournalTrouble): void {
    from.behind = true;
    from.tell({ type: 'refused', number, reason, rule: 'R8' });
  }

  /** Puts the turn on disk. When that fails, the room goes back to what the disk has. */
  async #commit(outcome: Outcome, taken: readonly Inbound[]): Promise<boolean> {
    const committed = await this.#store.commit(outcome, (foreign) => this.#sendOn(foreign));
    if (committed === 'stored') return true;
    this.#whole.forget();
    if (committed === 'contested') {
      // It is judged again, on top of what the other relay wrote.
      for (const connection of outcome.settled) connection.unsettle();
      this.#inbox.putBack(taken);
    } else {
      this.#log('write-failed', { reason: committed });
      for (const work of outcome.works) work.fail(new JournalRefusal(committed));
      for (const connection of outcome.settled) connection.setAside(committed);
      this.#inbox.putBack(outcome.asks);
    }
    this.#sendOn(await this.#store.rollBack());
    return false;
  }

  /** What is in memory can no longer be vouched for: everybody reconnects, and the room is opened anew. */
  #abandon(error: unknown): void {
    this.abandoned = true;
    this.#store.tainted = true;
    this.#log('room-abandoned', { reason: faultWord(error) });
    for (const inbound of this.#inbox.takeAll()) if (inbound.type === 'work') inbound.fail(error);
    for (const connection of this.connections) connection.end('room-unreadable');
  }

  #publish(outcome: Outcome): void {
    this.#sendOn(outcome);
    for (const connection of outcome.settled) connection.acknowledge();
    if (this.#store.tainted) {
      // Nobody is told of what is not on disk: they are answered when the room has been read anew.
      this.#held = lastAsks([...this.#held, ...outcome.asks]);
    } else {
      for (const { from, stateVector } of outcome.asks) this.#answer(from, stateVector);
    }
    for (const work of outcome.works) work.done();
  }

  #sendOn({ updates, claims }: Pick<Outcome, 'updates' | 'claims'>): void {
    const { audience } = this;
    if (claims.length > 0) audience.tell({ type: 'registry', entries: claims }, ({ access }) => access.attribution);
    if (updates.length === 0) return;
    const update = mergeAll(updates);
    this.#whole.note(update);
    const bytes = audience.sendUpdate(update);
    this.#setting.metrics.add('rostrum_frames_sent_total', audience.connections.size);
    this.#setting.metrics.add('rostrum_bytes_sent_total', bytes);
    this.#setting.onChange?.(this.#store.doc);
  }

  #answer(from: Connection, stateVector: Uint8Array): void {
    if (stateVector === OWN_ASK) {
      from.send(encodeAsk(Y.encodeStateVector(this.#store.doc)));
      return;
    }
    const clean = !from.access.attribution;
    const makeFrames = WholeState.isFor(stateVector)
      ? () => this.#whole.frames(() => this.#store.doc, { clean })
      : () => [shareFrame(encodeAnswer(Y.encodeStateAsUpdate(this.#store.doc, stateVector)))];
    try {
      from.answer(makeFrames, () => {
        if (this.#unasked.delete(from)) this.#askOf(from);
      });
    } catch {
      from.end('bad-message');
    }
  }

  #askOf(connection: Connection): void {
    if (connection.access.write) this.#put({ type: 'ask', from: connection, stateVector: OWN_ASK });
  }

  #troubleChanged(trouble: JournalTrouble | undefined): void {
    if (trouble !== undefined) return this.#tellState();
    this.#regained = true;
    this.#put({ type: 'wake' });
  }

  /** The disk can be written again: everybody is brought up to it, and asked for what was set aside. */
  async #regain(): Promise<void> {
    this.#regained = false;
    this.#whole.forget();
    // One that failed may have reached the journal after all.
    this.#sendOn(await this.#store.rollBack());
    // It is gone again already.
    if (this.#store.tainted) return;
    this.#inbox.putBack(this.#held.splice(0).filter(({ from }) => from.open));
    this.#tellState();
  }

  #tellState(): void {
    this.audience.tell(this.#store.stateMessage);
    if (!this.#store.trouble) for (const connection of this.connections) this.#askOf(connection);
  }

  #incident(from: Connection, reason: string, rule: string): void {
    const { code, role } = from.member;
    this.#log('refused', { code, role, invitation: from.admitted.invitation, reason, rule });
  }

  #log(event: string, fields: Omit<LogLine, 'event' | 'meeting' | 'room'>): void {
    this.#setting.log({ event, meeting: this.#setting.meeting, room: roomName(this.ref), ...fields });
  }
}

/** Stands for the relay's own ask among the clients', so that it too goes out between two turns. */
const OWN_ASK = new Uint8Array(0);
