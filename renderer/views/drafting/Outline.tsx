import { useCallback, useEffect, useRef } from 'react';
import type { Assessment } from '../../../shared/consensus/assessment.ts';
import type { Presence } from '../../session/contract.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import { STATUSES } from '../../../shared/consensus/assessment.ts';
import { usePlace } from '../../app/place.tsx';
import { StatusGlyph } from '../../controls/StatusGlyph.tsx';
import { useFigures } from '../../i18n/figures.ts';
import { directionOf } from '../../i18n/language.ts';
import { useText } from '../../i18n/text.tsx';
import { isAlike } from '../../session/alike.ts';
import { useProvisionOrder } from '../../session/draft-parts.ts';
import { useDraftLanguage, useNumbers, useOfAssessment, useSelected, useSession } from '../../session/hooks.ts';
import { OutlineRow } from './OutlineRow.tsx';
import './Outline.css';

/**
 * So many rows are laid out and painted together, where one of them is near the view. Each row for itself would be 400
 * pieces that the browser watches and puts together at every frame; all of them at once, 400 rows that it paints.
 */
const GROUP = 10;

/** The draft at a glance: numbers, status, open brackets, who is where. One tab stop; arrows walk, Enter goes there. */
export function Outline() {
  const say = useText();
  const order = useProvisionOrder();
  const language = useDraftLanguage();
  const numbers = useNumbers();
  const codesAt = useSelected(useSession().presence, codesByProvision, isAlike);
  const first = useOfAssessment(
    useCallback((assessment: Assessment) => order.find((id) => assessment.provisions.has(id)), [order]),
  );
  const { place, goTo } = usePlace();
  const list = useRef<HTMLDivElement>(null);
  const here = place.provision ?? first;
  const direction = directionOf(language);

  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [here]);

  return (
    <nav className="outline" aria-label={say('draft.outline')} data-pane="outline">
      <div role="list" ref={list} className="outline-list">
        {groupsOf(order).map((ids, group) => (
          // Groups are stretches of the list, and nothing but their place tells them apart.
          <div key={group} role="presentation" className="outline-group" style={{ '--rows': ids.length }}>
            {ids.map((id) => (
              <OutlineRow
                key={id}
                id={id}
                direction={direction}
                number={numbers.get(id) ?? ''}
                here={id === here}
                people={codesAt.get(id) ?? ''}
                goTo={goTo}
              />
            ))}
          </div>
        ))}
      </div>
      <OutlineSum />
    </nav>
  );
}

function groupsOf(order: readonly ProvisionId[]): readonly (readonly ProvisionId[])[] {
  return Array.from({ length: Math.ceil(order.length / GROUP) }, (_, at) => order.slice(at * GROUP, (at + 1) * GROUP));
}

function OutlineSum() {
  const say = useText();
  const figures = useFigures();
  const { counts, openBrackets } = useOfAssessment(sumsOf, isAlike);
  const shown = STATUSES.filter((status) => counts[status] > 0);
  return (
    <footer className="outline-sum">
      <ul role="list" aria-label={say('draft.outline.counts')}>
        {shown.map((status) => (
          <li key={status} title={say(`status.${status}`)}>
            <StatusGlyph status={status} label={say(`status.${status}`)} size={14} />
            {figures(counts[status])}
          </li>
        ))}
      </ul>
      <p>{say('draft.open-brackets', { count: openBrackets })}</p>
    </footer>
  );
}

function sumsOf({ counts, openBrackets }: Assessment): Pick<Assessment, 'counts' | 'openBrackets'> {
  return { counts, openBrackets };
}

/** Codes of those who are in each provision, apart by spaces. */
function codesByProvision(presence: readonly Presence[]): ReadonlyMap<ProvisionId, string> {
  const codes = new Map<ProvisionId, string>();
  for (const { provision, code } of presence) {
    if (!provision) continue;
    const before = codes.get(provision);
    if (!before?.split(' ').includes(code)) codes.set(provision, before ? `${before} ${code}` : code);
  }
  return codes;
}
