import { useState } from 'react';
import { EmptyState } from '../../controls/EmptyState.tsx';
import { useText } from '../../i18n/text.tsx';
import { InvitationCard, type MadeInvitation } from './InvitationCard.tsx';
import { InviteForm } from './InviteForm.tsx';
import './Invitations.css';

/** Make an invitation, and pass on those made from this screen. */
export function Invitations() {
  const say = useText();
  const [made, setMade] = useState<readonly MadeInvitation[]>([]);
  return (
    <>
      <p className="desk-lead">{say('invite.lead')}</p>
      <div className="invitations">
        <InviteForm onMade={(invitation) => setMade([invitation, ...made])} />
        <div className="invitations-made">
          {made.length === 0 && <EmptyState title={say('invite.none')}>{say('invite.none.what')}</EmptyState>}
          {made.map((invitation) => (
            <InvitationCard key={invitation.token} invitation={invitation} />
          ))}
        </div>
      </div>
    </>
  );
}
