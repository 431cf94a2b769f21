import { useState } from 'react';
import { useIntl } from 'react-intl';
import { invitationIn, readInvitation } from '../../../shared/sync/protocol/invitation.ts';
import { Button } from '../../controls/Button.tsx';
import { TextField } from '../../controls/TextField.tsx';
import { useText } from '../../i18n/text.tsx';
import { useWay } from './use-way.ts';
import { WayIn } from './WayIn.tsx';

export interface JoinWayProps {
  /** Why joining by the page's own address failed, until another try. */
  readonly joinFault: unknown;
  join(invitation: string): Promise<void>;
}

/** Paste an invitation; it says whom one speaks for before one joins. */
export function JoinWay({ joinFault, join }: JoinWayProps) {
  const say = useText();
  const intl = useIntl();
  const way = useWay(joinFault);
  const [opened] = useState(() => Date.now());
  const [pasted, setPasted] = useState('');
  const token = invitationIn(pasted);
  const claims = token ? readInvitation(token) : undefined;
  const expired = claims && claims.exp * 1000 < opened;
  const error = !pasted.trim()
    ? undefined
    : !claims
      ? say('start.join.none')
      : expired
        ? say('start.join.expired', { date: intl.formatDate(claims.exp * 1000, { dateStyle: 'long' }) })
        : undefined;
  return (
    <WayIn title={say('start.join.title')} lead={say('start.join.lead')} way={way}>
      <form
        className="join-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (claims && !expired) way.go(() => join(pasted));
        }}
      >
        <TextField
          label={say('start.join.field')}
          placeholder={say('start.join.hint')}
          value={pasted}
          onChange={(next) => {
            setPasted(next);
            way.clear();
          }}
          error={error}
          description={
            claims && !expired
              ? say('start.join.as', {
                  role: say(`role.${claims.role}`),
                  name: claims.name,
                  code: claims.code,
                  person: claims.person,
                })
              : undefined
          }
          autoComplete="off"
          spellCheck="false"
        />
        <Button type="submit" isDisabled={!claims || Boolean(expired) || way.busy}>
          {say('start.join.go')}
        </Button>
      </form>
    </WayIn>
  );
}
