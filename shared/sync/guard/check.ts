/**
 * The guard: what an update must keep to before anything is done with it, at the relay and in the client alike. It
 * reads the update and what the update touches, never the whole document, and changes nothing.
 *
 * 1. The update can be taken apart, and builds only on what is there (R9).
 * 2. What is known arrives again in every resynchronisation, and passes; for the rest the role must write here (R3).
 * 3. What is new in it was written under client ids of the writer's own code, or under ids nobody has (R5).
 * 4. What it deletes and is still there belongs to the writer (R6).
 */
import type * as Y from 'yjs';
import type { Code } from '../../schema/ids.ts';
import type { Role } from '../../schema/meeting.ts';
import type { Decoded } from './decode.ts';
import { decode } from './decode.ts';
import { clientsWithNews, hasNews, holdsLiving, isComplete } from './known.ts';
import type { Refused, Verdict } from './verdict.ts';
import { refused } from './verdict.ts';

/** Who writes, and what is known of the room. */
export interface Ground {
  readonly doc: Y.Doc;
  /** Whose a client id is. */
  owner(client: number): Code | undefined;
  readonly writer: { readonly role: Role; readonly code: Code };
  /** Whether the writer's role may write in this room at all. */
  readonly mayWrite: boolean;
  readonly maxClients: number;
}

/** Whether the update may be applied. Applying it after `ok` leaves nothing pending in the doc. */
export function checkUpdate(update: Uint8Array, ground: Ground): Verdict {
  const decoded = decode(update, ground.maxClients);
  if ('ok' in decoded) return decoded;
  if (!isComplete(ground.doc, decoded)) return refused('update-pending', 'R9');
  if (!hasNews(ground.doc, decoded)) return { ok: true, news: false, clients: [] };
  if (!ground.mayWrite) return refused('room-read-only', 'R3');
  const claims = checkClients(decoded, ground);
  if ('ok' in claims) return claims;
  return checkDeletes(decoded, ground) ?? { ok: true, news: true, clients: claims };
}

function checkClients(decoded: Decoded, { doc, owner, writer }: Ground): number[] | Refused {
  const claims: number[] = [];
  for (const client of clientsWithNews(doc, decoded)) {
    const code = owner(client);
    if (code === undefined) claims.push(client);
    else if (code !== writer.code) return refused('client-not-yours', 'R5');
  }
  return claims;
}

function checkDeletes(decoded: Decoded, { doc, owner, writer }: Ground): Refused | undefined {
  // The chair and the secretariat draft: they may take out anybody's words.
  if (writer.role === 'chair' || writer.role === 'secretariat') return undefined;
  for (const [client, ranges] of decoded.deletes) {
    if (owner(client) === writer.code) continue;
    if (ranges.some((range) => holdsLiving(doc, client, range))) return refused('delete-not-yours', 'R6');
  }
  return undefined;
}
