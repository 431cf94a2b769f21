/**
 * The guard: what an update must keep to before anything is done with it, at the relay and in the client alike. It
 * reads the update and what the update touches, never the whole document, and changes nothing.
 *
 * 1. The update can be taken apart, and builds only on what is there (R9).
 * 2. What is known arrives again in every resynchronisation, and passes; for the rest the role must write here (R3).
 * 3. What is new in it was written under client ids of the writer's own code, or under ids nobody has (R5).
 * 4. What it puts in, and where, the room's schema lets this writer put there (R10).
 * 5. What it takes out that was still there, this writer may take out (R6, R15).
 */
import * as Y from 'yjs';
import type { RoomRef } from '../../procedure/rights.ts';
import type { Code } from '../../schema/ids.ts';
import { heldBy } from './content.ts';
import type { Decoded, Range } from './decode.ts';
import { decode } from './decode.ts';
import type { Effort } from './known.ts';
import { clientsWithNews, clockOf, hasNews, isComplete } from './known.ts';
import type { Place } from './place.ts';
import { Places } from './place.ts';
import type { Policy, Writer } from './policy.ts';
import { policyOf } from './room-policies.ts';
import { ROOM_ROOTS } from './room-roots.ts';
import type { Refused, Verdict } from './verdict.ts';
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

/** Whether the update may be applied. Applying it after `ok` leaves nothing pending in the doc. */
export function checkUpdate(update: Uint8Array, ground: Ground): Verdict {
  const decoded = decode(update, ground.maxClients);
  if ('ok' in decoded) return decoded;
  const { doc } = ground;
  if (!isComplete(doc, decoded)) return refused('update-pending', 'R9');
  const effort: Effort = { steps: decoded.size };
  if (!hasNews(doc, decoded, effort)) return { ok: true, news: false, clients: [], ...effort };
  if (!ground.mayWrite) return refused('room-read-only', 'R3');
  const news = clientsWithNews(doc, decoded);
  const claims: number[] = [];
  for (const client of news) {
    const code = ground.owner(client);
    if (code === undefined) claims.push(client);
    else if (code !== ground.writer.code) return refused('client-not-yours', 'R5');
  }
  const places = new Places(doc, decoded);
  const policy = policyOf(ground.room);
  const matter: Matter = { decoded, places, policy, ground, made: false };
  return checkPuts(news, matter) ?? checkTakes(matter, effort) ?? { ok: true, news: true, clients: claims, ...effort };
}

/**
 * The same rules for an update that was just made in this document: what the relay will refuse, or `undefined`. The
 * client asks before it sends, so that a fault of its own is stopped where it was made and not at the relay.
 */
export function reviewOwn(update: Uint8Array, ground: Ground): Refused | undefined {
  const decoded = decode(update, ground.maxClients);
  if ('ok' in decoded) return decoded;
  if (decoded.structs.size + decoded.deletes.size > 0 && !ground.mayWrite) return refused('room-read-only', 'R3');
  // What the relay has not registered can only have been written here.
  const owner = (client: number): Code => ground.owner(client) ?? ground.writer.code;
  const clients = [...decoded.structs.keys()];
  if (clients.some((client) => owner(client) !== ground.writer.code)) return refused('client-not-yours', 'R5');
  const places = new Places(ground.doc, decoded);
  const matter: Matter = { decoded, places, policy: policyOf(ground.room), ground: { ...ground, owner }, made: true };
  return checkPuts(clients, matter) ?? checkTakes(matter, { steps: 0 });
}

interface Matter {
  readonly decoded: Decoded;
  readonly places: Places;
  readonly policy: Policy;
  readonly ground: Ground;
  /** The document has the update already. */
  readonly made: boolean;
}

function checkPuts(news: readonly number[], { decoded, places, policy, ground, made }: Matter): Refused | undefined {
  const { doc, room, writer, maxDepth, owner } = ground;
  const roots = ROOM_ROOTS[room.kind];
  for (const client of news) {
    const from = made ? 0 : clockOf(doc, client);
    for (const struct of decoded.structs.get(client) ?? []) {
      // Collected structs hold nothing and stand nowhere.
      if (struct.id.clock + struct.length <= from || !(struct instanceof Y.Item)) continue;
      const place = places.of(struct);
      if (place === 'orphan') continue;
      if (place === 'astray') return refused('update-malformed', 'R9');
      if (place === 'bottomless' || place.path.length > maxDepth) return refused('update-too-deep', 'R9');
      const [root = ''] = place.path;
      if (!Object.hasOwn(roots, root)) return refused('root-unknown', 'R10');
      if (place.inList !== isList(place, roots)) return refused('value-invalid', 'R10');
      const held = heldBy(struct);
      if (!held) return refused('value-invalid', 'R10');
      const reason = policy.put(
        {
          path: place.path,
          held,
          last: struct.rightOrigin === null,
          before: () => (made ? undefined : standing(doc, place)),
          owner,
        },
        writer,
      );
      if (reason) return refused(reason, ruleOf(reason));
    }
  }
  return undefined;
}

/** A map has keys and a list has none; Yjs would take either in both, and show a different thing to each reader. */
function isList({ container }: Place, roots: Readonly<Record<string, 'map' | 'array'>>): boolean {
  return container.isList ?? roots[container.path[0]!] === 'array';
}

function checkTakes({ decoded, places, policy, ground, made }: Matter, effort: Effort): Refused | undefined {
  const { doc, writer, owner } = ground;
  for (const [client, ranges] of decoded.deletes) {
    for (const range of ranges) {
      for (const item of itemsIn(doc, client, range)) {
        effort.steps += 1;
        if (item.deleted && !made) continue;
        const place = places.of(item);
        if (typeof place === 'string') continue;
        const reason = policy.take({ path: place.path, owner: owner(client) }, writer);
        if (reason) return refused(reason, ruleOf(reason));
      }
    }
  }
  return undefined;
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

/** What stands under a key now. */
function standing(doc: Y.Doc, { path }: Place): { readonly value: unknown } | undefined {
  let at: unknown = doc.getMap(path[0]);
  for (const key of path.slice(1, -1)) at = at instanceof Y.Map ? (at as Y.Map<unknown>).get(key) : undefined;
  if (!(at instanceof Y.Map)) return undefined;
  const last = path.at(-1)!;
  return at.has(last) ? { value: (at as Y.Map<unknown>).get(last) } : undefined;
}

function ruleOf(reason: Refused['reason']): string {
  switch (reason) {
    case 'room-read-only':
      return 'R3';
    case 'delete-not-yours':
      return 'R6';
    case 'update-too-deep':
      return 'R9';
    default:
      return 'R10';
  }
}
