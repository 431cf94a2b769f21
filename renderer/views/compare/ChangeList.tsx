import { useText } from '../../i18n/text.tsx';
import { directionOf } from '../../i18n/language.ts';
import type { Language } from '../../../shared/schema/draft.ts';
import { bareLabel } from '../../../shared/numbering/label.ts';
import type { ComparedProvision } from '../../../shared/revisions/compare/comparison.ts';
import type { NumberedRow } from './filter.ts';
import type { Notes } from './use-notes.ts';

export interface ChangeListProps {
  readonly rows: readonly NumberedRow[];
  readonly notes: Notes;
  readonly here: number;
  readonly language: Language;
  nameOf(row: ComparedProvision): string;
  onGo(change: number): void;
}

/** The provisions with changes, what became of each, and how many changes are in it. */
export function ChangeList({ rows, notes, here, language, nameOf, onGo }: ChangeListProps) {
  const say = useText();
  const changed = rows.flatMap(({ row, first }) =>
    row.type === 'provision' && first !== undefined ? [{ row, first }] : [],
  );
  const opening = (row: ComparedProvision) => {
    const side = row.after ?? row.before;
    if (!side || bareLabel(side.number) === '') return '';
    const words = row.words.map((each) => (each.type === 'same' ? each.text : each.inserted || each.struck)).join('');
    return (words || side.provision.text).slice(0, 80);
  };
  return (
    <nav className="compare-list" aria-label={say('compare.list')} data-pane="outline">
      <ol role="list">
        {changed.map(({ row, first }) => (
          <li key={row.identity}>
            <button
              type="button"
              aria-current={here >= first && here < first + row.changes ? 'true' : undefined}
              onClick={() => onGo(first)}
            >
              <span className="compare-list-head">
                <bdi className="compare-list-name" lang={language}>
                  {nameOf(row)}
                </bdi>
                <span className="compare-list-words" lang={language} dir={directionOf(language)}>
                  {opening(row)}
                </span>
              </span>
              <span className="compare-list-what">
                {[
                  say('compare.row', { count: row.changes }),
                  ...(notes.of.get(row.identity) ?? []).map(({ words }) => words),
                ].join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
