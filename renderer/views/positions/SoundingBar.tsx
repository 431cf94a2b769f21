import { Megaphone } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { STANCES, type Stance } from '../../../shared/schema/position.ts';
import type { Sounding, SoundingAnswer } from '../../../shared/schema/sounding.ts';
import { useAnnounce } from '../../app/announcer.tsx';
import { stanceOfKey } from '../../app/stance-keys.ts';
import { useQuestion } from '../../app/use-question.ts';
import { Select } from '../../controls/Select.tsx';
import { StanceGlyph } from '../../controls/StanceGlyph.tsx';
import { useText } from '../../i18n/text.tsx';
import { useAnswers, useDraftLanguage, useSession } from '../../session/hooks.ts';
import { useOpenSoundings } from '../../session/soundings.ts';
import './SoundingBar.css';

/** What the chair asks the room about a wording, above whatever view is open, until it is over: one key answers. */
export function SoundingBar() {
  const { me } = useSession();
  const open = useOpenSoundings();
  if (me.role !== 'delegation' || open.length === 0) return undefined;
  return (
    <div className="soundings">
      {open.map((sounding) => (
        <Question key={sounding.id} sounding={sounding} />
      ))}
    </div>
  );
}

function Question({ sounding }: { sounding: Sounding }) {
  const say = useText();
  const announce = useAnnounce();
  const { me, actions } = useSession();
  const language = useDraftLanguage();
  const answers = useAnswers();
  const mine = answers.filter((answer) => answer.sounding === sounding.id && answer.delegation === me.code);
  const own = mine.find(({ source }) => source === 'national');
  const heard = mine.find(({ source }) => source === 'floor');
  const [audience, setAudience] = useState<SoundingAnswer['audience']>(own?.audience ?? sounding.answers);
  const question = useQuestion(sounding);
  const buttons = useRef<HTMLDivElement>(null);

  useEffect(() => {
    announce(`${say('sounding.bar')}: ${question}`);
    // Once a question, however its paragraph is numbered later.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [sounding.id]);

  const answer = (stance: Stance) => {
    actions.answerSounding({ sounding: sounding.id, stance, audience });
    announce(say('sounding.answered', { stance: say(`stance.${stance}`) }), 'now');
  };
  const press = (event: KeyboardEvent) => {
    const key = stanceOfKey(event.nativeEvent);
    if (!key) return;
    event.preventDefault();
    if (key === 'withdraw') {
      actions.withdrawAnswer({ sounding: sounding.id });
      announce(say('sounding.taken-back'), 'now');
      return;
    }
    answer(key);
    buttons.current?.querySelector<HTMLElement>(`[data-stance="${key}"]`)?.focus();
  };
  return (
    <section
      className="sounding-bar"
      aria-label={say('sounding.bar')}
      data-pane="sounding"
      data-answered={own !== undefined || undefined}
      onKeyDown={press}
    >
      <Megaphone className="directional sounding-mark" aria-hidden />
      <p className="sounding-question">
        <b>{say('sounding.bar')}</b> <span lang={language}>{question}</span>
      </p>
      <div ref={buttons} role="group" aria-label={say('sounding.answer')} className="sounding-stances">
        {STANCES.map((stance, at) => (
          <button
            key={stance}
            type="button"
            className="sounding-stance"
            data-stance={stance}
            aria-pressed={own?.stance === stance}
            {...(at === 0 ? { 'data-pane-home': true } : {})}
            onClick={() => answer(stance)}
          >
            <StanceGlyph stance={stance} size={18} />
            {say(`stance.${stance}`)}
            <kbd aria-hidden>{at + 1}</kbd>
          </button>
        ))}
      </div>
      <div className="sounding-shown">
        <span aria-hidden>{say('sounding.shown')}</span>
        <Select
          label={say('sounding.shown')}
          bare
          value={audience}
          options={[
            { value: 'room', label: say('sounding.room') },
            { value: 'chair', label: say('sounding.chair') },
          ]}
          onChange={(next) => {
            setAudience(next);
            // What was answered is told to the other audience from now on.
            if (own) actions.answerSounding({ sounding: sounding.id, stance: own.stance, audience: next });
          }}
        />
      </div>
      <p className="sounding-note">
        {say('sounding.bar.what')} {say('sounding.bar.keys')}
        {heard && !own && <> {say('sounding.heard-you', { stance: say(`stance.${heard.stance}`) })}</>}
      </p>
    </section>
  );
}
