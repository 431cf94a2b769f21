import { Trash2 } from 'lucide-react';
import type { Delegation, Group } from '../../../shared/schema/meeting.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import { Select } from '../../controls/Select.tsx';
import { useText } from '../../i18n/text.tsx';
import { useRoster, useSession } from '../../session/hooks.ts';
import { AddDelegation } from './AddDelegation.tsx';
import { AddGroup } from './AddGroup.tsx';
import './Roster.css';

/** Delegations with their standing, and groups with their members; every change counts at once. */
export function Roster() {
  const say = useText();
  const { chair } = useSession();
  const { delegations, groups } = useRoster();
  const keep = (next: { delegations?: readonly Delegation[]; groups?: readonly Group[] }) =>
    chair?.editRoster({ delegations, groups, ...next });
  const taken = new Set<string>([...delegations, ...groups].map(({ code }) => code));
  const byName = delegations.toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <>
      <p className="desk-lead">{say('roster.lead')}</p>
      <section aria-labelledby="roster-delegations">
        <h3 id="roster-delegations" className="roster-title">
          {say('roster.delegations')} <span>{say('roster.count', { count: delegations.length })}</span>
        </h3>
        <table className="roster">
          <thead>
            <tr>
              <th scope="col">{say('roster.code')}</th>
              <th scope="col">{say('roster.name')}</th>
              <th scope="col">{say('roster.standing')}</th>
              <th scope="col">
                <span className="visually-hidden">{say('roster.act')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {byName.map((delegation) => (
              <tr key={delegation.code}>
                <th scope="row">
                  <bdi>{delegation.code}</bdi>
                </th>
                <td>{delegation.name}</td>
                <td>
                  <Select
                    label={say('roster.standing')}
                    bare
                    value={delegation.standing}
                    options={(['member', 'observer'] as const).map((value) => ({
                      value,
                      label: say(`roster.standing.${value}`),
                    }))}
                    onChange={(standing) =>
                      keep({
                        delegations: delegations.map((each) => (each === delegation ? { ...each, standing } : each)),
                      })
                    }
                  />
                </td>
                <td>
                  <IconButton
                    label={say('roster.remove', { name: delegation.name })}
                    onPress={() => keep({ delegations: delegations.filter((each) => each !== delegation) })}
                  >
                    <Trash2 />
                  </IconButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <AddDelegation taken={taken} onAdd={(delegation) => keep({ delegations: [...delegations, delegation] })} />
      </section>
      <section aria-labelledby="roster-groups">
        <h3 id="roster-groups" className="roster-title">
          {say('roster.groups')}
        </h3>
        <table className="roster">
          <thead>
            <tr>
              <th scope="col">{say('roster.code')}</th>
              <th scope="col">{say('roster.name')}</th>
              <th scope="col">{say('roster.members')}</th>
              <th scope="col">{say('roster.as-of')}</th>
              <th scope="col">
                <span className="visually-hidden">{say('roster.act')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.code}>
                <th scope="row">
                  <bdi>{group.code}</bdi>
                </th>
                <td>{group.name}</td>
                <td className="roster-members">
                  <bdi>{group.members.join(', ')}</bdi>
                </td>
                <td>{group.asOf}</td>
                <td>
                  <IconButton
                    label={say('roster.remove', { name: group.name })}
                    onPress={() => keep({ groups: groups.filter((each) => each !== group) })}
                  >
                    <Trash2 />
                  </IconButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <AddGroup taken={taken} delegations={delegations} onAdd={(group) => keep({ groups: [...groups, group] })} />
      </section>
    </>
  );
}
