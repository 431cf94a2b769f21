import { isCode, proponentOf, type BracketId } from '../schema/ids.ts';
import { STANCES, targetKey, type Position, type Stance } from '../schema/position.ts';
import { ok, refuse, type Result } from '../schema/result.ts';
import { isVariantId, parseTarget } from './target.ts';

/** Most characters a reason or a condition may have, in UTF-16 units. */
export const REASON_LIMIT = 280;

/** What a position is filed under: one a delegation, target, source and audience. A later one replaces it. */
export function positionKey(position: Pick<Position, 'delegation' | 'target' | 'source' | 'audience'>): string {
  return `${position.delegation}/${position.source}/${position.audience}/${targetKey(position.target)}`;
}

/** Reads what `positionKey` writes; `undefined` for any other string. */
export function parsePositionKey(
  key: string,
): Pick<Position, 'delegation' | 'target' | 'source' | 'audience'> | undefined {
  const [, delegation, source, audience, rest] = /^([^/]+)\/(national|floor)\/(room|chair)\/(.+)$/.exec(key) ?? [];
  const target = rest === undefined ? undefined : parseTarget(rest);
  if (!target || delegation === undefined || !isCode(delegation)) return undefined;
  return { delegation, target, source: source as Position['source'], audience: audience as Position['audience'] };
}

export type PositionFault =
  | 'not-an-object'
  | 'delegation-unknown'
  | 'target-unknown'
  | 'stance-unknown'
  | 'reason-too-long'
  | 'condition-unknown'
  | 'audience-unknown'
  | 'source-unknown'
  | 'time-unknown';

/** A position as plain JSON for a shared room: the target as its key, nothing that is not set. */
export function encodePosition(position: Position): Record<string, unknown> {
  const { target, ...rest } = position;
  return { ...rest, target: targetKey(target) };
}

/** Reads what `encodePosition` writes; anything else is refused with the first field that does not fit (rule P1). */
export function decodePosition(value: unknown): Result<Position, PositionFault> {
  if (typeof value !== 'object' || value === null) return refuse('not-an-object');
  const raw = value as Record<string, unknown>;
  if (typeof raw['delegation'] !== 'string' || !isCode(raw['delegation'])) return refuse('delegation-unknown');
  const target = typeof raw['target'] === 'string' ? parseTarget(raw['target']) : undefined;
  if (!target) return refuse('target-unknown');
  if (!STANCES.includes(raw['stance'] as Stance)) return refuse('stance-unknown');
  if (!isShortText(raw['reason']) || !isShortText(raw['condition'])) return refuse('reason-too-long');
  const conditionOn = decodeCondition(raw['conditionOn']);
  if (conditionOn === null) return refuse('condition-unknown');
  if (raw['audience'] !== 'room' && raw['audience'] !== 'chair') return refuse('audience-unknown');
  if (raw['source'] !== 'national' && raw['source'] !== 'floor') return refuse('source-unknown');
  if (typeof raw['at'] !== 'number' || !Number.isFinite(raw['at'])) return refuse('time-unknown');
  return ok({
    delegation: raw['delegation'],
    target,
    stance: raw['stance'] as Stance,
    ...(raw['reason'] === undefined ? {} : { reason: raw['reason'] }),
    ...(raw['condition'] === undefined ? {} : { condition: raw['condition'] }),
    ...(conditionOn === undefined ? {} : { conditionOn }),
    audience: raw['audience'],
    source: raw['source'],
    at: raw['at'],
  });
}

function isShortText(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === 'string' && value.length <= REASON_LIMIT);
}

/** `undefined`: none given. `null`: something that is no condition. */
function decodeCondition(value: unknown): Position['conditionOn'] | null {
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null) return null;
  const { bracket, variant } = value as Record<string, unknown>;
  if (typeof bracket !== 'string' || proponentOf(bracket) === undefined) return null;
  if (typeof variant !== 'string' || !isVariantId(variant)) return null;
  return { bracket: bracket as BracketId, variant };
}
