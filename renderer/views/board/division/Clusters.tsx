import { useMemo } from 'react';
import { FormattedList } from 'react-intl';
import { clusterDelegations } from '../../../../shared/consensus/division/clusters.ts';
import { slotsTaken } from '../../../../shared/consensus/division/slots-taken.ts';
import { Disclosure } from '../../../controls/Disclosure.tsx';
import { useText } from '../../../i18n/text.tsx';
import { useAssessment } from '../../../session/hooks.ts';
import { Holders } from '../Holders.tsx';
import { useWhat } from './use-what.ts';

/** Delegations that take the same sides, what sets them apart, and the method in words. */
export function Clusters() {
  const say = useText();
  const what = useWhat();
  const assessment = useAssessment();
  const { clusters } = useMemo(() => clusterDelegations(slotsTaken(assessment)), [assessment]);
  return (
    <section>
      <h3>{say('division.clusters')}</h3>
      {clusters.length === 0 && <p className="outlook-hint">{say('division.clusters.none')}</p>}
      <ul role="list" className="outlook-parts">
        {clusters.map(({ members, marks }) => (
          <li key={members[0]}>
            <p>
              <Holders codes={members} shown={12} />
            </p>
            {marks.length > 0 && (
              <p className="division-marks">
                <FormattedList
                  type="unit"
                  value={marks.map(({ target, side }) => say(`division.mark.${side}`, { what: what(target) }))}
                />
              </p>
            )}
          </li>
        ))}
      </ul>
      <Disclosure title={say('strength.limits')} level={4}>
        <p className="outlook-hint">{say('division.clusters.method')}</p>
      </Disclosure>
    </section>
  );
}
