import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import type { Code } from '../../shared/schema/ids.ts';
import type { Hand } from '../../shared/sync/contract.ts';
import { closeBracket } from '../../shared/sync/commands/close-bracket.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import type { PastWrite } from '../../shared/sync/history/entry.ts';
import { Playback } from '../../shared/sync/history/playback.ts';
import { createReplica, readFresh, type Replica } from '../../shared/sync/replica.ts';
import { seedDraft } from '../../shared/sync/seed.ts';
import { draftOf } from '../editor/draft.ts';

/** Hands that write one after the other in one draft, and what a journal keeps of it. */
class Room {
  readonly journal: PastWrite[] = [];
  readonly states: unknown[] = [];
  now = 1_700_000_000_000;
  #hand = 'CHAIR';
  readonly replica: Replica;
  #seed = 3;

  constructor(lines: readonly string[]) {
    const doc = new Y.Doc();
    this.replica = createReplica(doc, { isMine: () => true });
    doc.on('update', (update: Uint8Array) => {
      this.journal.push({ at: this.now, code: this.#hand as Code, person: `Person ${this.#hand}`, update });
    });
    seedDraft(doc, draftOf(lines));
  }

  as(code: string, act: (hand: Hand) => void): void {
    this.now += 60_000;
    this.#hand = code;
    this.replica.doc.clientID = code.charCodeAt(0) * 1000;
    const random = () => (this.#seed = (this.#seed * 48271) % 2147483647) / 2147483647;
    act({ code: code as Code, mode: code === 'CHAIR' ? 'draft' : 'propose', now: () => this.now, random });
  }

  type(code: string, words: string, offset: number): void {
    this.as(code, (hand) => {
      const provision = this.replica.read().provisions[0]!.id;
      let at = { provision, offset };
      for (const letter of words) {
        this.now += 200;
        const done = insertText(this.replica, hand, { at, text: letter });
        if (done.ok) at = done.value;
      }
    });
  }
}

function negotiated(): Room {
  const room = new Room(['States act.', 'Next.']);
  room.type('NOR', ' shall', 6);
  room.type('EU', ' now', 16);
  room.as('CHAIR', (hand) => {
    const bracket = room.replica.read().brackets[0]!.id;
    closeBracket(room.replica, hand, { bracket, closure: { outcome: 'keep', at: room.now } });
  });
  return room;
}

describe('F7 the past is played', () => {
  test('F7 a step a hand, with what it did, however many keys it took', () => {
    const playback = new Playback();
    const room = negotiated();
    playback.add(room.journal);
    expect(room.journal.length).toBeGreaterThan(10);
    expect(playback.steps.map(({ code, opened, closed }) => [code, opened.length, closed.length])).toEqual([
      ['CHAIR', 0, 0],
      ['NOR', 1, 0],
      ['EU', 1, 0],
      ['CHAIR', 0, 1],
    ]);
    expect(playback.steps[1]!.opened[0]).toMatchObject({ kind: 'insert', proponent: 'NOR' });
    expect(playback.steps[3]!.closed[0]!.closed).toMatchObject({ outcome: 'keep' });
    const first = room.replica.read().provisions[0]!.id;
    expect([...playback.steps[2]!.provisions]).toEqual([first]);
    expect(playback.before(2).provisions[0]!.text).toBe('States shall act.');
    expect(playback.steps.at(-1)!.draft).toEqual(readFresh(room.replica.doc));
  });

  test('F7 in parts the same as at once, and what did not change is shared', () => {
    const room = negotiated();
    const [whole, parts] = [new Playback(), new Playback()];
    whole.add(room.journal);
    const cut = room.journal.findIndex(({ code }) => code === 'EU');
    parts.add(room.journal.slice(0, cut));
    parts.add(room.journal.slice(cut));
    expect(parts.steps).toEqual(whole.steps);
    const untouched = whole.steps.map(({ draft }) => draft.provisions[1]);
    expect(new Set(untouched).size).toBe(1);
  });

  test('F7 each character knows its write; what this past does not hold is not guessed', () => {
    const room = negotiated();
    const playback = new Playback();
    playback.add(room.journal);
    const { id } = room.replica.read().provisions[0]!;
    const hands = room.replica
      .written(id)
      .map(({ from, to, client, clock }) => [
        room.replica.provision(id)!.text.slice(from, to),
        playback.writeOf(client, clock)?.person.slice(-3),
      ]);
    // The bracket was written between the first letter and the rest.
    expect(hands).toEqual([
      ['States', 'AIR'],
      [' ', 'NOR'],
      ['shall', 'NOR'],
      [' act', 'AIR'],
      [' ', ' EU'],
      ['now', ' EU'],
      ['.', 'AIR'],
    ]);
    const { client, clock } = room.replica.written(id)[2]!;
    expect(playback.writeOf(client, clock + 4)!.at).toBeGreaterThan(playback.writeOf(client, clock)!.at);
    expect(playback.writeOf(client, 10_000)).toBeUndefined();
    expect(playback.writeOf(5, 0)).toBeUndefined();
  });

  test('F7 an entry that does not decode is passed over', () => {
    const room = negotiated();
    const playback = new Playback();
    const broken = { ...room.journal[0]!, update: Uint8Array.of(9, 9, 9) };
    playback.add([room.journal[0]!, broken, ...room.journal.slice(1)]);
    expect(playback.steps.at(-1)!.draft).toEqual(readFresh(room.replica.doc));
  });
});
