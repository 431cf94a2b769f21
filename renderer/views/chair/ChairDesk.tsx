import { useState } from 'react';
import { Tabs } from '../../controls/Tabs.tsx';
import { useText } from '../../i18n/text.tsx';
import { Invitations, type KeptInvitations } from './Invitations.tsx';
import { PublishDesk } from './PublishDesk.tsx';
import { Roster } from './Roster.tsx';
import './ChairDesk.css';

type Page = 'invitations' | 'roster' | 'publish';

/** What the chair does outside the text: invite, keep the roster, publish. */
export function ChairDesk({ onCompare }: { onCompare(revision: number): void }) {
  const say = useText();
  const [page, setPage] = useState<Page>('invitations');
  // Here and not on their page: a look at the roster must not lose a link that nobody else has.
  const [kept, keep] = useState<KeptInvitations>({ made: [], many: [] });
  return (
    <div className="desk" data-pane="text">
      <div className="desk-sheet">
        <h2 className="desk-title">{say('desk.title')}</h2>
        <Tabs<Page>
          label={say('desk.title')}
          chosen={page}
          onChoose={setPage}
          pages={[
            { id: 'invitations', label: say('desk.invitations'), content: <Invitations kept={kept} onKept={keep} /> },
            { id: 'roster', label: say('desk.roster'), content: <Roster /> },
            { id: 'publish', label: say('desk.publish'), content: <PublishDesk onCompare={onCompare} /> },
          ]}
        />
      </div>
    </div>
  );
}
