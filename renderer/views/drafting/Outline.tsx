import { useEffect, useMemo, useRef } from 'react';
import type { Bracket } from '../../../shared/schema/bracket.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import { STATUSES } from '../../../shared/consensus/assessment.ts';
import { usePlace } from '../../app/place.tsx';
import { StatusGlyph } from '../../controls/StatusGlyph.tsx';
import { useFigures } from '../../i18n/figures.ts';
import { directionOf } from '../../i18n/language.ts';
import { useText } from '../../i18n/text.tsx';
import { useAssessment, useDraft, useNumbers, usePresence, useSession } from '../../session/hooks.ts';
import { OutlineRow } from './OutlineRow.tsx';
import { useDraftLookup } from './use-draft-lookup.ts';
import './Outline.css';

const NONE: readonly Bracket[] = [];

/** The draft at a glance: numbers, status, open brackets, who is where. One tab stop; arrows walk, Enter goes there. */
export function Outline() {
  const say = useText();
  const figures = useFigures();
  const { replica } = useSession();
  const draft = useDraft();
  const numbers = useNumbers();
  const assessment = useAssessment();
  const presence = usePresence();
  const { startingIn } = useDraftLookup();
  const { place, goTo } = usePlace();
  const list = useRef<HTMLOListElement>(null);
  const here = place.provision ?? draft.provisions.find(({ id }) => assessment.provisions.has(id))?.id;

  const codesAt = useMemo(() => {
    const codes = new Map<ProvisionId, string>();
    for (const { provision, code } of presence) {
      if (!provision) continue;
      const before = codes.get(provision);
      if (!before?.split(' ').includes(code)) codes.set(provision, before ? `${before} ${code}` : code);
    }
    return codes;
  }, [presence]);

  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [here]);

  return (
    <nav className="outline" aria-label={say('draft.outline')} data-pane="outline">
      <ol role="list" ref={list} className="outline-list">
        {draft.provisions.map((provision) => (
          <OutlineRow
            key={provision.id}
            provision={provision}
            brackets={replica?.bracketsIn(provision.id) ?? NONE}
            direction={directionOf(draft.language)}
            number={numbers.get(provision.id) ?? ''}
            status={assessment.provisions.get(provision.id)?.status}
            open={startingIn.get(provision.id)?.length ?? 0}
            here={provision.id === here}
            people={codesAt.get(provision.id) ?? ''}
            goTo={goTo}
          />
        ))}
      </ol>
      <footer className="outline-sum">
        <ul role="list" aria-label={say('draft.outline.counts')}>
          {STATUSES.filter((status) => assessment.counts[status] > 0).map((status) => (
            <li key={status} title={say(`status.${status}`)}>
              <StatusGlyph status={status} label={say(`status.${status}`)} size={14} />
              {figures(assessment.counts[status])}
            </li>
          ))}
        </ul>
        <p>{say('draft.open-brackets', { count: assessment.openBrackets })}</p>
      </footer>
    </nav>
  );
}
