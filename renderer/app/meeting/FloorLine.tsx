import { Gavel, Hand, Hourglass, Mic, Vote } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { Draft } from '../../../shared/schema/draft.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import { silenceAt } from '../../../shared/procedure/silence.ts';
import { Button } from '../../controls/Button.tsx';
import { Code } from '../../controls/Code.tsx';
import { useFigures } from '../../i18n/figures.ts';
import { useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';
import { isAlike } from '../../session/alike.ts';
import { useNumbers, useOfDraft, useProcedure, useSession } from '../../session/hooks.ts';
import { useRelayNow } from '../../session/use-relay-now.ts';
import { callIn } from '../../session/wording.ts';
import { useAnnounce } from '../announcer.tsx';
import { usePlace } from '../place.tsx';
import { useSide } from '../side.tsx';
import './FloorLine.css';

/** What is open, who speaks and for how long, what runs out: one line over every view, the same for everybody. */
export function FloorLine({ onPanel }: { onPanel(): void }) {
  const say = useText();
  const time = useTime();
  const figures = useFigures();
  const announce = useAnnounce();
  const now = useRelayNow();
  const { room, chair } = useSession();
  const { floor, silences, votes, adoption } = useProcedure();
  const { place, goTo } = usePlace();
  const { following, follow } = useSide();
  const { open, speaking } = floor;
  const running = silences.filter((silence) => silenceAt(silence, now).state.type === 'running');
  const voting = votes.filter(({ state }) => state.type === 'open');
  const here = place.provision;
  const names = useNames([
    open?.provision,
    here,
    ...running.map(({ wording }) => (wording.type === 'provision' ? wording.provision : undefined)),
    ...voting.map(({ opening: { subject } }) => (subject.type === 'provision' ? subject.provision : undefined)),
  ]);
  const name = (id: ProvisionId) => names.get(id) ?? '';

  const last = useRef(open?.provision);
  useEffect(() => {
    const provision = open?.provision;
    if (provision === last.current) return;
    last.current = provision;
    if (!provision) return;
    announce(say('room.floor.news', { provision: name(provision) }));
    if (following) goTo(provision);
    // Only that the floor moves counts; names and the rest follow on their own.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [open?.provision]);

  const subject = (provision: ProvisionId | undefined) => (provision ? name(provision) : say('room.whole'));
  const [next] = floor.asks;
  return (
    <section className="floor" aria-label={say('room.floor.line')} data-pane="floor">
      <span className="floor-open">
        <Mic aria-hidden />
        {open ? (
          <>
            <span>{say('room.floor.open')}</span>
            <Button size="small" tone="plain" className="floor-go" onPress={() => goTo(open.provision)}>
              <bdi>{name(open.provision)}</bdi>
            </Button>
          </>
        ) : (
          <span className="floor-none">{say('room.floor.closed')}</span>
        )}
      </span>
      {speaking && (
        <span className="floor-speaker">
          <strong>{say(speaking.reply ? 'room.speaking.reply' : 'room.speaking', { code: speaking.code })}</strong>
          <SpeechClock since={speaking.since} seconds={speaking.seconds} now={now} />
        </span>
      )}
      <span className="floor-chips">
        {running.map(({ id, wording: put, deadline }) => (
          <button key={id} type="button" className="floor-chip" onClick={onPanel}>
            <Hourglass aria-hidden />
            {say('room.chip.silence', { about: subject(put.type === 'provision' ? put.provision : undefined) })}
            <b className="floor-clock" role="timer">
              {time.clock(deadline - now)}
            </b>
          </button>
        ))}
        {voting.map(({ opening, ballots }) => (
          <button key={opening.id} type="button" className="floor-chip" onClick={onPanel}>
            <Vote aria-hidden />
            {say('room.chip.vote', {
              about:
                opening.subject.type === 'provision'
                  ? name(opening.subject.provision)
                  : opening.subject.type === 'whole'
                    ? say('room.whole')
                    : say('board.wording', {
                        words: opening.subject.words.slice(0, 24) || say('room.silence.no-text'),
                      }),
            })}
            <b className="floor-clock" role="timer">
              {figures(ballots.size)}/{figures(opening.members.length)}
            </b>
          </button>
        ))}
        {adoption && (
          <span className="floor-chip floor-adopted">
            <Gavel aria-hidden />
            {say('room.chip.adopted')}
          </span>
        )}
      </span>
      <span className="floor-acts">
        {room && <OwnRequest />}
        {chair && next && (
          <Button size="small" tone="plain" onPress={() => chair.room.call(next.code, next.id)}>
            {say('room.call.next', { code: next.code })}
          </Button>
        )}
        {chair && here && here !== open?.provision && names.has(here) && (
          <Button size="small" tone="plain" onPress={() => chair.room.openFloor(here)}>
            {say('room.floor.here', { provision: name(here) })}
          </Button>
        )}
        <ToggleButton
          className="button button-plain button-small"
          isSelected={following}
          onChange={(on) => {
            follow(on);
            if (on && open) goTo(open.provision);
          }}
        >
          {say('room.floor.follow')}
        </ToggleButton>
      </span>
    </section>
  );
}

/** What those of these provisions that are in the draft are called; nothing is followed but that. */
function useNames(wanted: readonly (ProvisionId | undefined)[]): ReadonlyMap<ProvisionId, string> {
  const numbers = useNumbers();
  const key = [...new Set(wanted.filter((id) => id !== undefined))].join(' ');
  return useOfDraft(
    useCallback(
      (draft: Draft) => {
        const ids = new Set(key === '' ? [] : key.split(' '));
        const there = draft.provisions.filter(({ id }) => ids.has(id));
        return new Map(there.map(({ id }) => [id, callIn(draft, numbers, id)]));
      },
      [key, numbers],
    ),
    isAlike,
  );
}

/** How long a statement has lasted; past its time the clock says so in words too. */
function SpeechClock({ since, seconds, now }: { since: number; seconds: number; now: number }) {
  const say = useText();
  const time = useTime();
  const over = seconds > 0 && now - since > seconds * 1000;
  return (
    <span role="timer" className={`floor-clock ${over ? 'floor-over' : ''}`}>
      {time.clock(now - since)}
      {seconds > 0 && (
        <span className="floor-of"> {say('room.speaking.of', { time: time.clock(seconds * 1000) })}</span>
      )}
      {over && <span> {say('room.speaking.over')}</span>}
    </span>
  );
}

/** One press asks for the floor, another takes that back. */
function OwnRequest() {
  const say = useText();
  const { me, room } = useSession();
  const { floor } = useProcedure();
  const at = floor.asks.findIndex(({ code, reply }) => code === me.code && !reply);
  const own = floor.asks[at];
  if (!room || floor.speaking?.code === me.code) return <Code code={me.code} mine />;
  return own ? (
    <Button size="small" tone="plain" icon={<Hand aria-hidden />} onPress={() => room.takeBack(own.id)}>
      {say('room.ask.back')}
    </Button>
  ) : (
    <Button
      size="small"
      tone="plain"
      icon={<Hand aria-hidden />}
      isDisabled={floor.listClosed}
      onPress={() => room.ask(false)}
    >
      {floor.listClosed ? say('room.list.closed') : say('room.ask')}
    </Button>
  );
}
