/** The record: revisions frozen from the live text, written by the relay and read by everybody. */
import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { numberDraft } from '../../../shared/numbering/number.ts';
import { publicStatus, type PublicStatus } from '../../../shared/procedure/gavel.ts';
import { foldRulings, type RulingRecord } from '../../../shared/procedure/record.ts';
import { decodeRuling } from '../../../shared/procedure/ruling-record.ts';
import { freeze, type FrozenRevision } from '../../../shared/revisions/freeze.ts';
import type { InvitationClaims } from '../../../shared/sync/protocol/invitation.ts';
import { RELAY } from '../../../shared/sync/protocol/invitation.ts';
import { drawnDraft } from '../../../shared/sync/implied.ts';
import { createReplica } from '../../../shared/sync/replica.ts';
import type { Code } from '../../../shared/schema/ids.ts';
import type { Draft } from '../../../shared/schema/draft.ts';
import { changesOf } from '../rooms/changes.ts';
import { ApiFault } from '../http/answer.ts';
import type { Journal } from '../journal/journal.ts';
import type { Meeting } from './meeting.ts';

interface Publication {
  readonly by: InvitationClaims;
  readonly attributed: boolean;
  readonly now: number;
  readonly journal: Journal;
}

/**
 * Freezes the text as it is on disk and puts it into the record as the next revision. The ledger keeps where every
 * room's chain stood, so that the past of a room cannot be exchanged as a whole afterwards.
 */
export async function publishRevision(
  meeting: Meeting,
  { by, attributed, now, journal }: Publication,
): Promise<FrozenRevision> {
  const text = await meeting.room({ kind: 'text' });
  const office = await meeting.room({ kind: 'chair' });
  const rulings = foldRulings(
    await office.read((doc) =>
      doc
        .getArray('rulings')
        .toArray()
        .flatMap((value) => decodeRuling(value) ?? []),
    ),
  );
  const { draft, status } = await text.read((doc, registry) => drawn(copyOf(doc), registry, rulings));
  const numbers = numberDraft(draft);
  const record = await meeting.room({ kind: 'record' });
  let revision: FrozenRevision | undefined;
  await record.change(({ doc, registry }) => {
    // It may be looked at again because an invitation was ended at another relay.
    if (meeting.ledger.revoked.has(by.jti)) throw new ApiFault('token-revoked');
    const revisions = doc.getArray('revisions');
    const number = revisions.length + 1;
    const frozen = freeze({ draft, numbers, status, number, at: now, by: by.code, attributed }, sha256);
    const body = changesOf(doc, () => revisions.push([frozen]));
    if (!body) throw new ApiFault('relay-fault');
    revision = frozen;
    const clients = registry.has(doc.clientID) ? [] : [doc.clientID];
    return [{ at: now, code: RELAY, invitation: by.jti, clients, body }];
  });
  if (!revision) throw new ApiFault('relay-fault');
  const { number, hash } = revision;
  const recorder = { code: by.code, invitation: by.jti };
  await meeting.ledger.record(
    { type: 'published', number, hash, heads: await headsOf(journal, meeting) },
    recorder,
    now,
  );
  return revision;
}

/** A revision by its number, as it stands in the record. */
export async function readRevision(meeting: Meeting, number: number): Promise<FrozenRevision | undefined> {
  const record = await meeting.room({ kind: 'record' });
  return record.read((doc) => doc.getArray<FrozenRevision>('revisions').get(number - 1));
}

/**
 * A revision by its seal. Whoever knows the seal has read the revision, or was told by somebody who has, so its address
 * needs no invitation and may be kept by any cache.
 */
export async function readSealed(meeting: Meeting, hash: string): Promise<FrozenRevision | undefined> {
  const record = await meeting.room({ kind: 'record' });
  return record.read((doc) =>
    doc
      .getArray<FrozenRevision>('revisions')
      .toArray()
      .find((one) => one.hash === hash),
  );
}

/** Where the chains of all rooms stand on disk, whichever relay wrote them and whether or not they are in memory. */
async function headsOf(journal: Journal, { id }: Meeting): Promise<Record<string, { seq: number; hash: string }>> {
  const streams = (await journal.streams(`${id}/`)).filter((stream) => stream !== `${id}/ledger`);
  const heads = await Promise.all(
    streams.map(async (stream) => {
      const { seq, hash } = await journal.end(stream);
      return [stream.slice(id.length + 1), { seq, hash: Buffer.from(hash).toString('hex') }] as const;
    }),
  );
  return Object.fromEntries(heads);
}

/** What a delegation wrote outside any bracket is published in the one that it implies (rule W6). */
function drawn(doc: Y.Doc, registry: ReadonlyMap<number, Code>, rulings: RulingRecord) {
  const replica = createReplica(doc);
  const found: { readonly draft: Draft; readonly status: PublicStatus } = {
    draft: drawnDraft(replica, registry),
    status: publicStatus(replica.read(), rulings),
  };
  replica.destroy();
  return found;
}

// Reading defines roots and may look around; the room's own document stays as it is.
function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
