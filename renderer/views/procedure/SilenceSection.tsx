import { silenceAt } from '../../../shared/procedure/silence.ts';
import { Disclosure } from '../../controls/Disclosure.tsx';
import { useText } from '../../i18n/text.tsx';
import { useProcedure, useSession } from '../../session/hooks.ts';
import { useRelayNow } from '../../session/use-relay-now.ts';
import { SilenceCard } from './SilenceCard.tsx';
import { SilenceForm } from './SilenceForm.tsx';

/** What is under silence, counting down; what came of the earlier ones; for the chair, putting words under it. */
export function SilenceSection() {
  const say = useText();
  const now = useRelayNow();
  const { chair } = useSession();
  const silences = useProcedure().silences.map((silence) => silenceAt(silence, now));
  const open = silences.filter(({ state }) => state.type === 'running' || state.type === 'lapsed');
  // What has just been broken stays in sight for everybody.
  const latest = silences.at(-1);
  const shown = latest && !open.includes(latest) ? [...open, latest] : open;
  const past = silences.filter((silence) => !shown.includes(silence));
  return (
    <section className="procedure-part" aria-labelledby="procedure-silence">
      <header>
        <h2 id="procedure-silence">{say('room.silence')}</h2>
      </header>
      {shown.length === 0 && <p className="procedure-quiet">{say('room.silence.none')}</p>}
      {shown.map((silence) => (
        <SilenceCard key={silence.id} silence={silence} now={now} />
      ))}
      {chair && <SilenceForm />}
      {past.length > 0 && (
        <Disclosure title={say('room.record')}>
          {past.toReversed().map((silence) => (
            <SilenceCard key={silence.id} silence={silence} now={now} />
          ))}
        </Disclosure>
      )}
    </section>
  );
}
