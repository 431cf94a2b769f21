import { Text, useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';
import { useRoster } from '../../session/hooks.ts';
import type { OwnStand } from './use-stand.ts';

/** What holds now, where it comes from, and what one's groups say. */
export function StandNote({ stand: { own, line, records } }: { stand: OwnStand }) {
  const say = useText();
  const time = useTime();
  const { groups } = useRoster();
  const notes: { id: string; words: string }[] = [];
  const add = (id: string, words: string) => notes.push({ id, words });
  const record = own?.record;
  if (record) {
    const values = { stance: say(`stance.${record.stance}`), when: time.moment(record.at) };
    add('now', say(record.source === 'floor' ? 'position.now.floor' : 'position.now', values));
    if (own.stance !== record.stance)
      add('counts', say('position.now.conditional', { stance: say(`stance.${own.stance}`) }));
    const shown = record.audience === 'chair' && records.find(({ audience }) => audience === 'room');
    if (shown)
      add('room', say('position.now.room', { stance: say(`stance.${shown.stance}`), when: time.moment(shown.at) }));
  } else if (own)
    add('proposal', say(own.stance === 'object' ? 'position.now.proposal.object' : 'position.now.proposal'));
  else add('nothing', say('position.now.nothing'));
  const source = line?.source.type === 'group' ? line.source.group : undefined;
  const group = groups.find(({ code }) => code === source);
  return (
    <div className="position-notes">
      {notes.map(({ id, words }) => (
        <p key={id}>{words}</p>
      ))}
      {line && group && (!own || own.stance !== line.stance) && (
        <p>
          <Text
            id={own ? 'position.line.departs' : 'position.line'}
            values={{ group: <bdi>{group.name}</bdi>, stance: say(`stance.${line.stance}`) }}
          />
        </p>
      )}
    </div>
  );
}
