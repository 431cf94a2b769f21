import { useText } from '../../i18n/text.tsx';
import { Disclosure } from '../../controls/Disclosure.tsx';
import { useProcedure, useSession } from '../../session/hooks.ts';
import { VoteCard } from './VoteCard.tsx';
import { VoteForm } from './VoteForm.tsx';

/** The vote that is open, what the last one came to, and those before. */
export function VoteSection() {
  const say = useText();
  const { chair } = useSession();
  const { votes } = useProcedure();
  const last = votes.at(-1);
  const shown = votes.filter((vote) => vote.state.type === 'open' || vote === last);
  const isOpen = votes.some((vote) => vote.state.type === 'open');
  const past = votes.filter((vote) => !shown.includes(vote));
  return (
    <section className="procedure-part" aria-labelledby="procedure-vote">
      <header>
        <h2 id="procedure-vote">{say('room.vote')}</h2>
      </header>
      {shown.length === 0 && <p className="procedure-quiet">{say('room.vote.none')}</p>}
      {shown.map((vote) => (
        <VoteCard key={vote.opening.id} vote={vote} />
      ))}
      {chair && !isOpen && <VoteForm />}
      {past.length > 0 && (
        <Disclosure title={say('room.record')}>
          {past.toReversed().map((vote) => (
            <VoteCard key={vote.opening.id} vote={vote} />
          ))}
        </Disclosure>
      )}
    </section>
  );
}
