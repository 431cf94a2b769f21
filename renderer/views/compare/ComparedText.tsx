import type { ReactNode } from 'react';
import { directionOf } from '../../i18n/language.ts';
import { useText } from '../../i18n/text.tsx';
import { ComparedRow } from './ComparedRow.tsx';
import type { NumberedRow } from './filter.ts';
import type { State } from './pair.ts';
import type { Note, Notes } from './use-notes.ts';

const NONE: readonly Note[] = [];

export interface ComparedTextProps {
  readonly rows: readonly NumberedRow[];
  readonly notes: Notes;
  readonly from: State;
  readonly to: State;
  readonly beside: boolean;
  /** What does not change is folded to a line. */
  readonly folded: boolean;
  /** The change one is at, from 1. */
  readonly here: number;
  nameOf(state: State): string;
}

/** Both states as one article, in the order of the later one; the same on the screen and on paper. */
export function ComparedText({ rows, notes, from, to, beside, folded, here, nameOf }: ComparedTextProps) {
  const say = useText();
  const { language } = to.draft;
  const names = beside ? ([nameOf(from), nameOf(to)] as const) : undefined;
  const shown: ReactNode[] = [];
  let alike = 0;
  const fold = () => {
    if (alike > 0) {
      shown.push(
        <p key={`alike ${shown.length}`} className="compared-alike">
          {say('compare.unchanged', { count: alike })}
        </p>,
      );
    }
    alike = 0;
  };
  for (const { row, first } of rows) {
    if (folded && first === undefined) {
      if (row.type === 'provision') alike += 1;
      continue;
    }
    fold();
    if (row.type === 'left') {
      shown.push(
        <p key={`left ${row.identity}`} className="compared-left">
          {notes.left(row.identity)}
        </p>,
      );
      continue;
    }
    const isHere = first !== undefined && here >= first && here < first + row.changes;
    shown.push(
      <ComparedRow
        key={row.identity}
        row={row}
        notes={notes.of.get(row.identity) ?? NONE}
        first={first}
        here={isHere ? here : undefined}
        beforeName={names?.[0]}
        afterName={names?.[1]}
        language={language}
        direction={directionOf(language)}
      />,
    );
  }
  fold();
  return (
    <article
      className="compared-text"
      data-beside={beside || undefined}
      aria-label={say('compare.text', { from: nameOf(from), to: nameOf(to) })}
    >
      {names && (
        <div className="compared-heads" aria-hidden>
          <span>{names[0]}</span>
          <span>{names[1]}</span>
        </div>
      )}
      {shown}
    </article>
  );
}
