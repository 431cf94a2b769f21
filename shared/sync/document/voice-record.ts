import { oneOf } from './decode.ts';
import { isBracketId } from './bracket-record.ts';
import { isCode } from '../../schema/ids.ts';
import type { BracketId, Code } from '../../schema/ids.ts';

/** What a delegation says about another's bracket: it seconds it, or asks to keep the words it would remove. */
export type Voice = 'second' | 'keep';

/** Takes a key of the root `supports` apart: whose voice, on which bracket. */
export function voiceKeyOf(key: string): { readonly code: Code; readonly bracket: BracketId } | undefined {
  const colon = key.indexOf(':');
  const code = key.slice(0, colon);
  const bracket = key.slice(colon + 1);
  return colon > 0 && isCode(code) && isBracketId(bracket) ? { code, bracket } : undefined;
}

/** The key under which a delegation's voice on a bracket stands. */
export function voiceKey(code: Code, bracket: BracketId): string {
  return `${code}:${bracket}`;
}

export function readVoice(value: unknown): Voice | undefined {
  return oneOf(value, ['second', 'keep']);
}
