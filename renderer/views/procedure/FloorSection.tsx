import { ArrowDown, ArrowUp, Hand, Reply, X } from 'lucide-react';
import { useState } from 'react';
import type { Ask } from '../../../shared/procedure/room/floor.ts';
import type { Code as DelegationCode } from '../../../shared/schema/ids.ts';
import { usePlace } from '../../app/place.tsx';
import { Button } from '../../controls/Button.tsx';
import { Code } from '../../controls/Code.tsx';
import { Disclosure } from '../../controls/Disclosure.tsx';
import { IconButton } from '../../controls/IconButton.tsx';
import { Select } from '../../controls/Select.tsx';
import { useFigures } from '../../i18n/figures.ts';
import { useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';
import { useProcedure, useRoster, useSession } from '../../session/hooks.ts';
import { useRelayNow } from '../../session/use-relay-now.ts';
import { useRoomNames } from './use-room-names.ts';

const MINUTES = [0, 1, 2, 3, 5, 8, 10] as const;

/** What is open, who speaks, and who is on the list. */
export function FloorSection() {
  const say = useText();
  const time = useTime();
  const names = useRoomNames();
  const now = useRelayNow();
  const { me, room, chair } = useSession();
  const { floor } = useProcedure();
  const { place } = usePlace();
  const { open, speaking, asks } = floor;
  const own = (reply: boolean) => asks.find((ask) => ask.code === me.code && ask.reply === reply);
  const at = asks.findIndex((ask) => ask.code === me.code);
  const here = place.provision;
  return (
    <section className="procedure-part" aria-labelledby="procedure-floor">
      <header>
        <h2 id="procedure-floor">{say('room.floor')}</h2>
        <span className="procedure-state">{open ? names.provision(open.provision) : say('room.floor.closed')}</span>
      </header>
      {speaking ? (
        <p className="procedure-speaker">
          <Code code={speaking.code} name={names.delegation(speaking.code)} mine={speaking.code === me.code} />
          <span className="procedure-name">{names.delegation(speaking.code)}</span>
          <span
            role="timer"
            className={`procedure-clock ${speaking.seconds > 0 && now - speaking.since > speaking.seconds * 1000 ? 'procedure-over' : ''}`}
          >
            {time.clock(now - speaking.since)}
            {speaking.seconds > 0 && (
              <small> {say('room.speaking.of', { time: time.clock(speaking.seconds * 1000) })}</small>
            )}
          </span>
        </p>
      ) : (
        <p className="procedure-quiet">{say('room.speaking.none')}</p>
      )}
      {chair && (
        <div className="procedure-acts">
          {here && here !== open?.provision && (
            <Button size="small" onPress={() => chair.room.openFloor(here)}>
              {say('room.floor.here', { provision: names.provision(here) })}
            </Button>
          )}
          {speaking && (
            <Button size="small" onPress={() => chair.room.endSpeech()}>
              {say('room.speaking.end')}
            </Button>
          )}
          {open && (
            <Button size="small" tone="plain" onPress={() => chair.room.openFloor(undefined)}>
              {say('room.floor.close')}
            </Button>
          )}
        </div>
      )}
      <header>
        <h3>{say('room.list')}</h3>
        <span className="procedure-state">
          {floor.listClosed ? say('room.list.closed') : say('room.list.count', { count: asks.length })}
        </span>
      </header>
      {asks.length > 0 && (
        <ol role="list" className="procedure-list">
          {asks.map((ask, place_) => (
            <Speaker key={ask.id} ask={ask} place={place_} last={place_ === asks.length - 1} />
          ))}
        </ol>
      )}
      {room && (
        <>
          {at >= 0 && <p className="procedure-quiet">{say('room.ask.place', { place: at + 1 })}</p>}
          <div className="procedure-acts">
            <OwnAsk ask={own(false)} reply={false} disabled={floor.listClosed} />
            <OwnAsk ask={own(true)} reply disabled={false} />
          </div>
        </>
      )}
      {chair && <ListControl />}
      {floor.spoken.length > 0 && (
        <Disclosure title={say('room.spoken')}>
          <ul role="list" className="procedure-list procedure-past">
            {floor.spoken.toReversed().map((speech) => (
              <li key={`${speech.code}${speech.since}`}>
                <Code code={speech.code} name={names.delegation(speech.code)} />
                <span>{speech.reply ? say('room.reply') : ''}</span>
                <span className="procedure-clock">{time.clock(speech.until - speech.since)}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

function OwnAsk({ ask, reply, disabled }: { ask: Ask | undefined; reply: boolean; disabled: boolean }) {
  const say = useText();
  const { room } = useSession();
  const Icon = reply ? Reply : Hand;
  return ask ? (
    <Button size="small" icon={<X aria-hidden />} onPress={() => room?.takeBack(ask.id)}>
      {say('room.ask.back')}
      {reply && ` (${say('room.reply')})`}
    </Button>
  ) : (
    <Button
      size="small"
      tone={reply ? 'plain' : 'quiet'}
      icon={<Icon aria-hidden />}
      isDisabled={disabled}
      onPress={() => room?.ask(reply)}
    >
      {say(reply ? 'room.ask.reply' : 'room.ask')}
    </Button>
  );
}

function Speaker({ ask, place, last }: { ask: Ask; place: number; last: boolean }) {
  const say = useText();
  const time = useTime();
  const figures = useFigures();
  const names = useRoomNames();
  const { me, chair } = useSession();
  const { code } = ask;
  return (
    <li>
      <span className="procedure-place">{figures(place + 1)}</span>
      <Code code={code} name={names.delegation(code)} mine={code === me.code} />
      <span className="procedure-name">
        {ask.reply ? say('room.reply') : <time dateTime={new Date(ask.at).toISOString()}>{time.hour(ask.at)}</time>}
      </span>
      {chair && (
        <span className="procedure-row-acts">
          <IconButton
            label={say('room.up', { code })}
            isDisabled={place === 0}
            onPress={() => chair.room.moveAsk(ask.id, -1)}
          >
            <ArrowUp />
          </IconButton>
          <IconButton
            label={say('room.down', { code })}
            isDisabled={last}
            onPress={() => chair.room.moveAsk(ask.id, 1)}
          >
            <ArrowDown />
          </IconButton>
          <IconButton label={say('room.remove', { code })} onPress={() => chair.room.takeBack(ask.id)}>
            <X />
          </IconButton>
          <Button
            size="small"
            aria-label={say('room.call.who', { code })}
            tone={place === 0 ? 'primary' : 'quiet'}
            onPress={() => chair.room.call(code, ask.id)}
          >
            {say('room.call')}
          </Button>
        </span>
      )}
    </li>
  );
}

function ListControl() {
  const say = useText();
  const names = useRoomNames();
  const { chair } = useSession();
  const { floor } = useProcedure();
  const { delegations } = useRoster();
  const [wanted, want] = useState<DelegationCode>();
  const chosen = wanted ?? delegations[0]?.code;
  if (!chair) return null;
  const { speech, reply } = floor.limits;
  const minutes = (seconds: number) =>
    MINUTES.map((each) => ({
      value: String(each * 60),
      label: each === 0 ? say('room.limit.none') : say('room.limit.minutes', { count: each }),
    })).concat(
      MINUTES.some((each) => each * 60 === seconds)
        ? []
        : [{ value: String(seconds), label: say('room.limit.minutes', { count: Math.round(seconds / 60) }) }],
    );
  return (
    <Disclosure title={say('room.limit')} level={4}>
      <div className="procedure-form">
        <div className="procedure-pair">
          <Select
            label={say('room.limit.speech')}
            value={String(speech)}
            options={minutes(speech)}
            onChange={(value) => chair.room.limit({ speech: Number(value), reply })}
          />
          <Select
            label={say('room.limit.reply')}
            value={String(reply)}
            options={minutes(reply)}
            onChange={(value) => chair.room.limit({ speech, reply: Number(value) })}
          />
        </div>
        {chosen && (
          <div className="procedure-pair">
            <Select
              label={say('room.add')}
              value={chosen}
              options={delegations.map(({ code }) => ({ value: code, label: `${code}  ${names.delegation(code)}` }))}
              onChange={want}
            />
            <Button onPress={() => chair.room.askFor(chosen, false)}>{say('room.add.go')}</Button>
          </div>
        )}
        <Button size="small" onPress={() => chair.room.closeList(!floor.listClosed)}>
          {say(floor.listClosed ? 'room.list.open' : 'room.list.close')}
        </Button>
      </div>
    </Disclosure>
  );
}
