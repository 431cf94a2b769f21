import { BALLOTS } from '../../../shared/procedure/decision.ts';
import type { RecordedVote } from '../../../shared/procedure/vote/vote.ts';
import { Button } from '../../controls/Button.tsx';
import { Code } from '../../controls/Code.tsx';
import { useText } from '../../i18n/text.tsx';
import { useSession } from '../../session/hooks.ts';
import { actOf, useRoomNames } from './use-room-names.ts';

const LETTERS = { for: 'room.vote.for', against: 'room.vote.against', abstain: 'room.vote.abstain' } as const;

/** The members in the order in which they are called; what each says is one press, and another press takes it back. */
export function RollCall({ vote }: { vote: RecordedVote }) {
  const say = useText();
  const names = useRoomNames();
  const { chair } = useSession();
  const { opening, ballots } = vote;
  return (
    <ol role="list" className="procedure-list procedure-roll">
      {opening.members.map((code) => (
        <li key={code}>
          <Code code={code} name={names.delegation(code)} />
          <span className="procedure-name">{names.delegation(code)}</span>
          <span className="procedure-row-acts" role="group" aria-label={names.delegation(code)}>
            {BALLOTS.map((ballot) => {
              const cast = ballots.get(code) === ballot;
              return (
                <Button
                  key={ballot}
                  size="small"
                  tone={cast ? 'primary' : 'plain'}
                  aria-pressed={cast}
                  onPress={() => chair?.room.castFor(actOf(vote), code, cast ? undefined : ballot)}
                >
                  {say(LETTERS[ballot])}
                </Button>
              );
            })}
          </span>
        </li>
      ))}
    </ol>
  );
}
