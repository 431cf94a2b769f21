import { useState } from 'react';
import { isCode } from '../../../shared/schema/ids.ts';
import type { Delegation } from '../../../shared/schema/meeting.ts';
import { Button } from '../../controls/Button.tsx';
import { TextField } from '../../controls/TextField.tsx';
import { useText } from '../../i18n/text.tsx';

export interface AddDelegationProps {
  readonly taken: ReadonlySet<string>;
  onAdd(delegation: Delegation): void;
}

export function AddDelegation({ taken, onAdd }: AddDelegationProps) {
  const say = useText();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const error = !code
    ? undefined
    : !isCode(code)
      ? say('invite.code.wrong')
      : taken.has(code)
        ? say('roster.code.taken')
        : undefined;
  return (
    <form
      className="roster-add"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isCode(code) || error || !name.trim()) return;
        onAdd({ code, name: name.trim(), standing: 'member' });
        setCode('');
        setName('');
      }}
    >
      <TextField
        label={say('roster.code')}
        value={code}
        onChange={(next) => setCode(next.toUpperCase())}
        error={error}
      />
      <TextField label={say('roster.name')} value={name} onChange={setName} />
      <Button type="submit" isDisabled={!isCode(code) || Boolean(error) || !name.trim()}>
        {say('roster.add-delegation')}
      </Button>
    </form>
  );
}
