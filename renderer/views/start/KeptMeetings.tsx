import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Entrance, KeptMeeting } from '../../session/meetings/contract.ts';
import { Button } from '../../controls/Button.tsx';
import { IconButton } from '../../controls/IconButton.tsx';
import { useFaultText } from '../../i18n/fault.ts';
import { useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';
import { useObserved } from '../../session/hooks.ts';
import { useWay } from './use-way.ts';
import './KeptMeetings.css';

/** The meetings this machine has been in, latest first. */
export function KeptMeetings({
  entrance,
  open,
}: {
  entrance: Pick<Entrance, 'known' | 'forget'>;
  open(meeting: KeptMeeting): Promise<void>;
}) {
  const say = useText();
  const kept = useObserved(entrance.known);
  return (
    <section className="kept" aria-labelledby="kept-title">
      <h2 id="kept-title">{say('start.kept.title')}</h2>
      {kept.length === 0 && <p className="kept-none">{say('start.kept.none')}</p>}
      <ul role="list">
        {kept.map((meeting) => (
          <Kept
            key={`${meeting.meeting}/${meeting.code}/${meeting.person}`}
            meeting={meeting}
            open={() => open(meeting)}
            forget={() => entrance.forget(meeting)}
          />
        ))}
      </ul>
    </section>
  );
}

function Kept({ meeting, open, forget }: { meeting: KeptMeeting; open(): Promise<void>; forget(): Promise<void> }) {
  const say = useText();
  const time = useTime();
  const faultText = useFaultText();
  const way = useWay();
  const [asking, setAsking] = useState(false);
  return (
    <li className="kept-meeting">
      <Button
        tone="plain"
        className="kept-open"
        aria-label={say('start.kept.open', { title: meeting.title })}
        onPress={() => way.go(open)}
      >
        <bdi className="kept-title">{meeting.title}</bdi>
        <span className="kept-facts">
          {meeting.symbol && <bdi>{meeting.symbol}</bdi>}
          <span>{say('start.kept.as', { role: say(`role.${meeting.role}`), code: meeting.code })}</span>
          <span>{say('start.kept.opened', { when: time.moment(meeting.openedAt) })}</span>
        </span>
      </Button>
      {asking ? (
        <span className="kept-sure">
          {say('start.kept.sure')}
          <Button size="small" tone="danger" onPress={() => way.go(forget)}>
            {say('start.kept.remove')}
          </Button>
          <Button size="small" autoFocus onPress={() => setAsking(false)}>
            {say('start.kept.keep')}
          </Button>
        </span>
      ) : (
        <IconButton label={say('start.kept.forget', { title: meeting.title })} onPress={() => setAsking(true)}>
          <Trash2 />
        </IconButton>
      )}
      {way.fault !== undefined && (
        <p className="fault" role="status">
          {faultText(way.fault)}
        </p>
      )}
    </li>
  );
}
