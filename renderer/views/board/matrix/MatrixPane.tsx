import { useMemo, useState } from 'react';
import type { Assessment, ProvisionAssessment } from '../../../../shared/consensus/assessment.ts';
import type { Code, ProvisionId } from '../../../../shared/schema/ids.ts';
import { STANCES } from '../../../../shared/schema/position.ts';
import { EmptyState } from '../../../controls/EmptyState.tsx';
import { Select } from '../../../controls/Select.tsx';
import { StanceGlyph } from '../../../controls/StanceGlyph.tsx';
import { useText } from '../../../i18n/text.tsx';
import { useAssessment, useRoster, useSession } from '../../../session/hooks.ts';
import { useNames } from '../use-names.ts';
import { columnsOf } from './columns.ts';
import { Matrix } from './Matrix.tsx';

export interface MatrixPaneProps {
  readonly selected: ProvisionId | undefined;
  onSelect(id: ProvisionId): void;
}

/** The matrix with what chooses its rows and columns, and the key to its shapes. */
export function MatrixPane({ selected, onSelect }: MatrixPaneProps) {
  const say = useText();
  const names = useNames();
  const { me } = useSession();
  const { delegations, groups } = useRoster();
  const assessment = useAssessment();
  const [by, setBy] = useState<'groups' | 'delegations'>('groups');
  const [rowsShown, setRowsShown] = useState<'open' | 'all'>('open');
  const [order, setOrder] = useState<'hardest' | 'reading'>('hardest');
  const [expanded, setExpanded] = useState<ReadonlySet<Code>>(new Set());
  const columns = useMemo(
    () => columnsOf({ by, delegations, groups, expanded, assessment, me: me.code }),
    [by, delegations, groups, expanded, assessment, me.code],
  );
  const rows = useMemo(() => rowsOf(assessment, rowsShown, order), [assessment, rowsShown, order]);
  const toggle = (group: Code) =>
    setExpanded((before) => {
      const after = new Set(before);
      if (!after.delete(group)) after.add(group);
      return after;
    });

  return (
    <section className="board-pane" aria-labelledby="matrix-title" data-pane="matrix">
      <header className="board-pane-head">
        <h2 id="matrix-title">{say('board.matrix.title')}</h2>
        <div className="matrix-choices">
          <Select
            label={say('board.matrix.columns')}
            bare
            value={by}
            options={[
              { value: 'groups', label: say('board.matrix.columns.groups') },
              { value: 'delegations', label: say('board.matrix.columns.delegations') },
            ]}
            onChange={setBy}
          />
          <Select
            label={say('board.matrix.rows')}
            bare
            value={rowsShown}
            options={[
              { value: 'open', label: say('board.matrix.rows.open') },
              { value: 'all', label: say('board.matrix.rows.all') },
            ]}
            onChange={setRowsShown}
          />
          <Select
            label={say('board.matrix.sort')}
            bare
            value={order}
            options={[
              { value: 'hardest', label: say('board.matrix.sort.hardest') },
              { value: 'reading', label: say('board.matrix.sort.reading') },
            ]}
            onChange={setOrder}
          />
        </div>
      </header>
      {rows.length === 0 ? (
        <EmptyState title={say('board.clear')} />
      ) : (
        <Matrix
          assessment={assessment}
          rows={rows}
          columns={columns}
          names={names}
          selected={selected}
          onSelect={onSelect}
          onToggle={toggle}
        />
      )}
      <footer className="matrix-legend">
        <ul role="list" aria-label={say('board.matrix.legend')}>
          {STANCES.map((stance) => (
            <li key={stance}>
              <StanceGlyph stance={stance} size={15} />
              {say(`stance.${stance}`)}
            </li>
          ))}
          <li>
            <span className="matrix-stance" data-inside>
              <StanceGlyph stance="object" size={15} />
            </span>
            {say('board.matrix.inside')}
          </li>
          <li>
            <span className="matrix-stance" data-mixed>
              <StanceGlyph stance="none" size={15} />
            </span>
            {say('board.matrix.mixed')}
          </li>
        </ul>
        <p id="matrix-keys" className={me.role === 'delegation' ? '' : 'visually-hidden'}>
          {say('board.matrix.keys')}
        </p>
      </footer>
    </section>
  );
}

function rowsOf(assessment: Assessment, shown: 'open' | 'all', order: 'hardest' | 'reading'): readonly ProvisionId[] {
  const ids = order === 'hardest' ? assessment.ranking : [...assessment.provisions.keys()];
  if (shown === 'all') return ids;
  return ids.filter((id) => isOpen(assessment.provisions.get(id)));
}

function isOpen(found: ProvisionAssessment | undefined): boolean {
  return found !== undefined && found.status !== 'agreed' && found.status !== 'ready';
}
