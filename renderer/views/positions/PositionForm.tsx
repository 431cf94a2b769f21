import { useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { stanceOfKey } from '../../app/stance-keys.ts';
import type { Code } from '../../../shared/schema/ids.ts';
import type { Position, Stance, Target } from '../../../shared/schema/position.ts';
import { REASON_LIMIT } from '../../../shared/positions/record.ts';
import { Button } from '../../controls/Button.tsx';
import { Disclosure } from '../../controls/Disclosure.tsx';
import { Select } from '../../controls/Select.tsx';
import { TextField } from '../../controls/TextField.tsx';
import { useText } from '../../i18n/text.tsx';
import { ConditionOn, type Condition } from './ConditionOn.tsx';
import { StanceChoice } from './StanceChoice.tsx';
import { StandNote } from './StandNote.tsx';
import { Trail } from './Trail.tsx';
import type { Speaking } from './use-statement.ts';
import { useStand } from './use-stand.ts';
import { useTrail } from './use-trail.ts';

export interface PositionFormProps {
  /** Whose position it is. */
  readonly code: Code;
  readonly target: Target;
  /** `floor`: the chair records what was said. */
  readonly source: Position['source'];
  readonly speaking: Speaking;
  /** What stands above the position in the same form: the digits work there too. */
  readonly children?: ReactNode;
}

/** One position on one thing: stance, to whom it is shown, why, and on what it hangs. */
export function PositionForm({ code, target, source, speaking, children }: PositionFormProps) {
  const say = useText();
  const form = useRef<HTMLFormElement>(null);
  const stand = useStand(code, target, source);
  const trail = useTrail(code, stand, source);
  const record = stand.records.find(({ audience }) => audience === 'chair') ?? stand.records[0];
  const [chosen, choose] = useState<Stance>();
  const [audience, setAudience] = useState<Position['audience']>(record?.audience ?? 'room');
  const [reason, setReason] = useState(record?.reason ?? '');
  const [condition, setCondition] = useState(record?.condition ?? '');
  const [on, setOn] = useState<Condition | undefined>(record?.conditionOn);

  const stance = chosen ?? record?.stance;
  const same =
    record !== undefined &&
    stance === record.stance &&
    audience === record.audience &&
    reason.trim() === (record.reason ?? '') &&
    condition.trim() === (record.condition ?? '') &&
    sameCondition(on, record.conditionOn);
  const wanted = (stance === 'reserve' || stance === 'object') && reason.trim() === '';

  const state = (next: Stance) => {
    choose(next);
    speaking.state(
      {
        target,
        stance: next,
        audience,
        ...(reason.trim() ? { reason: reason.trim() } : {}),
        ...(condition.trim() ? { condition: condition.trim() } : {}),
        ...(on ? { conditionOn: on } : {}),
      },
      stand.records,
    );
  };
  const withdraw = () => {
    if (stand.records.length === 0) return;
    choose(undefined);
    speaking.withdraw(stand.records);
  };
  const press = (event: KeyboardEvent) => {
    const inField = (event.target as Element).closest('textarea, input:not([type="radio"])');
    const key = inField ? undefined : stanceOfKey(event.nativeEvent);
    if (!key) return;
    event.preventDefault();
    if (key === 'withdraw') withdraw();
    else {
      state(key);
      form.current?.querySelector<HTMLElement>(`.stance-choice input[value="${key}"]`)?.focus();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (stance && !same) state(stance);
  };

  return (
    <form ref={form} className="position-form" onSubmit={submit} onKeyDown={press}>
      {children}
      <StanceChoice value={stance} onChoose={choose} onState={state} />
      <StandNote stand={stand} />
      <Trail steps={trail} />
      {source === 'floor' ? (
        <p className="position-audience">{say('position.audience.floor.what')}</p>
      ) : (
        <div className="position-audience">
          <Select
            label={say('position.audience')}
            value={audience}
            options={[
              { value: 'room', label: say('position.audience.room') },
              { value: 'chair', label: say('position.audience.chair') },
            ]}
            onChange={setAudience}
          />
          <p>{say(`position.audience.${audience}.what`)}</p>
        </div>
      )}
      <TextField
        label={say('position.reason')}
        rows={3}
        maxLength={REASON_LIMIT}
        value={reason}
        onChange={setReason}
        placeholder={say('position.reason.hint')}
        description={
          wanted ? say('position.reason.wanted') : say('position.left', { count: REASON_LIMIT - reason.length })
        }
      />
      <Disclosure title={say('position.condition')} open={condition !== '' || on !== undefined}>
        <div className="position-condition">
          <TextField
            label={say('position.condition')}
            maxLength={REASON_LIMIT}
            value={condition}
            onChange={setCondition}
            placeholder={say('position.condition.hint')}
          />
          <ConditionOn value={on} onChange={setOn} except={target} />
        </div>
      </Disclosure>
      <div className="position-acts">
        <Button type="submit" tone="primary" isDisabled={stance === undefined || same}>
          {actWords()}
        </Button>
        {stand.records.length > 0 && (
          <Button tone="plain" onPress={withdraw}>
            {say('position.withdraw')}
          </Button>
        )}
      </div>
    </form>
  );

  function actWords(): string {
    if (stance === undefined) return say('position.choose');
    if (record && stance === record.stance) return say('position.save');
    return say(source === 'floor' ? 'position.record' : 'position.state', { stance: say(`stance.${stance}`) });
  }
}

function sameCondition(a: Condition | undefined, b: Condition | undefined): boolean {
  return a?.bracket === b?.bracket && a?.variant === b?.variant;
}
