import { useState } from 'react';
import { isCode, SECRETARIAT, type Code } from '../../../shared/schema/ids.ts';
import type { Role } from '../../../shared/schema/meeting.ts';
import { OBSERVER } from '../../../shared/sync/protocol/invitation.ts';
import { Button } from '../../controls/Button.tsx';
import { Select } from '../../controls/Select.tsx';
import { TextField } from '../../controls/TextField.tsx';
import { useFaultText } from '../../i18n/fault.ts';
import { useText } from '../../i18n/text.tsx';
import { useRoster, useSession } from '../../session/hooks.ts';
import type { MadeInvitation } from './InvitationCard.tsx';

const ROLES = ['delegation', 'observer', 'secretariat'] as const satisfies readonly Role[];
type Invited = (typeof ROLES)[number];
const OTHER = '';

/** For whom, and in which role; the delegation comes from the roster, or is named here. */
export function InviteForm({ onMade }: { onMade(invitation: MadeInvitation): void }) {
  const say = useText();
  const faultText = useFaultText();
  const { chair } = useSession();
  const { delegations, groups } = useRoster();
  const [role, setRole] = useState<Invited>('delegation');
  const [chosen, setChosen] = useState<string>();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [person, setPerson] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();

  const seats = [...delegations, ...groups];
  const seat = seats.find((each) => each.code === (chosen ?? seats[0]?.code));
  const other = role === 'delegation' && !seat;
  const invited: { code: Code; name: string } | undefined =
    role === 'observer'
      ? { code: OBSERVER, name: say('role.observer') }
      : role === 'secretariat'
        ? { code: SECRETARIAT, name: say('role.secretariat') }
        : seat
          ? { code: seat.code, name: seat.name }
          : isCode(code)
            ? { code, name: name.trim() || code }
            : undefined;

  const make = async () => {
    if (!chair || !invited || !person.trim()) return;
    setBusy(true);
    setFault(undefined);
    try {
      const invitation = await chair.invite({ role, ...invited, person: person.trim() });
      onMade({ ...invitation, name: invited.name, person: person.trim() });
      setPerson('');
    } catch (cause) {
      setFault(cause);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      className="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Select<Invited>
        label={say('invite.role')}
        value={role}
        options={ROLES.map((value) => ({ value, label: say(`role.${value}`) }))}
        onChange={setRole}
      />
      {role === 'delegation' && (
        <Select
          label={say('invite.delegation')}
          value={seat?.code ?? OTHER}
          options={[
            ...seats.map((each) => ({ value: each.code as string, label: `${each.name} (${each.code})` })),
            { value: OTHER, label: say('invite.other') },
          ]}
          onChange={setChosen}
        />
      )}
      {other && (
        <>
          <TextField
            label={say('invite.code')}
            value={code}
            onChange={(next) => setCode(next.toUpperCase())}
            description={say('invite.code.what')}
            error={code && !isCode(code) ? say('invite.code.wrong') : undefined}
          />
          <TextField label={say('invite.name')} value={name} onChange={setName} />
        </>
      )}
      <TextField
        label={say('invite.person')}
        value={person}
        onChange={setPerson}
        description={say('invite.person.what')}
      />
      <div>
        <Button type="submit" tone="primary" isDisabled={busy || !invited || !person.trim()}>
          {say('invite.make')}
        </Button>
        <p className="desk-state fault" role="status">
          {fault !== undefined && faultText(fault)}
        </p>
      </div>
    </form>
  );
}
