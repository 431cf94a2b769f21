import { Fragment, useState } from 'react';
import { useIntl } from 'react-intl';
import type { BracketAssessment, VariantAssessment } from '../../../../shared/consensus/assessment.ts';
import { STANCES, type Stance, type VariantId } from '../../../../shared/schema/position.ts';
import type { Sounding } from '../../../../shared/schema/sounding.ts';
import { Button } from '../../../controls/Button.tsx';
import { StanceGlyph } from '../../../controls/StanceGlyph.tsx';
import { Text, useText } from '../../../i18n/text.tsx';
import { useDraftLanguage, useRoster } from '../../../session/hooks.ts';
import { Holders } from '../Holders.tsx';
import { useNames } from '../use-names.ts';
import { useOpenSoundings } from '../../../session/soundings.ts';
import { useWording } from '../../../session/wording.ts';
import { AskRoom } from './AskRoom.tsx';
import { Confirm } from './Confirm.tsx';

export interface VariantTableProps {
  readonly bracket: BracketAssessment;
  /** The variant whose ruling is being asked about. */
  readonly asked: VariantId | undefined;
  /** Absent for whoever does not rule. */
  readonly onAsk: ((variant: VariantId | undefined) => void) | undefined;
  onRecord(variant: VariantId): void;
  /** Asks the room; absent for whoever does not preside. */
  readonly onTest: ((variant: VariantId, answers: Sounding['answers']) => void) | undefined;
}

/** The wordings of one bracket, easiest first, with how many stand how on each. */
export function VariantTable({ bracket, asked, onAsk, onRecord, onTest }: VariantTableProps) {
  const say = useText();
  const names = useNames();
  const intl = useIntl();
  const language = useDraftLanguage();
  const { delegations } = useRoster();
  const seats = delegations.filter(({ standing }) => standing === 'member').length;
  const wordings = useWording();
  const [testing, test] = useState<VariantId>();
  const underTest = useOpenSoundings().flatMap(({ subject }) =>
    subject.type === 'variant' && subject.bracket === bracket.bracket ? [subject.variant] : [],
  );
  const home = names.provisionInside(bracket.provision);
  return (
    <table className="variants">
      <thead>
        <tr>
          <th scope="col">{say('board.landing.wording')}</th>
          {STANCES.map((stance) => (
            <th key={stance} scope="col" className="variants-count">
              <StanceGlyph
                stance={stance}
                label={stance === 'none' ? say('board.landing.silent') : say(`stance.${stance}`)}
              />
            </th>
          ))}
          {onAsk && (
            <th scope="col">
              <span className="visually-hidden">{say('board.landing.rule')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {bracket.variants.map((variant) => {
          const wording = names.variant(bracket.bracket, variant.variant);
          const free = variant.objectors.length === 0;
          return (
            <Fragment key={variant.variant}>
              <tr data-free={free || undefined}>
                <th scope="row">
                  <bdi className="variants-words" {...(variant.variant === 'none' ? {} : { lang: language })}>
                    {wording}
                  </bdi>
                  <span className="variants-note">
                    <Note variant={variant} />
                  </span>
                </th>
                {STANCES.map((stance) => (
                  <td key={stance} className="variants-count" data-stance={stance}>
                    {intl.formatNumber(countOf(variant, stance, seats))}
                  </td>
                ))}
                {onAsk && (
                  <td className="variants-act">
                    {onTest && (
                      <Button
                        size="small"
                        aria-label={say('sounding.test.of', { wording })}
                        isDisabled={underTest.includes(variant.variant)}
                        onPress={() => {
                          onAsk(undefined);
                          test(testing === variant.variant ? undefined : variant.variant);
                        }}
                      >
                        {say('sounding.test')}
                      </Button>
                    )}
                    <Button
                      size="small"
                      aria-label={say('board.landing.rule.of', { wording })}
                      aria-expanded={asked === variant.variant}
                      onPress={() => {
                        test(undefined);
                        onAsk(asked === variant.variant ? undefined : variant.variant);
                      }}
                    >
                      {say('board.landing.rule')}
                    </Button>
                  </td>
                )}
              </tr>
              {onTest && testing === variant.variant && (
                <tr>
                  <td colSpan={STANCES.length + 2}>
                    <AskRoom
                      subject={{
                        type: 'variant',
                        provision: bracket.provision,
                        bracket: bracket.bracket,
                        variant: variant.variant,
                      }}
                      words={wordings.variantText(bracket.bracket, variant.variant) ?? ''}
                      onCancel={() => test(undefined)}
                      onAsk={(answers) => {
                        onTest(variant.variant, answers);
                        test(undefined);
                      }}
                    />
                  </td>
                </tr>
              )}
              {onAsk && asked === variant.variant && (
                <tr>
                  <td colSpan={STANCES.length + 2}>
                    <Confirm
                      question={say(
                        variant.variant === 'none' ? 'board.landing.confirm.none' : 'board.landing.confirm.text',
                        { wording, provision: home },
                      )}
                      onCancel={() => onAsk(undefined)}
                      onRecord={() => onRecord(variant.variant)}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function Note({ variant: { objectors, cover, reserves } }: { variant: VariantAssessment }) {
  const say = useText();
  if (objectors.length > 0)
    return <Text id="board.landing.objectors" values={{ count: cover.length, who: <Holders codes={cover} /> }} />;
  if (reserves.length === 0) return <span className="variants-free">{say('board.landing.free')}</span>;
  return (
    <Text id="board.landing.free-reserved" values={{ count: reserves.length, who: <Holders codes={reserves} /> }} />
  );
}

/** Silence is everybody in the roster who has said nothing, and whoever says there is no position. */
function countOf(variant: VariantAssessment, stance: Stance, seats: number): number {
  const { supporters, accepters, reserves, objectors } = variant;
  switch (stance) {
    case 'support':
      return supporters.length;
    case 'accept':
      return accepters.length;
    case 'reserve':
      return reserves.length;
    case 'object':
      return objectors.length;
    case 'none':
      return Math.max(0, seats - supporters.length - accepters.length - reserves.length - objectors.length);
  }
}
