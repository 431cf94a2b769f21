import { useState } from 'react';
import type { Code, SoundingId } from '../../../../shared/schema/ids.ts';
import { STANCES } from '../../../../shared/schema/position.ts';
import { useAnnounce } from '../../../app/announcer.tsx';
import { Disclosure } from '../../../controls/Disclosure.tsx';
import { Select } from '../../../controls/Select.tsx';
import { StanceGlyph } from '../../../controls/StanceGlyph.tsx';
import { useText } from '../../../i18n/text.tsx';
import { useAnswers, useRoster, useSession } from '../../../session/hooks.ts';

/** The chair writes down what a delegation said aloud to a wording under test; its own answer, if it gives one, stands before it. */
export function FloorAnswer({ sounding }: { sounding: SoundingId }) {
  const say = useText();
  const announce = useAnnounce();
  const { actions } = useSession();
  const answers = useAnswers();
  const { delegations, groups } = useRoster();
  const seats = [...delegations.filter(({ standing }) => standing === 'member'), ...groups];
  const [chosen, choose] = useState<Code>();
  const seat = seats.find(({ code }) => code === chosen) ?? seats[0];
  if (!seat) return undefined;
  const { code, name } = seat;
  const recorded = answers.find(
    (answer) => answer.sounding === sounding && answer.delegation === code && answer.source === 'floor',
  );
  return (
    <Disclosure title={say('sounding.floor')} level={4}>
      <div className="sounding-floor">
        <Select
          label={say('sounding.floor.who')}
          value={code as string}
          options={seats.map((each) => ({ value: each.code as string, label: `${each.code}  ${each.name}` }))}
          onChange={(next) => choose(next as Code)}
        />
        <div role="group" aria-label={say('sounding.floor.said', { name })} className="sounding-floor-stances">
          {STANCES.map((stance) => (
            <button
              key={stance}
              type="button"
              className="sounding-stance"
              aria-pressed={recorded?.stance === stance}
              onClick={() => {
                if (recorded?.stance === stance) actions.withdrawAnswer({ sounding, on: code });
                else actions.answerSounding({ sounding, stance, audience: 'room', on: code });
                announce(
                  recorded?.stance === stance
                    ? say('sounding.taken-back')
                    : say('sounding.floor.recorded', { name, stance: say(`stance.${stance}`) }),
                  'now',
                );
              }}
            >
              <StanceGlyph stance={stance} size={16} />
              {say(`stance.${stance}`)}
            </button>
          ))}
        </div>
      </div>
      <p className="sounding-floor-what">{say('sounding.floor.what')}</p>
    </Disclosure>
  );
}
