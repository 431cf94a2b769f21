import { useEffect, useState } from 'react';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import { usePlace } from '../../app/place.tsx';
import { Button } from '../../controls/Button.tsx';
import { EmptyState } from '../../controls/EmptyState.tsx';
import { useText } from '../../i18n/text.tsx';
import { useAssessment, useSession } from '../../session/hooks.ts';
import { Concerns } from './concerns/Concerns.tsx';
import { Counters } from './Counters.tsx';
import { LandingZone } from './landing/LandingZone.tsx';
import { MatrixPane } from './matrix/MatrixPane.tsx';
import { Outlook } from './outlook/Outlook.tsx';
import { RankedList } from './ranked/RankedList.tsx';
import { SummaryPage } from './summary/SummaryPage.tsx';
import { useNames } from './use-names.ts';
import './BoardView.css';

export interface BoardViewProps {
  /** Whether the board is on screen; it follows the place the other views share when it comes up. */
  readonly active: boolean;
  /** Shows the draft, where `usePlace().goTo` has led. */
  onOpenDraft(): void;
}

/** What stands between the room and consensus, and what would unblock it. */
export function BoardView({ active, onOpenDraft }: BoardViewProps) {
  const say = useText();
  const names = useNames();
  const { me, chair } = useSession();
  const [summary, showSummary] = useState(false);
  const { place, keep, goTo } = usePlace();
  const { ranking, provisions } = useAssessment();
  // The choice stands while the ranking moves under it.
  const [chosen, choose] = useState<ProvisionId | undefined>(ranking[0]);
  const selected = chosen && provisions.has(chosen) ? chosen : ranking[0];

  useEffect(() => {
    if (active && place.provision && provisions.has(place.provision)) choose(place.provision);
    // Only where the reader comes from counts, not where the board goes from there.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [active]);

  const select = (id: ProvisionId) => {
    choose(id);
    keep({ provision: id, bracket: undefined });
  };
  const open = (id: ProvisionId) => {
    goTo(id);
    onOpenDraft();
  };

  if (summary) return <SummaryPage onBack={() => showSummary(false)} />;
  if (ranking.length === 0) return <EmptyState title={say('board.empty')} />;
  return (
    <div className="board">
      <Counters onSummary={chair && (() => showSummary(true))} />
      <div className="board-panes">
        <section className="board-pane board-list" aria-labelledby="ranked-title" data-pane="ranked">
          {me.role === 'delegation' && <Concerns onSelect={select} />}
          <header className="board-pane-head">
            <h2 id="ranked-title">{say('board.title')}</h2>
            <span className="board-order">{say('board.ranked.order')}</span>
          </header>
          <RankedList selected={selected} onSelect={select} onOpen={open} />
        </section>
        <section className="board-pane board-landing" aria-labelledby="landing-title" data-pane="landing">
          <header className="board-pane-head">
            <h2 id="landing-title">
              {say('board.landing.title')}
              {selected && <span className="board-of">{names.provision(selected)}</span>}
            </h2>
            {selected && (
              <Button size="small" tone="plain" onPress={() => open(selected)}>
                {say('board.open-in-draft')}
              </Button>
            )}
          </header>
          <div className="board-scroll">
            <LandingZone key={selected} provision={selected} />
          </div>
        </section>
        <div className="board-matrix">
          <MatrixPane selected={selected} onSelect={select} />
        </div>
        <section className="board-pane board-progress" aria-label={say('board.outlook')} data-pane="progress">
          <Outlook onSelect={select} />
        </section>
      </div>
    </div>
  );
}
