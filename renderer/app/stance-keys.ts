import type { Stance } from '../../shared/schema/position.ts';

const BY_DIGIT: Readonly<Record<string, Stance | 'withdraw'>> = {
  1: 'support',
  2: 'accept',
  3: 'none',
  4: 'reserve',
  5: 'object',
  0: 'withdraw',
};

/**
 * The position a digit key states; by the key's place, so that it works where digits need Shift (AZERTY) and on the
 * number pad. Nothing with a modifier, nothing while an input method composes.
 */
export function stanceOfKey(
  press: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>,
): Stance | 'withdraw' | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return undefined;
  const digit = /^(?:Digit|Numpad)([0-5])$/.exec(press.code)?.[1];
  return digit === undefined ? undefined : BY_DIGIT[digit];
}
