import { useMemo, useState } from 'react';
import type { IssuedInvitation } from '../../../shared/sync/protocol/api.ts';
import { useAnnounce } from '../../app/announcer.tsx';
import { EmptyState } from '../../controls/EmptyState.tsx';
import { useFaultText } from '../../i18n/fault.ts';
import { useText } from '../../i18n/text.tsx';
import { useSession } from '../../session/hooks.ts';
import { BulkInvitations } from './BulkInvitations.tsx';
import { InvitationCard, type MadeInvitation } from './InvitationCard.tsx';
import { InvitationTable } from './InvitationTable.tsx';
import { InviteForm } from './InviteForm.tsx';
import { useIssued } from './use-issued.ts';
import './Invitations.css';

/** Invitations made from this screen with their links, newest first; the relay keeps no copy of a link. */
export interface KeptInvitations {
  /** One at a time: each with a card of its own. */
  readonly made: readonly MadeInvitation[];
  /** For many at once, and renewed ones. */
  readonly many: readonly MadeInvitation[];
}

export interface InvitationsProps {
  readonly kept: KeptInvitations;
  onKept(change: (kept: KeptInvitations) => KeptInvitations): void;
}

/** Make invitations, pass on those made from this screen, and keep an eye on all that were ever made. */
export function Invitations({ kept, onKept }: InvitationsProps) {
  const say = useText();
  const announce = useAnnounce();
  const faultText = useFaultText();
  const { chair } = useSession();
  const { list: issued, refresh } = useIssued();
  const [state, setState] = useState('');
  const { made, many } = kept;
  const links = useMemo(() => new Map([...made, ...many].map(({ id, link }) => [id, link])), [made, many]);
  const revoked = useMemo(() => new Set(issued.filter((each) => each.revoked).map(({ id }) => id)), [issued]);

  const invite = async ({ code, name, role, person }: Pick<MadeInvitation, 'code' | 'name' | 'role' | 'person'>) => {
    if (!chair) return;
    const invitation = await chair.invite({ role, code, name, person });
    onKept((before) => ({ ...before, many: [...before.many, { ...invitation, name, person }] }));
  };
  const attempt = (act: () => Promise<string>) => {
    act()
      .then(
        (words) => {
          setState(words);
          announce(words, 'now');
        },
        (fault: unknown) => setState(faultText(fault)),
      )
      .finally(() => void refresh().catch(() => undefined));
  };
  const withdraw = async ({ id }: Pick<IssuedInvitation, 'id'>) => {
    await chair?.revoke(id);
    return say('invite.revoked');
  };
  const renew = async (invitation: IssuedInvitation) => {
    const { id, code, role, person, name = code } = invitation;
    if (!invitation.revoked) await chair?.revoke(id);
    await invite({ code, role, person, name });
    return say('bulk.renewed', { name: person });
  };

  return (
    <>
      <p className="desk-lead">{say('invite.lead')}</p>
      <div className="invitations">
        <InviteForm
          onMade={(invitation) => {
            onKept((before) => ({ ...before, made: [invitation, ...before.made] }));
            void refresh().catch(() => undefined);
          }}
        />
        <div className="invitations-made">
          {made.length === 0 && <EmptyState title={say('invite.none')}>{say('invite.none.what')}</EmptyState>}
          {made.map((invitation) => (
            <InvitationCard
              key={invitation.id}
              invitation={invitation}
              revoked={revoked.has(invitation.id)}
              onRevoke={() => attempt(() => withdraw(invitation))}
            />
          ))}
        </div>
      </div>
      <BulkInvitations
        issued={issued}
        made={many.filter(({ id }) => !revoked.has(id))}
        onInvite={({ code, name }) => invite({ code, name, role: 'delegation', person: name })}
        onDone={() => void refresh().catch(() => undefined)}
      />
      <p className="desk-state" role="status">
        {state}
      </p>
      {issued.some(({ role }) => role !== 'chair') && (
        <InvitationTable
          {...{ issued, links }}
          onRevoke={(invitation) => attempt(() => withdraw(invitation))}
          onRenew={(invitation) => attempt(() => renew(invitation))}
        />
      )}
    </>
  );
}
