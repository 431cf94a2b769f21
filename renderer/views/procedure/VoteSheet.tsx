import type { Code } from '../../../shared/schema/ids.ts';
import type { RecordedVote } from '../../../shared/procedure/vote/vote.ts';
import { voteOutcome } from '../../../shared/procedure/vote/vote-outcome.ts';
import { useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';
import { useSession, useObserved } from '../../session/hooks.ts';
import { useRoomNames } from './use-room-names.ts';

/** How each member voted, as the record lists it. */
export function VoteNames({ vote }: { vote: RecordedVote }) {
  const say = useText();
  const names = useRoomNames();
  const { tally } = voteOutcome(vote);
  const rows: readonly (readonly [string, readonly Code[]])[] = [
    [say('room.vote.for'), tally.for],
    [say('room.vote.against'), tally.against],
    [say('room.vote.abstain'), tally.abstaining],
    [say('room.vote.absent'), tally.notParticipating],
  ];
  const ballots = { for: 'room.vote.for', against: 'room.vote.against', abstain: 'room.vote.abstain' } as const;
  return (
    <dl className="procedure-names">
      {rows.map(([label, codes]) => (
        <div key={label}>
          <dt>
            {label} <span>{codes.length}</span>
          </dt>
          <dd>{codes.map((code) => names.delegation(code)).join(' · ') || '—'}</dd>
        </div>
      ))}
      {[...vote.intentions].map(([code, ballot]) => (
        <p key={code} className="procedure-quiet">
          {say('room.vote.intended', { code, ballot: say(ballots[ballot]) })}
        </p>
      ))}
    </dl>
  );
}

/** The list by itself, for paper. */
export function VoteSheet({ vote, outcome }: { vote: RecordedVote; outcome: string }) {
  const say = useText();
  const time = useTime();
  const { profile } = useSession();
  const { title, symbol } = useObserved(profile);
  const { opening, state } = vote;
  const { decision } = voteOutcome(vote);
  return (
    <section className="vote-sheet">
      <p>
        {symbol} {title}
      </p>
      <h1>{say('room.vote')}</h1>
      <p>{opening.about}</p>
      <p>
        <strong>{say(decision.passes ? 'room.vote.adopted' : 'room.vote.rejected', { tally: outcome })}</strong>
      </p>
      {state.type === 'announced' && <p>{time.fully(state.at)}</p>}
      <VoteNames vote={vote} />
    </section>
  );
}
