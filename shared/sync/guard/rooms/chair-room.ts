/**
 * The room `chair`: what the meeting is, who is in it, the rulings, and what is done in the room. The chair and the
 * secretariat write it; a delegation only what it does itself (rule U2). Rulings and acts are added under the name of
 * whoever rules or acts, and never taken away (rules R15, U2). When an act came in is the relay's word alone (rule U1).
 * A wording that is tested in the room is asked under the id of whoever asks, and neither changes nor goes (rule Q2).
 */
import { decodeAct } from '../../../procedure/room/decode-act.ts';
import { mayDo } from '../../../procedure/room/who-may.ts';
import { decodeSounding, decodeSoundingEnd, parseSoundingKey } from '../../../procedure/sounding-record.ts';
import { decodeMarks, decodeTags } from '../../../procedure/tag-record.ts';
import { isCode, proponentOf } from '../../../schema/ids.ts';
import type { Result } from '../../../schema/result.ts';
import { isRecord } from '../../document/decode.ts';
import { isSame } from '../../reading/same.ts';
import type { WriteRefusalReason } from '../../protocol/refusal.ts';
import type { Held } from '../content.ts';
import { IN_LIST } from '../place.ts';
import type { Policy, Put, Writer } from '../policy.ts';
import { presides } from '../policy.ts';
import { ROOM_ROOTS } from '../room-roots.ts';

/** Roots whose keys are codes. */
const BY_CODE: ReadonlySet<string> = new Set(['delegations', 'groups']);
/** Roots that nothing is taken out of. */
const FOR_GOOD: ReadonlySet<string> = new Set(['acts', 'rulings', 'soundings', 'stamps']);

export const chairPolicy: Policy = {
  put(put, writer) {
    const [root = '', key = ''] = put.path;
    if (root === 'acts') return putAct(put, writer);
    if (root === 'stamps' || !presides(writer)) return 'room-read-only';
    if (ROOM_ROOTS.chair[root] === undefined) return 'root-unknown';
    if (root === 'rulings') return putRuling(put, writer);
    if (root === 'soundings') return putSounding(put, writer);
    if (put.path.length !== 2 || key === IN_LIST) return 'value-invalid';
    if (put.held.type !== 'values' && put.held.type !== 'nothing') return 'value-invalid';
    if (root === 'tags' && !isTagging(key, put.held)) return 'value-invalid';
    if (root === 'profile' && key === 'tags' && !isTagList(put.held)) return 'value-invalid';
    return BY_CODE.has(root) && !isCode(key) ? 'value-invalid' : undefined;
  },
  take({ path: [root = ''] }, writer) {
    if (!presides(writer)) return root === 'acts' ? 'delete-not-yours' : 'room-read-only';
    // What was ruled, done, asked and answered stays as it was.
    return FOR_GOOD.has(root) ? 'delete-not-yours' : undefined;
  },
};

/** An act is written once, under an id of the code that does it, and holds what that code may do. */
function putAct({ path, held, before }: Put, writer: Writer): WriteRefusalReason | undefined {
  const [, key = ''] = path;
  if (path.length !== 2 || key === IN_LIST) return 'value-invalid';
  // Emptiness under a key takes away what stands there, just as another value does.
  if (before() !== undefined) return 'key-not-yours';
  if (held.type === 'nothing') return proponentOf(key) === writer.code ? undefined : 'key-not-yours';
  const act = held.type === 'values' && held.values.length === 1 ? decodeAct(key, held.values[0]) : undefined;
  if (!act) return 'value-invalid';
  if (act.by !== writer.code || act.person !== writer.person) return 'key-not-yours';
  return mayDo(act.deed, writer.code) ? undefined : 'key-not-yours';
}

function putRuling({ path, held, last }: Put, writer: Writer): WriteRefusalReason | undefined {
  if (path.length !== 2 || path[1] !== IN_LIST || held.type !== 'values' || !last) return 'value-invalid';
  for (const ruling of held.values) {
    if (!isRecord(ruling) || !isRecord(ruling['act']) || typeof ruling['id'] !== 'string') return 'value-invalid';
    const isOwn = ruling['by'] === writer.code && ruling['person'] === writer.person;
    if (!writer.founding && !(isOwn && proponentOf(ruling['id']) === writer.code)) return 'key-not-yours';
  }
  return undefined;
}

function putSounding({ path, held, before }: Put, writer: Writer): WriteRefusalReason | undefined {
  const key = parseSoundingKey(path[1] ?? '');
  if (path.length !== 2 || !key) return 'value-invalid';
  if (held.type === 'nothing') return undefined;
  const value = held.type === 'values' && held.values.length === 1 ? held.values[0] : undefined;
  if (key.part === 'end') return decodeSoundingEnd(value) ? undefined : 'value-invalid';
  const asked = decodeSounding(key.id, value);
  // Beside what stands there, unknown to its writer, an entry could still take its place.
  const standing = before();
  if (!asked || (standing !== undefined && !isSame(standing.value, value))) return 'value-invalid';
  const isOwn = asked.by === writer.code && asked.person === writer.person;
  return writer.founding || isOwn ? undefined : 'key-not-yours';
}

/** What one provision or bracket carries; tags that are not in the meeting's list are the reader's to pass over. */
function isTagging(key: string, held: Held): boolean {
  const [, id = ''] = /^[pb]\/([^/]+)$/.exec(key) ?? [];
  return held.type === 'nothing' || (proponentOf(id) !== undefined && reads(held, decodeMarks));
}

/** The meeting's own list of tags (rule C20). */
function isTagList(held: Held): boolean {
  return held.type === 'nothing' || reads(held, decodeTags);
}

/** One value that holds what is read from it and nothing beside. */
function reads(held: Held, decode: (value: unknown) => Result<unknown, string>): boolean {
  if (held.type !== 'values' || held.values.length !== 1) return false;
  const read = decode(held.values[0]);
  return read.ok && isSame(read.value, held.values[0]);
}
