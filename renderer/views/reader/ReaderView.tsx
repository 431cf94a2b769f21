import { useEffect, useMemo, useRef, useState } from 'react';
import { numberDraft } from '../../../shared/numbering/number.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import { usePlace } from '../../app/place.tsx';
import { EmptyState } from '../../controls/EmptyState.tsx';
import { SplitPane } from '../../controls/SplitPane.tsx';
import { useText } from '../../i18n/text.tsx';
import type { Revision } from '../../session/contract.ts';
import { useRevisions, useSession } from '../../session/hooks.ts';
import { anchorOf } from './blocks.ts';
import { ReaderBar } from './ReaderBar.tsx';
import { ReaderContents } from './ReaderContents.tsx';
import { RevisionText } from './RevisionText.tsx';
import { useFind } from './use-find.ts';
import './ReaderView.css';

/** What was published, as a plain page: for observers all there is, for others one key away at the same place. */
export function ReaderView({ onCompare }: { onCompare(revision: number): void }) {
  const say = useText();
  const { me } = useSession();
  const revisions = useRevisions();
  const [chosen, choose] = useState<number>();
  const revision = revisions.find(({ number }) => number === chosen) ?? revisions.at(-1);
  if (!revision) {
    const who = me.role === 'observer' || me.role === 'delegation' ? me.role : 'chair';
    return (
      <div className="reader-none">
        <EmptyState title={say('reader.none.title')}>{say(`reader.none.${who}`)}</EmptyState>
      </div>
    );
  }
  return (
    <Reading key={revision.number} revision={revision} revisions={revisions} choose={choose} onCompare={onCompare} />
  );
}

function Reading({
  revision,
  revisions,
  choose,
  onCompare,
}: {
  revision: Revision;
  revisions: readonly Revision[];
  choose(number: number): void;
  onCompare(revision: number): void;
}) {
  const say = useText();
  const { place, journey, keep } = usePlace();
  const numbers = useMemo(() => numberDraft(revision.draft), [revision]);
  const pane = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState('');
  const find = useFind(pane, wanted, revision);
  const start = useRef(place.provision);

  useEffect(() => {
    if (start.current) show(start.current);
  }, []);
  useEffect(() => {
    if (journey) show(journey.provision);
  }, [journey]);

  const number = place.provision ? (numbers.get(place.provision) ?? '').replace(/[.]$/, '') : '';
  const label = say('reader.text', { revision: revision.name, symbol: revision.draft.symbol || revision.draft.title });
  return (
    <div className="reader">
      <ReaderBar
        revisions={revisions}
        revision={revision}
        number={number}
        wanted={wanted}
        find={find}
        onRevision={choose}
        onCompare={onCompare}
        onWanted={setWanted}
      />
      <SplitPane
        id="reader"
        panes={[
          {
            id: 'contents',
            size: 264,
            min: 180,
            handle: say('reader.contents'),
            content: <ReaderContents revision={revision} numbers={numbers} />,
          },
          {
            id: 'text',
            min: 380,
            content: (
              <div
                ref={pane}
                className="reader-pane"
                data-pane="text"
                data-pane-home
                tabIndex={-1}
                onScroll={(event) => keep({ provision: firstInSight(event.currentTarget), bracket: undefined })}
              >
                <RevisionText revision={revision} numbers={numbers} label={label} />
              </div>
            ),
          },
        ]}
      />
    </div>
  );
}

function show(provision: ProvisionId): void {
  document.getElementById(anchorOf(provision))?.scrollIntoView({ block: 'start' });
}

/** The provision at the top of the pane: where one is reading. */
function firstInSight(pane: HTMLElement): ProvisionId | undefined {
  const { top, bottom, left, right } = pane.getBoundingClientRect();
  const line = top + (bottom - top) * 0.22;
  const element = document.elementFromPoint((left + right) / 2, line)?.closest<HTMLElement>('[data-provision]');
  return element?.dataset['provision'] as ProvisionId | undefined;
}
