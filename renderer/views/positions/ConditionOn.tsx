import type { Position, Target, VariantId } from '../../../shared/schema/position.ts';
import type { BracketId } from '../../../shared/schema/ids.ts';
import { isVariantId } from '../../../shared/positions/target.ts';
import { Select } from '../../controls/Select.tsx';
import { useText } from '../../i18n/text.tsx';
import { useAssessment } from '../../session/hooks.ts';
import { useWording } from '../../session/wording.ts';

export type Condition = NonNullable<Position['conditionOn']>;

export interface ConditionOnProps {
  readonly value: Condition | undefined;
  onChange(value: Condition | undefined): void;
  /** What the position itself is about; nothing hangs on itself. */
  readonly except: Target;
}

/** A wording elsewhere in the draft that the position hangs on: the board then sees when it is met. */
export function ConditionOn({ value, onChange, except }: ConditionOnProps) {
  const say = useText();
  const wording = useWording();
  const { provisions } = useAssessment();
  const own = except.type === 'provision' ? undefined : except.bracket;
  const seen = new Set<BracketId>();
  const options = [{ value: '', label: say('position.condition.no-bracket') }];
  for (const { brackets } of provisions.values()) {
    for (const { bracket, provision, variants } of brackets) {
      if (bracket === own || seen.has(bracket)) continue;
      seen.add(bracket);
      const number = wording.number(provision) ?? wording.opening(provision);
      for (const { variant } of variants)
        options.push({ value: `${bracket} ${variant}`, label: `${number}: ${wordsOf(bracket, variant)}` });
    }
  }
  function wordsOf(bracket: BracketId, variant: VariantId): string {
    const words = wording.variantWords(bracket, variant);
    if (words !== undefined) return words ? say('position.words', { words }) : say('position.words.none');
    const without = wording.bracketWords(bracket);
    return wording.bracket(bracket)?.kind === 'choice'
      ? say('position.scope.no-text')
      : say('position.scope.without', { words: say('position.words', { words: without }) });
  }
  return (
    <Select
      label={say('position.condition.on')}
      value={value ? `${value.bracket} ${value.variant}` : ''}
      options={options}
      onChange={(key) => {
        const [bracket, variant] = key.split(' ');
        onChange(bracket && isVariantId(variant) ? { bracket: bracket as BracketId, variant } : undefined);
      }}
    />
  );
}
