import { useMemo, useState } from 'react';
import { countSounding } from '../../../../shared/consensus/sounding-count.ts';
import { seatRoster } from '../../../../shared/positions/seats.ts';
import { STANCES } from '../../../../shared/schema/position.ts';
import type { Sounding } from '../../../../shared/schema/sounding.ts';
import { useQuestion } from '../../../app/use-question.ts';
import { Button } from '../../../controls/Button.tsx';
import { StanceGlyph } from '../../../controls/StanceGlyph.tsx';
import { useFigures } from '../../../i18n/figures.ts';
import { Text, useText } from '../../../i18n/text.tsx';
import { useTime } from '../../../i18n/time.ts';
import { useAnswers, useDraftLanguage, useRoster, useSession } from '../../../session/hooks.ts';
import { Holders } from '../Holders.tsx';
import { useNames } from '../use-names.ts';
import { Confirm } from './Confirm.tsx';
import { FloorAnswer } from './FloorAnswer.tsx';
import type { Rule } from './use-rule.ts';

export interface SoundingCardProps {
  readonly sounding: Sounding;
  readonly rule: Rule;
  /** What came of it, where it is over. */
  readonly over?: 'ruled' | 'let-go' | 'moot';
}

/** One test in the room: the question, who would stand how as the answers come in, and for the chair what follows. */
export function SoundingCard({ sounding, rule, over }: SoundingCardProps) {
  const say = useText();
  const time = useTime();
  const figures = useFigures();
  const names = useNames();
  const { chair } = useSession();
  const language = useDraftLanguage();
  const { delegations, groups } = useRoster();
  const answers = useAnswers();
  const question = useQuestion(sounding);
  const [sure, setSure] = useState(false);
  const count = useMemo(() => {
    const given = answers.filter((answer) => answer.sounding === sounding.id);
    const heard = given.map(({ delegation }) => delegation);
    return countSounding(given, seatRoster(delegations, groups, heard));
  }, [answers, sounding.id, delegations, groups]);
  const seats = count.silent.length + Object.values(count.byStance).flat().length;
  const answered = seats - count.silent.length;
  const { subject, words } = sounding;
  const home = names.provisionInside(subject.provision);
  return (
    <article className="sounding" aria-label={question} data-over={over}>
      <p className="sounding-state">
        <b>{over ? say(`sounding.ended.${over}`) : say('sounding.open')}</b>
        <time dateTime={new Date(sounding.at).toISOString()}>{time.moment(sounding.end?.at ?? sounding.at)}</time>
      </p>
      <p className="sounding-asked" lang={language}>
        {question}
      </p>
      <ul role="list" className="sounding-counts">
        {STANCES.filter((stance) => !over || count.byStance[stance].length > 0).map((stance) => (
          <li key={stance} data-none={count.byStance[stance].length === 0 || undefined}>
            <StanceGlyph stance={stance} size={16} />
            <span className="sounding-number">{figures(count.byStance[stance].length)}</span>
            <span>{say(`stance.${stance}`)}</span>
            {count.byStance[stance].length > 0 && (
              <span className="sounding-who">
                <Holders codes={count.byStance[stance]} shown={8} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="sounding-sum">
        {say('sounding.heard', { answered, seats })}.{' '}
        {answered > 0 &&
          (count.cover.length === 0 ? (
            say('sounding.free-of-objections')
          ) : (
            <Text
              id="sounding.objectors"
              values={{ count: count.cover.length, who: <Holders codes={count.cover} /> }}
            />
          ))}
      </p>
      {count.floor.length > 0 && (
        <p className="sounding-sum">
          <Text id="sounding.from-floor" values={{ who: <Holders codes={count.floor} /> }} />
        </p>
      )}
      {chair && !over && <FloorAnswer sounding={sounding.id} />}
      {chair && !over && sure && (
        <Confirm
          question={confirmation()}
          onCancel={() => setSure(false)}
          onRecord={() => {
            setSure(false);
            rule.onSounding(sounding.id);
          }}
        />
      )}
      {chair && !over && !sure && (
        <div className="confirm-acts">
          <Button size="small" onPress={() => setSure(true)}>
            {say('sounding.rule')}
          </Button>
          <Button size="small" tone="plain" onPress={() => chair.letGo(sounding.id)}>
            {say('sounding.let-go')}
          </Button>
        </div>
      )}
    </article>
  );

  function confirmation(): string {
    const wording = say('board.wording', { words });
    if (subject.type === 'words' && !subject.bracket)
      return say('sounding.confirm', { provision: home, words: wording });
    if (subject.type === 'variant' && subject.variant === 'none')
      return say('board.landing.confirm.none', { wording, provision: home });
    return say('board.landing.confirm.text', { wording, provision: home });
  }
}
