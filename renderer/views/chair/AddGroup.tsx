import { useState } from 'react';
import { isCode, type Code } from '../../../shared/schema/ids.ts';
import type { Delegation, Group } from '../../../shared/schema/meeting.ts';
import { Button } from '../../controls/Button.tsx';
import { TextField } from '../../controls/TextField.tsx';
import { useText } from '../../i18n/text.tsx';

export interface AddGroupProps {
  readonly taken: ReadonlySet<string>;
  readonly delegations: readonly Delegation[];
  onAdd(group: Group): void;
}

/** A group is a dated set of delegations; ad hoc ones are made here as well. */
export function AddGroup({ taken, delegations, onAdd }: AddGroupProps) {
  const say = useText();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [members, setMembers] = useState('');
  const known = new Set<string>(delegations.map((delegation) => delegation.code));
  const codes = [
    ...new Set(
      members
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ];
  const unknown = codes.filter((each) => !known.has(each));
  const codeError = !code
    ? undefined
    : !isCode(code)
      ? say('invite.code.wrong')
      : taken.has(code)
        ? say('roster.code.taken')
        : undefined;
  const ready = isCode(code) && !codeError && name.trim() && codes.length > 0 && unknown.length === 0;
  return (
    <form
      className="roster-add"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready || !isCode(code)) return;
        const asOf = new Date().toISOString().slice(0, 10);
        onAdd({ code, name: name.trim(), members: codes as Code[], asOf });
        setCode('');
        setName('');
        setMembers('');
      }}
    >
      <TextField
        label={say('roster.code')}
        value={code}
        onChange={(next) => setCode(next.toUpperCase())}
        error={codeError}
      />
      <TextField label={say('roster.name')} value={name} onChange={setName} />
      <TextField
        label={say('roster.members')}
        value={members}
        onChange={setMembers}
        description={say('roster.members.what')}
        error={unknown.length > 0 ? say('roster.members.unknown', { codes: unknown.join(', ') }) : undefined}
      />
      <Button type="submit" isDisabled={!ready}>
        {say('roster.add-group')}
      </Button>
    </form>
  );
}
