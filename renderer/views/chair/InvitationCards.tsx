import { useIntl } from 'react-intl';
import { useText } from '../../i18n/text.tsx';
import { useObserved, useSession } from '../../session/hooks.ts';
import type { MadeInvitation } from './InvitationCard.tsx';
import { QrCode } from './QrCode.tsx';
import './InvitationCards.css';

/** A sheet of invitations to cut apart: each a card with its code to point a camera at, never two on one. */
export function InvitationCards({ invitations }: { invitations: readonly MadeInvitation[] }) {
  const say = useText();
  const intl = useIntl();
  const { profile } = useSession();
  const meeting = useObserved(profile);
  return (
    <ul role="list" className="cards">
      {invitations.map((invitation) => (
        <li key={invitation.id} className="card">
          <QrCode text={invitation.link} label={say('invite.qr')} />
          <div>
            <p className="card-meeting">
              <bdi>{meeting.symbol}</bdi> <bdi>{meeting.title}</bdi>
            </p>
            <h2>
              <bdi>{invitation.name}</bdi> <span>{invitation.code}</span>
            </h2>
            <p>{say('bulk.card.speaks', { name: invitation.name })}</p>
            <p>{say('bulk.card.how')}</p>
            <p className="card-until">
              {say('bulk.until')} {intl.formatDate(invitation.expires, { dateStyle: 'long' })}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
