import { useState } from 'react';
import type { Silence } from '../../../shared/procedure/silence.ts';
import { LONGEST_REASON } from '../../../shared/procedure/room/decode-act.ts';
import type { Code as DelegationCode } from '../../../shared/schema/ids.ts';
import { Button } from '../../controls/Button.tsx';
import { Disclosure } from '../../controls/Disclosure.tsx';
import { Select } from '../../controls/Select.tsx';
import { TextField } from '../../controls/TextField.tsx';
import { directionOf } from '../../i18n/language.ts';
import { useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';
import { useDraftLanguage, useSession } from '../../session/hooks.ts';
import { useRoomNames } from './use-room-names.ts';

const MORE_MS = 10 * 60_000;

/** One silence: the wording, the time that is left, and what one may do about it. */
export function SilenceCard({ silence, now }: { silence: Silence; now: number }) {
  const say = useText();
  const time = useTime();
  const names = useRoomNames();
  const language = useDraftLanguage();
  const { me, room, chair } = useSession();
  const { id, wording, state, deadline, late, members } = silence;
  const running = state.type === 'running';
  return (
    <article className={`procedure-card silence-${state.type}`} data-silence={state.type}>
      <header>
        <h3>{names.put(wording)}</h3>
        {running && (
          <span className="procedure-clock" role="timer">
            {say('room.silence.left', { time: time.clock(deadline - now) })}
          </span>
        )}
      </header>
      {wording.type === 'provision' && (
        <blockquote lang={language} dir={directionOf(language)}>
          {wording.shown}
        </blockquote>
      )}
      <p className="procedure-outcome">
        <SilenceOutcome silence={silence} />
        {running && (
          <span className="procedure-faint"> {say('room.silence.until', { time: time.hour(deadline) })}</span>
        )}
      </p>
      {late.map(({ by, at, reason }) => (
        <p key={`${by}${at}`} className="procedure-quiet">
          {say('room.silence.late', { code: by, time: time.hour(at) })}: <q>{reason}</q>
        </p>
      ))}
      {room && running && members.includes(me.code) && <Objection onObject={(reason) => room.object(id, reason)} />}
      {chair && <ChairPart silence={silence} onMore={() => chair.room.extend(id, deadline + MORE_MS)} />}
    </article>
  );
}

function SilenceOutcome({ silence }: { silence: Silence }) {
  const say = useText();
  const time = useTime();
  const { state } = silence;
  switch (state.type) {
    case 'running':
      return say('room.silence.running');
    case 'broken':
      return (
        <>
          <strong>{say('room.silence.broken', { code: state.by.by, time: time.hour(state.by.at) })}</strong>{' '}
          <q>{state.by.reason}</q>
        </>
      );
    case 'lapsed':
      return <strong>{say('room.silence.lapsed')}</strong>;
    case 'gavelled':
      return <strong>{say('room.silence.gavelled', { time: time.hour(state.at) })}</strong>;
    case 'withdrawn':
      return say('room.silence.withdrawn', { time: time.hour(state.at) });
  }
}

/** The reason and the act, in one go; nothing else is asked. */
function Objection({ onObject }: { onObject(reason: string): void }) {
  const say = useText();
  const [reason, setReason] = useState('');
  return (
    <form
      className="procedure-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onObject(reason);
      }}
    >
      <TextField
        label={say('room.silence.reason')}
        description={say('room.silence.reason.what')}
        rows={2}
        maxLength={LONGEST_REASON}
        value={reason}
        onChange={setReason}
      />
      <Button type="submit" tone="danger" isDisabled={reason.trim() === ''}>
        {say('room.silence.break')}
      </Button>
    </form>
  );
}

function ChairPart({ silence, onMore }: { silence: Silence; onMore(): void }) {
  const say = useText();
  const { chair } = useSession();
  const { id, state, members } = silence;
  if (!chair || (state.type !== 'running' && state.type !== 'lapsed')) return null;
  const why = chair.room.whyNotGavel(silence);
  return (
    <>
      <div className="procedure-acts">
        {state.type === 'lapsed' && (
          <Button size="small" tone="primary" isDisabled={why !== undefined} onPress={() => void chair.room.gavel(id)}>
            {say('room.silence.gavel')}
          </Button>
        )}
        {state.type === 'running' && (
          <Button size="small" onPress={onMore}>
            {say('room.silence.extend')}
          </Button>
        )}
        <Button size="small" tone="plain" onPress={() => chair.room.withdraw(id)}>
          {say('room.silence.withdraw')}
        </Button>
      </div>
      {state.type === 'lapsed' && why && <p className="procedure-quiet">{say(`room.silence.why.${why}`)}</p>}
      {state.type === 'running' && (
        <Disclosure title={say('room.silence.from-floor')} level={4}>
          <FromFloor members={members} onObject={(code, reason) => chair.room.objectFor(id, code, reason)} />
        </Disclosure>
      )}
    </>
  );
}

function FromFloor({
  members,
  onObject,
}: {
  members: readonly DelegationCode[];
  onObject(code: DelegationCode, reason: string): void;
}) {
  const names = useRoomNames();
  const say = useText();
  const [code, setCode] = useState(members[0]);
  if (!code) return null;
  return (
    <>
      <Select
        label={say('invite.delegation')}
        value={code}
        options={members.map((each) => ({ value: each, label: `${each}  ${names.delegation(each)}` }))}
        onChange={setCode}
      />
      <Objection onObject={(reason) => onObject(code, reason)} />
    </>
  );
}
