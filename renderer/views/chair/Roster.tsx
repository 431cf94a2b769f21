import { useState } from 'react';
import { isCode, type Code } from '../../../shared/schema/ids.ts';
import type { Delegation, Group } from '../../../shared/schema/meeting.ts';
import { useText } from '../../i18n/text.tsx';
import { useRoster, useSession } from '../../session/hooks.ts';
import { AddDelegation } from './AddDelegation.tsx';
import { AddGroup } from './AddGroup.tsx';
import { DelegationTable } from './DelegationTable.tsx';
import { FindParticipant } from './FindParticipant.tsx';
import { GroupTable } from './GroupTable.tsx';
import './Roster.css';

/** Delegations with their standing, and groups with their members; every change counts at once. */
export function Roster() {
  const say = useText();
  const { chair } = useSession();
  const { delegations, groups } = useRoster();
  const [query, setQuery] = useState('');
  const keep = (next: { delegations?: readonly Delegation[]; groups?: readonly Group[] }) =>
    chair?.editRoster({ delegations, groups, ...next });
  const taken = new Set<string>([...delegations, ...groups].map(({ code }) => code));
  const groupThem = (members: readonly Code[]) => {
    const named = delegations.filter(({ code }) => members.includes(code));
    const name = say('roster.ad-hoc', { members: named.map(({ code }) => code).join(', ') });
    const asOf = new Date().toISOString().slice(0, 10);
    keep({ groups: [...groups, { code: freeCode(taken), name, members: named.map(({ code }) => code), asOf }] });
  };
  return (
    <>
      <p className="desk-lead">{say('roster.lead')}</p>
      <FindParticipant
        query={query}
        onQuery={setQuery}
        taken={taken}
        onAdd={(added) => {
          keep({
            delegations: [...delegations, ...added.delegations],
            groups: [...groups, ...added.groups],
          });
          setQuery('');
        }}
      />
      <section aria-labelledby="roster-delegations">
        <h3 id="roster-delegations" className="roster-title">
          {say('roster.delegations')} <span>{say('roster.count', { count: delegations.length })}</span>
        </h3>
        <DelegationTable
          delegations={delegations}
          query={query}
          onChange={(next) => keep({ delegations: next })}
          onGroup={groupThem}
        />
        <AddDelegation taken={taken} onAdd={(delegation) => keep({ delegations: [...delegations, delegation] })} />
      </section>
      <section aria-labelledby="roster-groups">
        <h3 id="roster-groups" className="roster-title">
          {say('roster.groups')}
        </h3>
        <GroupTable groups={groups} onRemove={(group) => keep({ groups: groups.filter((each) => each !== group) })} />
        <AddGroup taken={taken} delegations={delegations} onAdd={(group) => keep({ groups: [...groups, group] })} />
      </section>
    </>
  );
}

/** The first of `ADHOC_1`, `ADHOC_2` … that nobody has. */
function freeCode(taken: ReadonlySet<string>): Code {
  for (let number = 1; ; number += 1) {
    const code = `ADHOC_${number}`;
    if (!taken.has(code) && isCode(code)) return code;
  }
}
