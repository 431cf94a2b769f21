/**
 * What an update comes to, and the room's rules on it: read alike before it is applied, at the relay, and right after it
 * was made, in the client.
 */
import * as Y from 'yjs';
import type { RoomRef } from '../../procedure/rights.ts';
import type { Code } from '../../schema/ids.ts';
import type { Clocks } from '../document/restored.ts';
import { acceptedWords } from '../document/accepted.ts';
import { heldBy } from './content.ts';
import type { Range } from './decode.ts';
import { clockOf, type Effort } from './known.ts';
import type { Place, Places } from './place.ts';
import type { Writer } from './policy.ts';
import { policyOf } from './room-policies.ts';
import { ROOM_ROOTS } from './room-roots.ts';
import type { Refused } from './verdict.ts';
import { refused } from './verdict.ts';

/** Who writes, and what is known of the room. */
export interface Ground {
  readonly doc: Y.Doc;
  readonly room: RoomRef;
  readonly writer: Writer;
  /** Whether the writer's role may write in this room at all. */
  readonly mayWrite: boolean;
  /** Whose a client id is. */
  owner(client: number): Code | undefined;
  /** Most clients an update may bring structs of. */
  readonly maxClients: number;
  /** Deepest nesting of shared types. */
  readonly maxDepth: number;
}

/** What is new, over a document that has it not yet or just got it. */
export interface Matter {
  readonly ground: Ground;
  readonly places: Places;
  /** What is put in. */
  readonly puts: Iterable<Y.Item | Y.GC>;
  /** What is taken out, by client. */
  readonly takes: ReadonlyMap<number, readonly Range[]>;
  /** Whether an item that is taken out was there still. */
  stood(item: Y.Item): boolean;
  /** What stood under the key of an item that is put in, right before it. */
  before(item: Y.Item, place: Place): { readonly value: unknown } | undefined;
  /** Told of accepted words that are taken out, which is passed over; where it is absent, that is a breach. */
  spare?(words: readonly Clocks[]): void;
}

/** The first rule of the room that is broken. */
export function breach(matter: Matter, effort: Effort): Refused | undefined {
  return checkPuts(matter) ?? checkTakes(matter, effort);
}

function checkPuts({ puts, places, ground, before }: Matter): Refused | undefined {
  const { room, writer, maxDepth, owner } = ground;
  const policy = policyOf(room);
  const roots = ROOM_ROOTS[room.kind];
  for (const struct of puts) {
    // Collected structs hold nothing and stand nowhere.
    if (!(struct instanceof Y.Item)) continue;
    const place = places.of(struct);
    if (place === 'orphan') continue;
    if (place === 'astray') return refused('update-malformed', 'R9');
    if (place === 'bottomless' || place.path.length > maxDepth) return refused('update-too-deep', 'R9');
    const [root = ''] = place.path;
    if (!Object.hasOwn(roots, root)) return refused('root-unknown', 'R10');
    if (place.inList !== isList(place, roots)) return refused('value-invalid', 'R10');
    const held = heldBy(struct);
    if (!held) return refused('value-invalid', 'R10');
    const last = struct.rightOrigin === null;
    const put = { path: place.path, held, last, before: () => before(struct, place), owner };
    const reason = policy.put(put, writer);
    if (reason) return refused(reason, ruleOf(reason));
  }
  return undefined;
}

/** A map has keys and a list has none; Yjs would take either in both, and show a different thing to each reader. */
function isList({ container }: Place, roots: Readonly<Record<string, 'map' | 'array'>>): boolean {
  return container.isList ?? roots[container.path[0]!] === 'array';
}

function checkTakes({ takes, places, ground, stood, spare }: Matter, effort: Effort): Refused | undefined {
  const { doc, room, writer, owner } = ground;
  const policy = policyOf(room);
  for (const [client, ranges] of takes) {
    for (const range of ranges) {
      for (const item of itemsIn(doc, client, range)) {
        effort.steps += 1;
        if (!stood(item)) continue;
        const place = places.of(item);
        if (typeof place === 'string') continue;
        const code = owner(client);
        const accepted = (): readonly Clocks[] =>
          code === undefined ? [] : acceptedWords(doc).within(overlap(item, range), code);
        const isAccepted = (words?: Clocks): boolean =>
          (words && code !== undefined ? acceptedWords(doc).within(words, code) : accepted()).length > 0;
        const reason = policy.take({ path: place.path, owner: code, isAccepted }, writer);
        // Of words those that stand, of a note about them the note.
        if (reason === 'words-accepted' && spare) spare(place.inList ? accepted() : [overlap(item, range)]);
        else if (reason) return refused(reason, ruleOf(reason));
      }
    }
  }
  return undefined;
}

function overlap({ id: { client, clock }, length }: Y.Item, range: Range): Clocks {
  return { client, from: Math.max(clock, range.clock), to: Math.min(clock + length, range.clock + range.len) };
}

/** Items of the range that the doc has. */
function* itemsIn(doc: Y.Doc, client: number, range: Range): Iterable<Y.Item> {
  const structs = doc.store.clients.get(client);
  const end = Math.min(range.clock + range.len, clockOf(doc, client));
  if (!structs || range.clock >= end) return;
  for (let at = Y.findIndexSS(structs, range.clock); at < structs.length; at += 1) {
    const struct = structs[at]!;
    if (struct.id.clock >= end) return;
    if (struct instanceof Y.Item) yield struct;
  }
}

function ruleOf(reason: Refused['reason']): string {
  switch (reason) {
    case 'room-read-only':
      return 'R3';
    case 'delete-not-yours':
      return 'R6';
    case 'words-accepted':
      return 'W16';
    case 'update-too-deep':
      return 'R9';
    default:
      return 'R10';
  }
}
