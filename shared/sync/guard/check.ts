/**
 * The guard: what an update must keep to before anything is done with it, at the relay and in the client alike. It
 * reads the update and what the update touches, never the whole document, and changes nothing.
 *
 * 1. The update can be taken apart, and builds only on what is there (R9).
 * 2. What is known arrives again in every resynchronisation, and passes; for the rest the role must write here (R3).
 * 3. What is new in it was written under client ids of the writer's own code, or under ids nobody has (R5).
 * 4. What it puts in, and where, the room's schema lets this writer put there (R10).
 * 5. What it takes out that was still there, this writer may take out (R6, R15). Of its own words those that a ruling let
 *    stand are spared, and the rest is taken: the ruling may have come while the writer was off the line (W16).
 */
import * as Y from 'yjs';
import type { Clocks } from '../document/restored.ts';
import { decode } from './decode.ts';
import type { Effort } from './known.ts';
import { clientsWithNews, clockOf, hasNews, isComplete } from './known.ts';
import { breach, type Ground } from './matter.ts';
import type { Place } from './place.ts';
import { Places } from './place.ts';
import type { Verdict } from './verdict.ts';
import { refused } from './verdict.ts';

/** Whether the update may be applied. Applying it after `ok` leaves nothing pending in the doc. */
export function checkUpdate(update: Uint8Array, ground: Ground): Verdict {
  const decoded = decode(update, ground.maxClients);
  if ('ok' in decoded) return decoded;
  const { doc } = ground;
  if (!isComplete(doc, decoded)) return refused('update-pending', 'R9');
  const effort: Effort = { steps: decoded.size };
  if (!hasNews(doc, decoded, effort)) return { ok: true, news: false, clients: [], spared: [], ...effort };
  if (!ground.mayWrite) return refused('room-read-only', 'R3');
  const news = clientsWithNews(doc, decoded);
  const claims: number[] = [];
  for (const client of news) {
    const code = ground.owner(client);
    if (code === undefined) claims.push(client);
    else if (code !== ground.writer.code) return refused('client-not-yours', 'R5');
  }
  const spared: Clocks[] = [];
  const broken = breach(
    {
      ground,
      places: new Places(doc, decoded),
      puts: unknownOf(doc, news, decoded.structs),
      takes: decoded.deletes,
      stood: (item) => !item.deleted,
      before: (_item, place) => standing(doc, place),
      spare: (words) => void spared.push(...words),
    },
    effort,
  );
  return broken ?? { ok: true, news: true, clients: claims, spared, ...effort };
}

/** Structs of these clients that the doc does not have. */
function* unknownOf(
  doc: Y.Doc,
  clients: readonly number[],
  structs: ReadonlyMap<number, readonly (Y.Item | Y.GC)[]>,
): Iterable<Y.Item | Y.GC> {
  for (const client of clients) {
    const known = clockOf(doc, client);
    for (const struct of structs.get(client) ?? []) if (struct.id.clock + struct.length > known) yield struct;
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
