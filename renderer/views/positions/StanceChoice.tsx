import { useRef } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import { STANCES, type Stance } from '../../../shared/schema/position.ts';
import { StanceGlyph } from '../../controls/StanceGlyph.tsx';
import { useText } from '../../i18n/text.tsx';

export interface StanceChoiceProps {
  /** The stance chosen, stated or not. */
  readonly value: Stance | undefined;
  /** Chosen with the arrow keys: nothing is stated by passing over it. */
  onChoose(stance: Stance): void;
  /** Chosen with the mouse or a finger: meant. */
  onState(stance: Stance): void;
}

/** The five stances, each with its digit. Arrows choose, Enter states; a click or a digit does both. */
export function StanceChoice({ value, onChoose, onState }: StanceChoiceProps) {
  const say = useText();
  const pointed = useRef(false);
  return (
    <RadioGroup
      className="stance-choice"
      orientation="horizontal"
      value={value ?? null}
      onChange={(chosen) => {
        const stance = STANCES.find((each) => each === chosen);
        if (!stance) return;
        if (pointed.current) onState(stance);
        else onChoose(stance);
      }}
    >
      <Label className="field-label">{say('position.stance')}</Label>
      <div
        className="stance-choice-row"
        onPointerDownCapture={() => {
          pointed.current = true;
        }}
        onKeyDownCapture={() => {
          pointed.current = false;
        }}
      >
        {STANCES.map((stance, at) => (
          <Radio key={stance} value={stance} className="stance-choice-one">
            <StanceGlyph stance={stance} size={22} />
            <span>{say(`stance.${stance}`)}</span>
            <kbd aria-hidden>{at + 1}</kbd>
          </Radio>
        ))}
      </div>
      <Text slot="description" className="field-description">
        {say('position.keys')}
      </Text>
    </RadioGroup>
  );
}
