import { Trash2 } from 'lucide-react';
import type { Group } from '../../../shared/schema/meeting.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import { useText } from '../../i18n/text.tsx';

/** Groups with their members and the date of the list. */
export function GroupTable({ groups, onRemove }: { groups: readonly Group[]; onRemove(group: Group): void }) {
  const say = useText();
  if (groups.length === 0) return undefined;
  return (
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
            <td className="roster-date">{group.asOf}</td>
            <td>
              <IconButton label={say('roster.remove', { name: group.name })} onPress={() => onRemove(group)}>
                <Trash2 />
              </IconButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
