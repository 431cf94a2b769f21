import { useState } from 'react';
import { hidingBehind } from '../../../../shared/consensus/division/hiding-behind.ts';
import { slotsTaken } from '../../../../shared/consensus/division/slots-taken.ts';
import { Text, useText } from '../../../i18n/text.tsx';
import { useAssessment } from '../../../session/hooks.ts';
import { Holders } from '../Holders.tsx';
import { useWhat } from './use-what.ts';

const SHOWN = 8;

/** Who may stand behind a lone objector: the chair's alone, off until it is asked for each time, marked as inference. */
export function HidingBehind() {
  const say = useText();
  const [on, turn] = useState(false);
  return (
    <section className="division-inference">
      <label>
        <input type="checkbox" checked={on} onChange={(event) => turn(event.target.checked)} />
        {say('division.inference')}
      </label>
      <p className="outlook-hint">{say('division.inference.what')}</p>
      {on && <Inferences />}
    </section>
  );
}

function Inferences() {
  const say = useText();
  const what = useWhat();
  const found = hidingBehind(slotsTaken(useAssessment())).slice(0, SHOWN);
  if (found.length === 0) return <p>{say('division.inference.none')}</p>;
  return (
    <ul role="list" className="outlook-parts">
      {found.map(({ on, objector, silent, shared, objections }, at) => (
        <li key={at}>
          <p>
            <Text
              id="division.inference.one"
              values={{
                what: what(on),
                objector: <Holders codes={[objector]} />,
                silent: <Holders codes={[silent]} />,
                shared,
                objections,
              }}
            />
          </p>
        </li>
      ))}
    </ul>
  );
}
