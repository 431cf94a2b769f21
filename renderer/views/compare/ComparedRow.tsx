import { Fragment, memo, type ReactNode } from 'react';
import { isChange } from '../../../shared/revisions/compare/count-changes.ts';
import type { ComparedProvision, ComparedSide, ComparedWords } from '../../../shared/revisions/compare/comparison.ts';
import type { Mark } from '../../../shared/schema/provision.ts';
import type { Note } from './use-notes.ts';

export interface ComparedRowProps {
  readonly row: ComparedProvision;
  readonly notes: readonly Note[];
  /** The number of the first change in it; absent where none is counted. */
  readonly first: number | undefined;
  /** The change one is at, where it is in this row. */
  readonly here: number | undefined;
  /** What the two are called, where they stand beside each other. */
  readonly beforeName: string | undefined;
  readonly afterName: string | undefined;
  /** What the reader's interface speaks; the words are in the draft's language. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** A provision in both states: its words in one text with what was struck and inserted, or in two beside each other. */
export const ComparedRow = memo(function ComparedRow(props: ComparedRowProps) {
  const { row, notes, first, here, beforeName, afterName, language, direction } = props;
  const { before, after } = row;
  const side = after ?? before;
  if (!side) return null;
  const beside = beforeName !== undefined;
  const itself = isChange(row);
  const start = first === undefined ? undefined : first + Number(itself);
  const shown = row.descent.type === 'joined' ? undefined : side;
  const text = (only: 'both' | 'before' | 'after') => <Words words={row.words} start={start} here={here} only={only} />;
  return (
    <section
      className="compared"
      data-identity={row.identity}
      data-provision={side.provision.id}
      data-changed={first !== undefined || undefined}
    >
      {notes.length > 0 && (
        <p
          className="compared-notes"
          {...(itself && first !== undefined ? { 'data-change': first, tabIndex: -1 } : {})}
          data-here={(itself && first !== undefined && here === first) || undefined}
        >
          {row.descent.type === 'joined' && before && (
            <bdi lang={language}>
              <del>{before.number}</del>
            </bdi>
          )}
          {notes.map(({ kind, words }) => (
            <span key={words} className={`compared-note compared-note-${kind}`}>
              {words}
            </span>
          ))}
        </p>
      )}
      {shown && !beside && (
        <Provision side={shown} gone={!after} {...{ language, direction }}>
          {text('both')}
        </Provision>
      )}
      {shown && beside && (
        <div className="compared-pair">
          <div role="group" aria-label={beforeName}>
            {before ? (
              <Provision side={before} {...{ language, direction }}>
                {text('before')}
              </Provision>
            ) : (
              row.descent.type === 'split' && (
                <Provision side={{ ...shown, number: '' }} {...{ language, direction }}>
                  {text('before')}
                </Provision>
              )
            )}
          </div>
          <div role="group" aria-label={afterName}>
            {after && (
              <Provision side={after} {...{ language, direction }}>
                {text('after')}
              </Provision>
            )}
          </div>
        </div>
      )}
    </section>
  );
});

interface ProvisionProps {
  readonly side: ComparedSide;
  /** It stands no more, and its number neither. */
  readonly gone?: boolean;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly children: ReactNode;
}

function Provision({ side: { provision, number }, gone, language, direction, children }: ProvisionProps) {
  const { kind, level } = provision;
  return (
    <p
      className="compared-provision"
      data-kind={kind}
      lang={language}
      dir={direction}
      style={{ '--level': kind === 'heading' ? 0 : level }}
      {...(kind === 'heading' ? { role: 'heading', 'aria-level': Math.min(level + 2, 6) } : {})}
    >
      <bdi className="compared-number">{gone ? <del>{number}</del> : number}</bdi>
      <span>{children}</span>
    </p>
  );
}

interface WordsProps {
  readonly words: readonly ComparedWords[];
  readonly start: number | undefined;
  readonly here: number | undefined;
  readonly only: 'both' | 'before' | 'after';
}

function Words({ words, start, here, only }: WordsProps) {
  let next = start;
  return words.map((each, index) => {
    if (each.type === 'same') return <span key={index}>{emphasised(each.text, each.marks)}</span>;
    const change = next;
    if (next !== undefined) next += 1;
    const struck = only !== 'after' && each.struck !== '' && <del>{emphasised(each.struck, each.struckMarks)}</del>;
    const inserted = only !== 'before' && each.inserted !== '' && <ins>{emphasised(each.inserted, each.marks)}</ins>;
    if (!struck && !inserted) return null;
    return (
      <span
        key={index}
        className="compared-change"
        data-change={change}
        data-here={(change !== undefined && change === here) || undefined}
        tabIndex={change === undefined ? undefined : -1}
      >
        {struck}
        {inserted}
      </span>
    );
  });
}

/** Words as they are set: the verb that a paragraph begins with stands in italics. */
function emphasised(text: string, marks: readonly Mark[] = []): ReactNode {
  if (marks.length === 0) return text;
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])])].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const words = text.slice(from, cuts[index + 1]);
    const has = (kind: Mark['kind']) => marks.some((mark) => mark.kind === kind && mark.from <= from && from < mark.to);
    const set = has('italic') ? <i>{words}</i> : words;
    return <Fragment key={from}>{has('bold') ? <b>{set}</b> : set}</Fragment>;
  });
}
