import { memo, useCallback, useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { IssuedInvitation } from '../../../shared/sync/protocol/api.ts';
import { useCopy } from '../../app/use-copy.ts';
import { useNow } from '../../app/use-now.ts';
import { Button } from '../../controls/Button.tsx';
import { Select } from '../../controls/Select.tsx';
import { TextField } from '../../controls/TextField.tsx';
import { useText } from '../../i18n/text.tsx';
import { chosenFrom, standingOf, STANDINGS, type Standing, type Wanted } from './invitation-list.ts';

export interface InvitationTableProps {
  readonly issued: readonly IssuedInvitation[];
  /** The links that this window made, by the invitation's id; no other window knows them. */
  readonly links: ReadonlyMap<string, string>;
  onRevoke(invitation: IssuedInvitation): void;
  onRenew(invitation: IssuedInvitation): void;
}

/** Every invitation of the meeting, one a row, from whichever window: find it, renew it, withdraw it, copy its link. */
export function InvitationTable({ issued, links, onRevoke, onRenew }: InvitationTableProps) {
  const say = useText();
  const now = useNow();
  const [wanted, want] = useState<Wanted>({ words: '', standing: 'in-force' });
  const rows = chosenFrom(issued, wanted, now);
  // Two hundred rows stay as they are while one invitation after the other is made.
  const latest = useRef({ onRevoke, onRenew });
  useEffect(() => {
    latest.current = { onRevoke, onRenew };
  });
  const revoke = useCallback((invitation: IssuedInvitation) => latest.current.onRevoke(invitation), []);
  const renew = useCallback((invitation: IssuedInvitation) => latest.current.onRenew(invitation), []);
  return (
    <section className="issued" aria-labelledby="issued-title">
      <h3 id="issued-title">{say('issued.title')}</h3>
      <div className="issued-find">
        <TextField
          label={say('issued.find')}
          value={wanted.words}
          onChange={(words) => want((before) => ({ ...before, words }))}
        />
        <Select
          label={say('issued.standing')}
          value={wanted.standing}
          options={([...STANDINGS, 'all'] as const).map((value) => ({ value, label: say(`issued.${value}`) }))}
          onChange={(standing) => want((before) => ({ ...before, standing }))}
        />
        <span className="issued-count" role="status">
          {say('bulk.count', { count: rows.length })}
        </span>
      </div>
      <p className="desk-hint">{say('issued.links')}</p>
      <table className="roster" aria-label={say('issued.title')}>
        <thead>
          <tr>
            <th scope="col">{say('csv.code')}</th>
            <th scope="col">{say('csv.name')}</th>
            <th scope="col">{say('invite.person')}</th>
            <th scope="col">{say('bulk.until')}</th>
            <th scope="col">
              <span className="visually-hidden">{say('invite.link')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((invitation) => (
            <InvitationRow
              key={invitation.id}
              invitation={invitation}
              standing={standingOf(invitation, now)}
              link={links.get(invitation.id)}
              onRevoke={revoke}
              onRenew={renew}
            />
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={5}>{say('issued.none')}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

interface InvitationRowProps {
  readonly invitation: IssuedInvitation;
  readonly standing: Standing;
  readonly link: string | undefined;
  onRevoke(invitation: IssuedInvitation): void;
  onRenew(invitation: IssuedInvitation): void;
}

const InvitationRow = memo(function InvitationRow(props: InvitationRowProps) {
  const { invitation, standing, link, onRevoke, onRenew } = props;
  const say = useText();
  const intl = useIntl();
  const copy = useCopy();
  const { code, role, person, expires } = invitation;
  const name = role === 'delegation' ? (invitation.name ?? code) : say(`role.${role}`);
  return (
    <tr data-revoked={standing !== 'in-force' || undefined}>
      <th scope="row">
        <bdi>{code}</bdi>
      </th>
      <td>
        <bdi>{name}</bdi>
      </td>
      <td>{person !== name && <bdi>{person}</bdi>}</td>
      <td className="issued-until">
        {standing === 'in-force' ? intl.formatDate(expires, { dateStyle: 'long' }) : say(`issued.${standing}`)}
      </td>
      <td className="bulk-row-acts">
        {standing === 'in-force' && link !== undefined && (
          <Button
            size="small"
            tone="plain"
            aria-label={say('bulk.copy.of', { name: person })}
            onPress={() => copy(link, say('invite.copied'))}
          >
            {say('invite.copy')}
          </Button>
        )}
        <Button
          size="small"
          tone="plain"
          aria-label={say('bulk.renew.of', { name: person })}
          onPress={() => onRenew(invitation)}
        >
          {say('bulk.renew')}
        </Button>
        {standing === 'in-force' && (
          <Button
            size="small"
            tone="plain"
            aria-label={say('bulk.revoke.of', { name: person })}
            onPress={() => onRevoke(invitation)}
          >
            {say('invite.revoke')}
          </Button>
        )}
      </td>
    </tr>
  );
});
