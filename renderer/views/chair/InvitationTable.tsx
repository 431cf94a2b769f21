import { useIntl } from 'react-intl';
import { useAnnounce } from '../../app/announcer.tsx';
import { copyText } from '../../app/copy-text.ts';
import { Button } from '../../controls/Button.tsx';
import { useText } from '../../i18n/text.tsx';
import type { ListedInvitation } from './invitation-list.ts';

export interface InvitationTableProps {
  readonly list: readonly ListedInvitation[];
  onRevoke(invitation: ListedInvitation): void;
  onRenew(invitation: ListedInvitation): void;
}

/** Invitations made together, one a row: copy the link, renew it, withdraw it. */
export function InvitationTable({ list, onRevoke, onRenew }: InvitationTableProps) {
  const say = useText();
  const intl = useIntl();
  const announce = useAnnounce();
  return (
    <table className="roster" aria-label={say('bulk.list')}>
      <thead>
        <tr>
          <th scope="col">{say('csv.code')}</th>
          <th scope="col">{say('csv.name')}</th>
          <th scope="col">{say('bulk.until')}</th>
          <th scope="col">
            <span className="visually-hidden">{say('invite.link')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {list.map((invitation) => {
          const { code, name, expires, revoked, link } = invitation;
          return (
            <tr key={code} data-revoked={revoked || undefined}>
              <th scope="row">
                <bdi>{code}</bdi>
              </th>
              <td>{name}</td>
              <td>{revoked ? say('bulk.withdrawn') : intl.formatDate(expires, { dateStyle: 'long' })}</td>
              <td className="bulk-row-acts">
                {!revoked && (
                  <Button
                    size="small"
                    tone="plain"
                    aria-label={say('bulk.copy.of', { name })}
                    onPress={() => void copyText(link).then(() => announce(say('invite.copied'), 'now'))}
                  >
                    {say('invite.copy')}
                  </Button>
                )}
                <Button
                  size="small"
                  tone="plain"
                  aria-label={say('bulk.renew.of', { name })}
                  onPress={() => onRenew(invitation)}
                >
                  {say('bulk.renew')}
                </Button>
                {!revoked && (
                  <Button
                    size="small"
                    tone="plain"
                    aria-label={say('bulk.revoke.of', { name })}
                    onPress={() => onRevoke(invitation)}
                  >
                    {say('invite.revoke')}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
