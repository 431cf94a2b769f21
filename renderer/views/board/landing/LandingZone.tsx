import { useState } from 'react';
import type { BracketId, ProvisionId } from '../../../../shared/schema/ids.ts';
import type { VariantId } from '../../../../shared/schema/position.ts';
import { Select } from '../../../controls/Select.tsx';
import { useFigures } from '../../../i18n/figures.ts';
import { useText } from '../../../i18n/text.tsx';
import { useAssessment, useSession } from '../../../session/hooks.ts';
import { useWording } from '../../../session/wording.ts';
import { useNames } from '../use-names.ts';
import { TagEditor } from '../division/TagEditor.tsx';
import { FreeWording } from './FreeWording.tsx';
import { Language } from './Language.tsx';
import { OpenSoundings, PastSoundings } from './Soundings.tsx';
import { useRule } from './use-rule.ts';
import { ProvisionRuling } from './ProvisionRuling.tsx';
import { VariantTable } from './VariantTable.tsx';
import './landing.css';

/** The brackets of one provision, wording by wording: who stands how, what nobody objects to; for the chair, the ruling. */
export function LandingZone({ provision }: { provision: ProvisionId | undefined }) {
  const say = useText();
  const figures = useFigures();
  const names = useNames();
  const { chair } = useSession();
  const assessment = useAssessment().provisions.get(provision ?? ('' as ProvisionId));
  const rule = useRule();
  const [wanted, want] = useState<BracketId>();
  const [asked, ask] = useState<VariantId>();
  const wording = useWording();

  if (!provision || !assessment) return <p className="landing-hint">{say('board.landing.select')}</p>;
  const { brackets } = assessment;
  const bracket = brackets.find((each) => each.bracket === wanted) ?? brackets[0];
  return (
    <div className="landing">
      <h3 className="visually-hidden">{say('board.landing.of', { provision: names.provision(provision) })}</h3>
      <OpenSoundings provision={provision} rule={rule} />
      <Language provision={provision} />
      {bracket ? (
        <>
          {brackets.length > 1 ? (
            <Select
              label={say('board.landing.brackets')}
              bare
              className="landing-bracket"
              value={bracket.bracket}
              options={brackets.map((each, at) => ({
                value: each.bracket,
                label: `${figures(at + 1)}/${figures(brackets.length)}  ${names.bracket(each.bracket)}`,
              }))}
              onChange={(id) => {
                want(id);
                ask(undefined);
              }}
            />
          ) : undefined}
          <VariantTable
            bracket={bracket}
            asked={asked}
            onAsk={chair && ask}
            onRecord={(variant) => {
              rule.onBracket(bracket.bracket, variant);
              ask(undefined);
            }}
            onTest={
              chair &&
              ((variant, answers) =>
                chair.sound({
                  subject: { type: 'variant', provision, bracket: bracket.bracket, variant },
                  words: wording.variantText(bracket.bracket, variant) ?? '',
                  answers,
                }))
            }
          />
          {bracket.deadlocked && <p className="landing-deadlock">{say('board.landing.deadlocked')}</p>}
        </>
      ) : (
        <p className="landing-hint">
          {say('board.landing.none')} {say('board.landing.none.reserves', { count: assessment.reserves.length })}
        </p>
      )}
      {chair && (
        <FreeWording
          key={bracket?.bracket}
          provision={provision}
          bracket={bracket?.bracket}
          onAsk={(subject, words, answers) => chair.sound({ subject, words, answers })}
        />
      )}
      {chair && (
        <TagEditor key={`tags ${provision}`} provision={provision} brackets={brackets.map((each) => each.bracket)} />
      )}
      <PastSoundings provision={provision} rule={rule} />
      {chair && <ProvisionRuling key={provision} assessment={assessment} rule={rule} />}
      <p className="landing-remark" role="status">
        {rule.remark}
      </p>
    </div>
  );
}
