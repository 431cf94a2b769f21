import { useState } from 'react';
import type { BracketId } from '../../../shared/schema/ids.ts';
import type { VariantId } from '../../../shared/schema/position.ts';
import { usePlace } from '../../app/place.tsx';
import { Button } from '../../controls/Button.tsx';
import { Disclosure } from '../../controls/Disclosure.tsx';
import { Select } from '../../controls/Select.tsx';
import { useText } from '../../i18n/text.tsx';
import { useAssessment, useSession } from '../../session/hooks.ts';
import { useRoomNames } from './use-room-names.ts';

/** Minutes; three days are what capitals are given. */
const SPANS = [5, 15, 30, 60, 120, 1440, 4320] as const;
const AS_IS = 'as-is';

/** The provision at hand with its brackets read one way or another, or the whole draft, put under silence. */
export function SilenceForm() {
  const say = useText();
  const names = useRoomNames();
  const { chair, hand } = useSession();
  const { place } = usePlace();
  const { provisions } = useAssessment();
  const [on, setOn] = useState<'here' | 'whole'>('here');
  const [minutes, setMinutes] = useState(30);
  const [choices, setChoices] = useState<ReadonlyMap<BracketId, VariantId>>(new Map());
  const [refusal, setRefusal] = useState<string>();
  if (!chair) return null;
  const here = place.provision && provisions.has(place.provision) ? place.provision : undefined;
  const whole = on === 'whole' || here === undefined;
  const brackets = whole ? [] : (provisions.get(here)?.brackets ?? []);
  const go = () => {
    const deadline = hand.now() + minutes * 60_000;
    const chosen = brackets.flatMap(({ bracket }) => {
      const variant = choices.get(bracket);
      return variant ? [{ bracket, variant }] : [];
    });
    const put = chair.room.circulate(whole ? { deadline } : { provision: here, choices: chosen, deadline });
    setRefusal(put.ok ? undefined : say(`reason.${put.reason}`));
    if (put.ok) setChoices(new Map());
  };
  return (
    <Disclosure title={say('room.silence.put')}>
      <div className="procedure-form">
        <Select
          label={say('room.silence.what')}
          value={whole ? 'whole' : 'here'}
          options={[
            ...(here ? [{ value: 'here' as const, label: names.provision(here) }] : []),
            { value: 'whole' as const, label: say('room.whole') },
          ]}
          onChange={setOn}
        />
        {brackets.map(({ bracket, variants }) => (
          <Select
            key={bracket}
            label={say('room.silence.reads', { words: names.bracket(bracket) })}
            value={choices.get(bracket) ?? AS_IS}
            options={[
              { value: AS_IS, label: say('room.silence.as-is') },
              ...variants.map(({ variant }) => ({ value: variant, label: names.variant(bracket, variant) })),
            ]}
            onChange={(value) => {
              const next = new Map(choices);
              if (value === AS_IS) next.delete(bracket);
              else next.set(bracket, value as VariantId);
              setChoices(next);
            }}
          />
        ))}
        <Select
          label={say('room.silence.time')}
          value={String(minutes)}
          options={SPANS.map((span) => ({
            value: String(span),
            label:
              span < 60
                ? say('room.silence.minutes', { count: span })
                : say('room.silence.hours', { count: span / 60 }),
          }))}
          onChange={(value) => setMinutes(Number(value))}
        />
        <Button onPress={go}>{say('room.silence.go')}</Button>
        {refusal && <p className="procedure-refusal">{refusal}</p>}
      </div>
    </Disclosure>
  );
}
