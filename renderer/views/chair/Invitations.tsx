import { EmptyState } from '../../controls/EmptyState.tsx';
import { useText } from '../../i18n/text.tsx';
import { BulkInvitations } from './BulkInvitations.tsx';
import type { ListedInvitation } from './invitation-list.ts';
import { InvitationCard, type MadeInvitation } from './InvitationCard.tsx';
import { InviteForm } from './InviteForm.tsx';
import './Invitations.css';

/** Invitations made from this screen; the relay keeps no copy of a link. */
export interface KeptInvitations {
  readonly made: readonly MadeInvitation[];
  readonly list: readonly ListedInvitation[];
}

export interface InvitationsProps {
  readonly kept: KeptInvitations;
  onKept(change: (kept: KeptInvitations) => KeptInvitations): void;
}

/** Make an invitation, and pass on those made from this screen. */
export function Invitations({ kept, onKept }: InvitationsProps) {
  const say = useText();
  const { made, list } = kept;
  return (
    <>
      <p className="desk-lead">{say('invite.lead')}</p>
      <div className="invitations">
        <InviteForm onMade={(invitation) => onKept((before) => ({ ...before, made: [invitation, ...before.made] }))} />
        <div className="invitations-made">
          {made.length === 0 && <EmptyState title={say('invite.none')}>{say('invite.none.what')}</EmptyState>}
          {made.map((invitation) => (
            <InvitationCard key={invitation.token} invitation={invitation} />
          ))}
        </div>
      </div>
      <BulkInvitations
        list={list}
        onList={(change) => onKept((before) => ({ ...before, list: change(before.list) }))}
      />
    </>
  );
}
