import * as Y from 'yjs';
import { isChairs } from './bracket-write.ts';
import { ruledKey } from '../document/provision-record.ts';
import type { Replica } from '../replica.ts';
import type { Made, ProposedKey } from '../document/provision-record.ts';
import { proponentOf } from '../../schema/ids.ts';
import type { ProvisionId } from '../../schema/ids.ts';

/**
 * Writes a new provision's entry; inside a transaction. `hidden: false` is a key of its own, so that undoing the
 * making takes it away and the provision goes out of sight, unless others have put words in it meanwhile. One that is
 * born by a split needs none: it is there as long as its seam.
 */
export function writeProvision(replica: Replica, id: ProvisionId, made: Made): Y.Text | undefined {
  const entry = new Y.Map<unknown>();
  replica.index.roots.provisions.set(id, entry);
  entry.set('made', made);
  if (made.f !== undefined) return undefined;
  entry.set('hidden', false);
  const strand = new Y.Text();
  entry.set('strand', strand);
  return strand;
}

/** A provision's entry, to write one of the keys that change. */
export function entryOf(replica: Replica, id: ProvisionId): Y.Map<unknown> | undefined {
  const entry = replica.index.roots.provisions.get(id);
  return entry instanceof Y.Map ? (entry as Y.Map<unknown>) : undefined;
}

/** Sets a key as the hand that drafts: where a ruling settled it, that is changed; inside a transaction. */
export function draftKey(replica: Replica, id: ProvisionId, [key, value]: readonly [ProposedKey, unknown]): void {
  const entry = entryOf(replica, id);
  entry?.set(entry.has(ruledKey(key)) ? ruledKey(key) : key, value);
}

/** Takes a provision out by a ruling, so that its proponent cannot put it back; inside a transaction. */
export function ruleOut(replica: Replica, id: ProvisionId): void {
  entryOf(replica, id)?.set(isDelegations(id) ? ruledKey('hidden') : 'hidden', true);
}

/** Settles a proposed provision as it stands, because a ruling accepted it (rule W14); inside a transaction. */
export function ruleIn(replica: Replica, id: ProvisionId): void {
  const record = replica.index.records.get(id);
  if (record === undefined || record.hidden === true || !isDelegations(id)) return;
  const { kind, level } = record;
  for (const [key, value] of Object.entries({ hidden: false, kind, level }))
    entryOf(replica, id)?.set(ruledKey(key as ProposedKey), value);
}

function isDelegations(id: ProvisionId): boolean {
  const code = proponentOf(id);
  return code !== undefined && !isChairs({ code });
}
