import { useEffect, useMemo, useRef, useState } from 'react';
import { identityOf } from '../../../shared/revisions/compare/identity.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import { useAnnounce } from '../../app/announcer.tsx';
import { usePlace } from '../../app/place.tsx';
import { usePrinter } from '../../app/print.tsx';
import { useAttempt } from '../../app/use-attempt.ts';
import { useKeys } from '../../app/use-keys.ts';
import { EmptyState } from '../../controls/EmptyState.tsx';
import { SplitPane } from '../../controls/SplitPane.tsx';
import { useText } from '../../i18n/text.tsx';
import { useSession } from '../../session/hooks.ts';
import { ChangeList } from './ChangeList.tsx';
import { CompareBar } from './CompareBar.tsx';
import { ComparedText } from './ComparedText.tsx';
import { ComparePaper } from './ComparePaper.tsx';
import { numbered, type Filter } from './filter.ts';
import { chosenOf, type Pair, type State } from './pair.ts';
import { Summary } from './Summary.tsx';
import { useComparison, useStates } from './use-comparison.ts';
import { useNotes } from './use-notes.ts';
import { useRowName } from './use-row-name.ts';
import { useTelling } from './use-telling.ts';
import '../../controls/view-bar.css';
import './CompareView.css';
import './ComparedText.css';

export interface CompareViewProps {
  readonly pair: Pair;
  onPair(pair: Pair): void;
}

/** Two states of the draft, any two revisions or one and the live text, with what changed between them (rules F10, F11). */
export function CompareView({ pair, onPair }: CompareViewProps) {
  const say = useText();
  const { me } = useSession();
  const states = useStates();
  const chosen = chosenOf(states, pair);
  if (!chosen) {
    return (
      <div className="compare-none">
        <EmptyState title={say('compare.none.title')}>
          {say(me.role === 'observer' ? 'compare.none.observer' : 'compare.none')}
        </EmptyState>
      </div>
    );
  }
  return <Comparing {...{ states, pair, onPair }} from={chosen.from} to={chosen.to} />;
}

interface ComparingProps extends CompareViewProps {
  readonly states: readonly State[];
  readonly from: State;
  readonly to: State;
}

function Comparing({ states, from, to, pair, onPair }: ComparingProps) {
  const say = useText();
  const attempt = useAttempt();
  const announce = useAnnounce();
  const { draft } = useSession();
  const { place, journey, keep } = usePlace();
  const { comparison, language } = useComparison(from, to);
  const rowName = useRowName(from.name ?? say('compare.live'));
  const notes = useNotes({ comparison, from, to, language, nameOf: rowName });
  const [filter, setFilter] = useState<Filter>({ kind: 'all' });
  const [folded, setFolded] = useState(false);
  const [here, setHere] = useState(0);
  const { sheet, print } = usePrinter();
  const pane = useRef<HTMLDivElement>(null);
  const told = useTelling(rowName);
  const { rows, count } = useMemo(() => numbered(comparison.rows, filter), [comparison, filter]);
  const codes = useMemo(
    () => [...new Set(comparison.rows.flatMap((row) => (row.type === 'provision' ? row.by : [])))].toSorted(),
    [comparison],
  );
  const at = Math.min(here, count);
  const beside = pair.beside ?? false;
  const nameOf = (state: State) => state.name ?? say('compare.live');

  const go = (change: number) => {
    setHere(change);
    // Once React has drawn what was folded.
    requestAnimationFrame(() => {
      const stop = pane.current?.querySelector<HTMLElement>(`[data-change="${change}"]`);
      stop?.focus({ preventScroll: true });
      stop?.scrollIntoView({ block: 'center' });
    });
    announce([say('compare.at', { index: change, count }), told(rows, change)].filter(Boolean).join(': '), 'now');
  };
  const step = (by: 1 | -1) => {
    if (count > 0) go(at === 0 ? (by > 0 ? 1 : count) : ((at - 1 + by + count) % count) + 1);
  };
  useKeys({ 'next-change': () => step(1), 'previous-change': () => step(-1) });

  // One's place is kept through every change of the two states and of how they are shown.
  const placed = useRef(place.provision);
  useEffect(() => {
    placed.current = place.provision;
  });
  useEffect(() => {
    if (placed.current) show(pane.current, placed.current);
  }, [from.key, to.key, beside, folded, filter]);
  useEffect(() => {
    if (journey) show(pane.current, journey.provision);
  }, [journey]);
  const follow = () => {
    const seen = pane.current && firstInSight(pane.current);
    if (!seen) return;
    // A revision that names nobody has ids of its own; other views know the live ones.
    const live = draft.get().provisions.find(({ id }) => identityOf(id) === seen)?.id;
    if (live) keep({ provision: live, bracket: undefined });
  };

  const text = (
    <ComparedText
      {...{ rows, notes, from, to, beside, nameOf }}
      here={at}
      folded={folded || filter.kind !== 'all' || filter.by !== undefined}
    />
  );
  const { symbol, title } = to.draft;
  return (
    <div className="compare">
      <CompareBar
        {...{ states, from, to, beside, folded, filter, codes, at, count, nameOf }}
        onFrom={(key) => onPair({ ...pair, from: key, to: to.key })}
        onTo={(key) => onPair({ ...pair, from: from.key, to: key })}
        onBeside={(next) => onPair({ ...pair, from: from.key, to: to.key, beside: next })}
        onFolded={setFolded}
        onFilter={(next) => {
          setFilter(next);
          setHere(0);
        }}
        onStep={step}
        onPrint={() => {
          const content = <ComparePaper {...{ from, to }} counts={comparison.counts} language={language} text={text} />;
          const name = `${(symbol || title || 'draft').replaceAll('/', '-')} ${nameOf(from)} - ${nameOf(to)}.pdf`;
          attempt(() => print(name, content));
        }}
      />
      <SplitPane
        id="compare"
        panes={[
          {
            id: 'list',
            size: 300,
            min: 200,
            handle: say('compare.list'),
            content: (
              <ChangeList {...{ rows, notes }} here={at} language={to.draft.language} nameOf={rowName} onGo={go} />
            ),
          },
          {
            id: 'text',
            min: 380,
            content: (
              <div ref={pane} className="compare-pane" data-pane="text" data-pane-home tabIndex={-1} onScroll={follow}>
                <Summary counts={comparison.counts} language={language} />
                {count === 0 && comparison.counts.changes > 0 && (
                  <p className="compared-alike">{say('compare.no-match')}</p>
                )}
                {text}
              </div>
            ),
          },
        ]}
      />
      {sheet}
    </div>
  );
}

function show(pane: HTMLElement | null, provision: ProvisionId): void {
  pane?.querySelector(`[data-identity="${identityOf(provision)}"]`)?.scrollIntoView({ block: 'start' });
}

/** The identity of the provision at the top of the pane: where one is reading. */
function firstInSight(pane: HTMLElement): string | undefined {
  const { top, bottom, left, right } = pane.getBoundingClientRect();
  const line = top + (bottom - top) * 0.22;
  const element = document.elementFromPoint((left + right) / 2, line)?.closest<HTMLElement>('[data-identity]');
  return element?.dataset['identity'];
}
