/**
 * The rooms `positions` and `confidence/CODE`: two flat maps. A key names whose position or answer it is; a delegation
 * writes its own, the chair and the secretariat what was said from the floor, under keys of their own (rule Q3). Whoever
 * may write a key may take it back, because nobody else can have written there but the meeting's founding seed.
 */
import { decodeAnswer, parseAnswerKey } from '../../../procedure/sounding-record.ts';
import { isCode, proponentOf } from '../../../schema/ids.ts';
import { STANCES } from '../../../schema/position.ts';
import { isRecord } from '../../document/decode.ts';
import type { WriteRefusalReason } from '../../protocol/refusal.ts';
import type { Held } from '../content.ts';
import type { Policy, Writer } from '../policy.ts';
import { presides } from '../policy.ts';

const ANSWERS = 'answers';
const FLOOR = 'CHAIR:';
/** Characters of a reason or a condition. */
const LONGEST = 280;
const TARGET = /^(?:p|b)\/([^/]+)$|^v\/([^/]+)\/([^/]+)$/;

export const positionsPolicy: Policy = {
  put({ path, held }, writer) {
    const refusal = keyRefusal(path, writer);
    if (refusal) return refusal;
    if (path[0] === ANSWERS) return isAnswer(path[1] ?? '', held) ? undefined : 'value-invalid';
    return isPosition(held) ? undefined : 'value-invalid';
  },
  take({ path }, writer) {
    return keyRefusal(path, writer) && 'delete-not-yours';
  },
};

function keyRefusal(path: readonly string[], writer: Writer): WriteRefusalReason | undefined {
  const [root, key = ''] = path;
  if (root === ANSWERS) return answerRefusal(path, writer);
  if (root !== 'positions') return 'root-unknown';
  const bar = key.indexOf('|');
  const whose = key.slice(0, bar);
  const isFloor = whose.startsWith(FLOOR);
  const code = isFloor ? whose.slice(FLOOR.length) : whose;
  if (path.length !== 2 || bar < 0 || !isCode(code) || !isTarget(key.slice(bar + 1))) return 'value-invalid';
  if (writer.founding || (isFloor ? presides(writer) : code === writer.code)) return undefined;
  return 'key-not-yours';
}

function answerRefusal(path: readonly string[], writer: Writer): WriteRefusalReason | undefined {
  const whose = parseAnswerKey(path[1] ?? '');
  if (path.length !== 2 || !whose) return 'value-invalid';
  if (writer.founding) return undefined;
  const isOwn =
    whose.source === 'floor' ? presides(writer) : whose.delegation === writer.code && writer.role === 'delegation';
  return isOwn ? undefined : 'key-not-yours';
}

/** The audience is the room's, whatever it is; here only the shape is looked at. */
function isAnswer(key: string, held: Held): boolean {
  if (held.type === 'nothing') return true;
  return held.type === 'values' && held.values.length === 1 && decodeAnswer(key, held.values[0], 'room') !== undefined;
}

function isTarget(key: string): boolean {
  const [, thing, bracket, variant = ''] = TARGET.exec(key) ?? [];
  const id = thing ?? bracket;
  if (id === undefined || proponentOf(id) === undefined) return false;
  return bracket === undefined || variant === 'text' || variant === 'none' || proponentOf(variant) !== undefined;
}

function isPosition(held: Held): boolean {
  if (held.type === 'nothing') return true;
  const value = held.type === 'values' && held.values.length === 1 ? held.values[0] : undefined;
  if (!isRecord(value) || !(STANCES as readonly unknown[]).includes(value['stance'])) return false;
  return [value['reason'], value['condition']].every(
    (words) => words === undefined || (typeof words === 'string' && words.length <= LONGEST),
  );
}
