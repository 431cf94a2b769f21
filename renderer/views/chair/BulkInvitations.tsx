import { useState } from 'react';
import { useAnnounce } from '../../app/announcer.tsx';
import { useHost } from '../../app/host-context.ts';
import { usePrinter } from '../../app/print.tsx';
import { writeCsv } from '../../../shared/interop/write-csv.ts';
import { Button } from '../../controls/Button.tsx';
import { Select } from '../../controls/Select.tsx';
import { useFaultText } from '../../i18n/fault.ts';
import { useText } from '../../i18n/text.tsx';
import { useObserved, useRoster, useSession } from '../../session/hooks.ts';
import { InvitationCards } from './InvitationCards.tsx';
import { InvitationTable } from './InvitationTable.tsx';
import { listed, withoutInvitation, type ListedInvitation, type Seat } from './invitation-list.ts';
import './BulkInvitations.css';

export interface BulkInvitationsProps {
  readonly list: readonly ListedInvitation[];
  onList(change: (list: readonly ListedInvitation[]) => readonly ListedInvitation[]): void;
}

const EVERYONE = 'everyone';
const GROUPS = 'groups';

/** Invitations for all delegations, for a group's members, or for all groups at once; then cards, links or a table. */
export function BulkInvitations({ list, onList }: BulkInvitationsProps) {
  const say = useText();
  const host = useHost();
  const announce = useAnnounce();
  const faultText = useFaultText();
  const { chair, profile } = useSession();
  const { symbol } = useObserved(profile);
  const { delegations, groups } = useRoster();
  const { sheet, print } = usePrinter();
  const [whom, setWhom] = useState<string>(EVERYONE);
  const [busy, setBusy] = useState<{ readonly done: number; readonly total: number }>();
  const [state, setState] = useState('');

  const members = groups.find(({ code }) => code === whom)?.members;
  const seats: readonly Seat[] =
    whom === GROUPS ? groups : delegations.filter(({ code }) => members === undefined || members.includes(code));
  const wanted = withoutInvitation(seats, list);
  const good = list.filter(({ revoked }) => !revoked);
  const base = `${(symbol || 'meeting').replaceAll('/', '-')} ${say('csv.invitations.file')}`;

  const invite = async ({ code, name }: Seat) => {
    if (!chair) return;
    const made = await chair.invite({ role: 'delegation', code, name, person: name });
    onList((before) => listed(before, { ...made, name, person: name, revoked: false }));
  };
  const attempt = (act: () => Promise<string | undefined>) => {
    act().then(
      (words) => {
        setState(words ?? '');
        if (words) announce(words, 'now');
      },
      (fault: unknown) => setState(faultText(fault)),
    );
  };
  const makeAll = async () => {
    setBusy({ done: 0, total: wanted.length });
    try {
      // One after the other: what is made so far is in the list, whatever happens to the next.
      for (const [at, seat] of wanted.entries()) {
        await invite(seat);
        setBusy({ done: at + 1, total: wanted.length });
      }
      return say('bulk.count', { count: wanted.length });
    } finally {
      setBusy(undefined);
    }
  };
  const save = async (ending: string, text: string) => {
    const name = await host.saveFile({ name: `${base}.${ending}`, bytes: new TextEncoder().encode(text) });
    return name && say('export.done', { name });
  };
  const table = () =>
    writeCsv([
      [say('csv.code'), say('csv.name'), say('bulk.until'), say('csv.link')],
      ...good.map(({ code, name, expires, link }) => [code, name, new Date(expires).toISOString(), link]),
    ]);

  return (
    <section className="bulk" aria-labelledby="bulk-title">
      <h3 id="bulk-title">{say('bulk.title')}</h3>
      <div className="bulk-make">
        <Select
          label={say('bulk.for')}
          value={whom}
          options={[
            { value: EVERYONE, label: say('bulk.everyone') },
            ...(groups.length > 0 ? [{ value: GROUPS, label: say('bulk.groups') }] : []),
            ...groups.map(({ code, name, members: { length: count } }) => ({
              value: code as string,
              label: say('roster.whole-group.choice', { name, count }),
            })),
          ]}
          onChange={setWhom}
        />
        <Button tone="primary" isDisabled={busy !== undefined || wanted.length === 0} onPress={() => attempt(makeAll)}>
          {busy ? say('bulk.busy', busy) : say('bulk.make', { count: wanted.length })}
        </Button>
      </div>
      <p className="desk-state" role="status">
        {state}
      </p>
      {list.length > 0 && (
        <>
          <div className="bulk-acts">
            <span>{say('bulk.count', { count: good.length })}</span>
            <Button
              size="small"
              onPress={() => attempt(() => print(`${base}.pdf`, <InvitationCards invitations={good} />))}
            >
              {say('bulk.print')}
            </Button>
            <Button
              size="small"
              onPress={() => attempt(() => save('txt', good.map(({ name, link }) => `${name}\n${link}\n`).join('\n')))}
            >
              {say('bulk.links')}
            </Button>
            <Button size="small" onPress={() => attempt(() => save('csv', table()))}>
              {say('bulk.csv')}
            </Button>
          </div>
          <InvitationTable
            list={list}
            onRevoke={(invitation) =>
              attempt(async () => {
                await chair?.revoke(invitation.token);
                onList((before) => listed(before, { ...invitation, revoked: true }));
                return say('invite.revoked');
              })
            }
            onRenew={(invitation) =>
              attempt(async () => {
                if (!invitation.revoked) await chair?.revoke(invitation.token);
                await invite(invitation);
                return say('bulk.renewed', { name: invitation.name });
              })
            }
          />
        </>
      )}
      {sheet}
    </section>
  );
}
