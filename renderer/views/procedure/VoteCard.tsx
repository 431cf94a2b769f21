import { useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { BALLOTS, type Ballot } from '../../../shared/procedure/decision.ts';
import type { RecordedVote } from '../../../shared/procedure/vote/vote.ts';
import { voteOutcome } from '../../../shared/procedure/vote/vote-outcome.ts';
import { useHost } from '../../app/host-context.ts';
import { Button } from '../../controls/Button.tsx';
import { Disclosure } from '../../controls/Disclosure.tsx';
import { useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';
import { useSession } from '../../session/hooks.ts';
import { RollCall } from './RollCall.tsx';
import { VoteNames, VoteSheet } from './VoteSheet.tsx';
import { actOf, useRoomNames } from './use-room-names.ts';

/** One vote: open, with one's own ballot or the roll call; or what it came to, with how each voted. */
export function VoteCard({ vote }: { vote: RecordedVote }) {
  const say = useText();
  const time = useTime();
  const names = useRoomNames();
  const { me, room, chair } = useSession();
  const { opening, ballots, state } = vote;
  const { subject, members, rule } = opening;
  const open = state.type === 'open';
  return (
    <article className="procedure-card" data-vote={state.type}>
      <header>
        <h3>{names.subject(subject)}</h3>
      </header>
      {state.type === 'announced' ? (
        <Announced vote={vote} />
      ) : (
        <p className="procedure-outcome">
          {state.type === 'cancelled'
            ? say('room.vote.cancelled')
            : say('room.vote.cast', { count: ballots.size, members: members.length })}
          {open && <span className="procedure-faint"> {say(`room.vote.rule.${rule}`)}</span>}
        </p>
      )}
      {open && room && members.includes(me.code) && (
        <OwnBallot
          ballot={ballots.get(me.code)}
          onCast={(ballot) => (ballot ? room.cast(actOf(vote), ballot) : room.uncast(actOf(vote)))}
        />
      )}
      {open && chair && (
        <>
          <Disclosure title={say('room.vote.roll')} level={4}>
            <RollCall vote={vote} />
          </Disclosure>
          <div className="procedure-acts">
            <Button
              size="small"
              tone="primary"
              isDisabled={ballots.size === 0}
              onPress={() => void chair.room.announce(actOf(vote))}
            >
              {say('room.vote.announce')}
            </Button>
            <Button size="small" tone="plain" onPress={() => chair.room.cancel(actOf(vote))}>
              {say('room.vote.cancel')}
            </Button>
          </div>
        </>
      )}
      {state.type === 'announced' && (
        <p className="procedure-faint">{say('room.vote.announced', { time: time.moment(state.at) })}</p>
      )}
    </article>
  );
}

const OWN = { for: 'room.vote.for', against: 'room.vote.against', abstain: 'room.vote.abstain' } as const;

function OwnBallot({ ballot, onCast }: { ballot: Ballot | undefined; onCast(ballot: Ballot | undefined): void }) {
  const say = useText();
  return (
    <div className="procedure-ballot" role="group" aria-label={say('room.vote.yours')}>
      {BALLOTS.map((each) => (
        <Button
          key={each}
          aria-pressed={ballot === each}
          tone={ballot === each ? 'primary' : 'quiet'}
          onPress={() => onCast(ballot === each ? undefined : each)}
        >
          {say(OWN[each])}
        </Button>
      ))}
      {ballot === undefined && <p className="procedure-quiet">{say('room.vote.yours.none')}</p>}
    </div>
  );
}

function Announced({ vote }: { vote: RecordedVote }) {
  const say = useText();
  const host = useHost();
  const { chair, replica } = useSession();
  const [printing, setPrinting] = useState(false);
  const { tally, needed, decision } = voteOutcome(vote);
  const { subject, about } = vote.opening;
  const words = say('board.rule.tally', {
    for: tally.for.length,
    against: tally.against.length,
    abstaining: tally.abstaining.length,
  });
  const print = async () => {
    flushSync(() => setPrinting(true));
    document.body.dataset['printing'] = 'vote';
    try {
      await host.printPdf({ name: `${about.slice(0, 60)}.pdf` });
    } finally {
      delete document.body.dataset['printing'];
      setPrinting(false);
    }
  };
  const standing = subject.type === 'wording' && decision.passes && replica?.bracket(subject.bracket);
  return (
    <>
      <p className="procedure-outcome">
        <strong>{say(decision.passes ? 'room.vote.adopted' : 'room.vote.rejected', { tally: words })}</strong>
        <span className="procedure-faint"> {say('room.vote.needed', { count: needed })}</span>
      </p>
      <Disclosure title={say('room.vote.names')} level={4}>
        <VoteNames vote={vote} />
      </Disclosure>
      <div className="procedure-acts">
        {chair && standing && !standing.closed && subject.type === 'wording' && (
          <Button
            size="small"
            onPress={() => chair.rule({ bracket: subject.bracket, outcome: 'chosen', variant: subject.variant })}
          >
            {say('room.vote.stands')}
          </Button>
        )}
        <Button size="small" tone="plain" onPress={() => void print()}>
          {say('room.vote.print')}
        </Button>
      </div>
      {printing && createPortal(<VoteSheet vote={vote} outcome={words} />, document.body)}
    </>
  );
}
