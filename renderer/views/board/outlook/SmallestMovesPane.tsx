import { Fragment, type ReactNode } from 'react';
import type { Choice, MoveTarget } from '../../../../shared/consensus/moves/red-lines.ts';
import type { MovePart, Moves } from '../../../../shared/consensus/moves/smallest-moves.ts';
import { stepsOf, type Step } from '../../../../shared/consensus/moves/steps.ts';
import type { Deal } from '../../../../shared/consensus/moves/trades.ts';
import type { Code } from '../../../../shared/schema/ids.ts';
import { Text, useText } from '../../../i18n/text.tsx';
import { useWording } from '../../../session/wording.ts';
import { Holders } from '../Holders.tsx';
import { useNames } from '../use-names.ts';
import { useMoves } from './use-moves.ts';

const SHOWN_WAYS = 3;

/** What would close every bracket with the fewest red lines crossed, part by part, and trades that repay who gives. */
export function SmallestMovesPane() {
  const say = useText();
  const { answer, working } = useMoves();
  if (!answer) return <p className="outlook-hint">{say('board.moves.working')}</p>;
  const { moves, trades } = answer;
  const hard = moves.parts.filter(({ cost }) => cost > 0);
  return (
    <div className="outlook" aria-busy={working}>
      <p>
        {say(moves.bound === moves.cost ? 'board.moves.least' : 'board.moves.best', {
          count: moves.cost,
          bound: moves.bound,
        })}
      </p>
      {hard.length > 0 && (
        <ol role="list" className="outlook-parts">
          {hard.map((part) => (
            <PartItem key={part.brackets[0]} part={part} />
          ))}
        </ol>
      )}
      {moves.standing.length > 0 && (
        <p>
          <Text
            id="board.moves.standing"
            values={{
              who: <Holders codes={codesOf(moves.standing.map(({ by }) => by))} />,
              count: moves.standing.length,
            }}
          />
        </p>
      )}
      {trades.length > 0 && (
        <section>
          <h3>{say('board.moves.trades')}</h3>
          <ul role="list" className="outlook-parts">
            {trades.map(({ deals }) => (
              <li key={deals.map(({ choice }) => `${choice.bracket} ${choice.variant}`).join()}>
                {deals.map((deal) => (
                  <p key={deal.choice.bracket}>
                    <DealText deal={deal} />
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="outlook-hint">{say('board.moves.method')}</p>
    </div>
  );
}

function PartItem({ part }: { part: MovePart }) {
  const say = useText();
  const shown = part.solutions.slice(0, SHOWN_WAYS);
  const more = part.solutions.length - shown.length;
  return (
    <li>
      {shown.map((moves, at) => (
        <p key={at}>
          {at > 0 && <b>{say('board.moves.or')} </b>}
          <WayText moves={moves} />
        </p>
      ))}
      {more > 0 && <p className="outlook-hint">{say('board.moves.more-ways', { count: more })}</p>}
    </li>
  );
}

/** A way wording by wording; what is crossed whatever the wording, because nothing lifts it, comes last. */
function WayText({ moves }: { moves: Moves }): ReactNode {
  const target = useTarget();
  const still = moves.crossed.filter(({ on }) => 'provision' in on);
  return (
    <>
      {stepsOf(moves).map((step) => (
        <Fragment key={step.choice.bracket}>
          <StepText step={step} />{' '}
        </Fragment>
      ))}
      {still.map(({ by, on }, at) => (
        <Fragment key={at}>
          <Text id="board.moves.still" values={{ who: <Holders codes={[by]} />, target: target(on) }} />{' '}
        </Fragment>
      ))}
    </>
  );
}

/** "If paragraph 7 reads …, one red line is crossed (AAA's); BBB would then accept paragraph 12." */
function StepText({ step: { choice, crossed, lifted, kept } }: { step: Step }): ReactNode {
  const reads = useReads();
  const target = useTarget();
  return (
    <>
      {crossed.length === 0 ? (
        <Text id="board.moves.way.none" values={{ reads: reads(choice) }} />
      ) : (
        <Text
          id="board.moves.way"
          values={{
            reads: reads(choice),
            count: crossed.length,
            who: <Holders codes={codesOf(crossed.map(({ by }) => by))} />,
          }}
        />
      )}
      {[...lifted, ...kept].map(({ by, on }, at) => (
        <Fragment key={at}>
          {' '}
          <Text id="board.moves.then" values={{ who: <Holders codes={[by]} />, target: target(on) }} />
        </Fragment>
      ))}
    </>
  );
}

function DealText({ deal: { choice, givers, gainers } }: { deal: Deal }) {
  const reads = useReads();
  return (
    <Text
      id="board.moves.deal"
      values={{ reads: reads(choice), givers: <Holders codes={givers} />, gainers: <Holders codes={gainers} /> }}
    />
  );
}

/** `paragraph 7 reads “encourages”` */
function useReads(): (choice: Choice) => string {
  const say = useText();
  const names = useNames();
  const wording = useWording();
  return ({ bracket, variant }) => {
    const home = wording.bracket(bracket)?.pieces[0]?.provision ?? wording.variantsOf(bracket)[0]?.pieces[0]?.provision;
    const provision = home ? names.provisionInside(home) : '';
    if (variant === 'none') return say('board.moves.reads.without', { provision, words: names.bracket(bracket) });
    return say('board.moves.reads', { provision, words: names.variant(bracket, variant) });
  };
}

function useTarget(): (on: MoveTarget) => string {
  const names = useNames();
  const reads = useReads();
  return (on) => ('provision' in on ? names.provisionInside(on.provision) : reads(on));
}

function codesOf(codes: readonly Code[]): readonly Code[] {
  return [...new Set(codes)].sort();
}
