import { useState } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { AdoptionWay } from '../../../shared/procedure/room/act.ts';
import { voteOutcome } from '../../../shared/procedure/vote/vote-outcome.ts';
import { wholeWords } from '../../../shared/procedure/whole-words.ts';
import { Button } from '../../controls/Button.tsx';
import { Dialog } from '../../controls/Dialog.tsx';
import { useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';
import { useAssessment, useDraft, useProcedure, useSession } from '../../session/hooks.ts';
import { actOf } from './use-room-names.ts';

/** The end: how the whole draft was adopted, or for the chair, adopting it. The one question that stands over the text. */
export function Adoption() {
  const say = useText();
  const time = useTime();
  const { chair } = useSession();
  const { adoption } = useProcedure();
  const [asked, ask] = useState(false);
  if (!adoption && !chair) return null;
  return (
    <section className="procedure-part" aria-labelledby="procedure-adoption">
      <header>
        <h2 id="procedure-adoption">{say('room.adopt')}</h2>
      </header>
      {adoption ? (
        <p className="procedure-outcome">
          <strong>{say('room.adopted')}</strong> {say(`room.adopted.${adoption.way.type}`)}{' '}
          <span className="procedure-faint">
            {say('room.adopted.by', { person: adoption.person || adoption.by, time: time.moment(adoption.at) })}
          </span>
        </p>
      ) : (
        <div className="procedure-acts">
          <Button size="small" onPress={() => ask(true)}>
            {say('room.adopt.open')}
          </Button>
        </div>
      )}
      {asked && !adoption && <AdoptionDialog onClose={() => ask(false)} />}
    </section>
  );
}

function AdoptionDialog({ onClose }: { onClose(): void }) {
  const say = useText();
  const { chair } = useSession();
  const ways = useWays();
  const { openBrackets } = useAssessment();
  const [chosen, choose] = useState(0);
  return (
    <Dialog title={say('room.adopt.title')} open onClose={onClose}>
      <div className="procedure-form procedure-adopt">
        <p>{say('room.adopt.lead', { open: openBrackets })}</p>
        <RadioGroup value={String(chosen)} onChange={(value) => choose(Number(value))} className="procedure-ways">
          <Label className="field-label">{say('room.adopt.way')}</Label>
          {ways.map(({ label }, at) => (
            <Radio key={label} value={String(at)} className="procedure-way">
              {label}
            </Radio>
          ))}
        </RadioGroup>
        <div className="procedure-acts">
          <Button
            tone="primary"
            onPress={() => {
              const way = ways[chosen]?.way;
              if (way) chair?.room.adopt(way);
              onClose();
            }}
          >
            {say('room.adopt.go')}
          </Button>
          <Button tone="plain" onPress={onClose}>
            {say('app.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** What has come about: consensus can always be asked for; a silence and a vote hold for the words they were on. */
function useWays(): readonly { readonly way: AdoptionWay; readonly label: string }[] {
  const say = useText();
  const words = wholeWords(useDraft());
  const { silences, votes } = useProcedure();
  const kept = silences.findLast(
    ({ wording, state }) => wording.type === 'whole' && wording.words === words && state.type === 'gavelled',
  );
  const passed = votes.findLast(
    (vote) =>
      vote.opening.subject.type === 'whole' && vote.state.type === 'announced' && voteOutcome(vote).decision.passes,
  );
  const consensus = { way: { type: 'consensus' } as const, label: say('room.adopt.consensus') };
  const silence = kept && {
    way: { type: 'silence', silence: kept.id } as const,
    label: say('room.adopt.silence'),
  };
  const { tally } = passed ? voteOutcome(passed) : { tally: undefined };
  const vote = passed &&
    tally && {
      way: { type: 'vote', vote: actOf(passed) } as const,
      label: say('room.adopt.vote', {
        tally: say('board.rule.tally', {
          for: tally.for.length,
          against: tally.against.length,
          abstaining: tally.abstaining.length,
        }),
      }),
    };
  return [...(silence ? [silence] : []), ...(vote ? [vote] : []), consensus];
}
