import { proponentOf, type BracketId, type ProvisionId } from '../schema/ids.ts';
import type { Target, TargetKey, VariantId } from '../schema/position.ts';

/** Reads what `targetKey` writes; `undefined` for any other string, so that an untrusted key names nothing (rule P1). */
export function parseTarget(key: TargetKey): Target | undefined {
  const [type, id, variant, ...rest] = key.split('/');
  if (id === undefined || proponentOf(id) === undefined || rest.length > 0) return undefined;
  if (type === 'p' && variant === undefined) return { type: 'provision', provision: id as ProvisionId };
  if (type === 'b' && variant === undefined) return { type: 'bracket', bracket: id as BracketId };
  if (type === 'v' && isVariantId(variant)) return { type: 'variant', bracket: id as BracketId, variant };
  return undefined;
}

/** Whether a string can name a variant: `text`, `none` or a bracket's id. */
export function isVariantId(text: string | undefined): text is VariantId {
  return text !== undefined && (text === 'text' || text === 'none' || proponentOf(text) !== undefined);
}
