import { useState } from 'react';
import type { IssuedInvitation } from '../../../shared/sync/protocol/api.ts';
import { useAnnounce } from '../../app/announcer.tsx';
import { useHost } from '../../app/host-context.ts';
import { usePrinter } from '../../app/print.tsx';
import { useNow } from '../../app/use-now.ts';
import { writeCsv } from '../../../shared/interop/write-csv.ts';
import { Button } from '../../controls/Button.tsx';
import { Select } from '../../controls/Select.tsx';
import { useFaultText } from '../../i18n/fault.ts';
import { useText } from '../../i18n/text.tsx';
import { useObserved, useRoster, useSession } from '../../session/hooks.ts';
import { InvitationCards } from './InvitationCards.tsx';
import { withoutInvitation, type Seat } from './invitation-list.ts';
import type { MadeInvitation } from './InvitationCard.tsx';
import './BulkInvitations.css';

export interface BulkInvitationsProps {
  /** All that were made for this meeting, from whichever window. */
  readonly issued: readonly IssuedInvitation[];
  /** Those made here for many at once that were not withdrawn, with their links. */
  readonly made: readonly MadeInvitation[];
  onInvite(seat: Seat): Promise<void>;
  onDone(): void;
}

const EVERYONE = 'everyone';
const GROUPS = 'groups';

/** Invitations for all delegations, for a group's members, or for all groups at once; then cards, links or a table. */
export function BulkInvitations({ issued, made, onInvite, onDone }: BulkInvitationsProps) {
  const say = useText();
  const host = useHost();
  const announce = useAnnounce();
  const faultText = useFaultText();
  const now = useNow();
  const { profile } = useSession();
  const { symbol } = useObserved(profile);
  const { delegations, groups } = useRoster();
  const { sheet, print } = usePrinter();
  const [whom, setWhom] = useState<string>(EVERYONE);
  const [busy, setBusy] = useState<{ readonly done: number; readonly total: number }>();
  const [state, setState] = useState('');

  const members = groups.find(({ code }) => code === whom)?.members;
  const seats: readonly Seat[] =
    whom === GROUPS ? groups : delegations.filter(({ code }) => members === undefined || members.includes(code));
  const wanted = withoutInvitation(seats, issued, now);
  const base = `${(symbol || 'meeting').replaceAll('/', '-')} ${say('csv.invitations.file')}`;

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
        await onInvite(seat);
        setBusy({ done: at + 1, total: wanted.length });
      }
      return say('bulk.count', { count: wanted.length });
    } finally {
      setBusy(undefined);
      onDone();
    }
  };
  const save = async (ending: string, text: string) => {
    const name = await host.saveFile({ name: `${base}.${ending}`, bytes: new TextEncoder().encode(text) });
    return name && say('export.done', { name });
  };
  const table = () =>
    writeCsv([
      [say('csv.code'), say('csv.name'), say('bulk.until'), say('csv.link')],
      ...made.map(({ code, name, expires, link }) => [code, name, new Date(expires).toISOString(), link]),
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
      {made.length > 0 && (
        <>
          <div className="bulk-acts">
            <span>{say('bulk.count', { count: made.length })}</span>
            <Button
              size="small"
              onPress={() => attempt(() => print(`${base}.pdf`, <InvitationCards invitations={made} />))}
            >
              {say('bulk.print')}
            </Button>
            <Button
              size="small"
              onPress={() => attempt(() => save('txt', made.map(({ name, link }) => `${name}\n${link}\n`).join('\n')))}
            >
              {say('bulk.links')}
            </Button>
            <Button size="small" onPress={() => attempt(() => save('csv', table()))}>
              {say('bulk.csv')}
            </Button>
          </div>
        </>
      )}
      {sheet}
    </section>
  );
}
