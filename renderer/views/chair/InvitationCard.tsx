import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useAnnounce } from '../../app/announcer.tsx';
import { copyText } from '../../app/copy-text.ts';
import { useHost } from '../../app/host-context.ts';
import { Button } from '../../controls/Button.tsx';
import { TextField } from '../../controls/TextField.tsx';
import { useFaultText } from '../../i18n/fault.ts';
import { useText } from '../../i18n/text.tsx';
import type { Invitation } from '../../session/contract.ts';
import { QrCode } from './QrCode.tsx';
import './InvitationCard.css';

export interface MadeInvitation extends Invitation {
  readonly name: string;
  readonly person: string;
}

export interface InvitationCardProps {
  readonly invitation: MadeInvitation;
  /** It was withdrawn, here or in another window. */
  readonly revoked: boolean;
  onRevoke(): void;
}

/** One invitation: its link to copy, a file, a QR code; and the way to withdraw it. */
export function InvitationCard({ invitation, revoked, onRevoke }: InvitationCardProps) {
  const say = useText();
  const intl = useIntl();
  const host = useHost();
  const announce = useAnnounce();
  const faultText = useFaultText();
  const [state, setState] = useState<string>();

  const attempt = (act: () => Promise<string | undefined>) => {
    act().then(
      (words) => {
        setState(words);
        if (words) announce(words, 'now');
      },
      (fault: unknown) => setState(faultText(fault)),
    );
  };
  const copy = async () => {
    await copyText(invitation.link);
    return say('invite.copied');
  };
  const save = async () => {
    const name = `rostrum-${invitation.code}-${invitation.person.replaceAll(/\s+/g, '-')}.txt`;
    const written = await host.saveFile({ name, bytes: new TextEncoder().encode(`${invitation.link}\n`) });
    return written && say('export.done', { name: written });
  };

  return (
    <article className="invitation" aria-label={say('invite.made', { person: invitation.person })}>
      <div>
        <h3>
          <bdi>{invitation.person}</bdi>
        </h3>
        <p className="invitation-as">
          {say('invite.made.as', {
            role: say(`role.${invitation.role}`),
            name: invitation.name,
            code: invitation.code,
            date: intl.formatDate(invitation.expires, { dateStyle: 'long' }),
          })}
        </p>
        {!revoked && (
          <>
            <TextField label={say('invite.link')} value={invitation.link} isReadOnly />
            <div className="invitation-acts">
              <Button size="small" onPress={() => attempt(copy)}>
                {say('invite.copy')}
              </Button>
              <Button size="small" onPress={() => attempt(save)}>
                {say('invite.save')}
              </Button>
              <Button size="small" tone="danger" onPress={onRevoke}>
                {say('invite.revoke')}
              </Button>
            </div>
          </>
        )}
        <p className="desk-state" role="status">
          {revoked ? say('invite.revoked') : state}
        </p>
      </div>
      {!revoked && <QrCode text={invitation.link} label={say('invite.qr')} />}
    </article>
  );
}
