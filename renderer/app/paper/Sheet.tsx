import { memo, useMemo, type ClipboardEvent, type Ref } from 'react';
import { glyphWords, namingOf, type Naming } from '../../../shared/brackets/notation.ts';
import type { LayoutPart } from '../../../shared/brackets/layout-contract.ts';
import { leadWords } from '../../../shared/brackets/lay-out.ts';
import { overlapTags } from '../../../shared/brackets/overlaps.ts';
import type { LineStart } from '../../../shared/pages/break-lines.ts';
import { letterSize, PAGE } from '../../../shared/pages/geometry.ts';
import { shownParts, type ProvisionLines } from '../../../shared/pages/page-lines.ts';
import type { Bracket } from '../../../shared/schema/bracket.ts';
import type { Draft, Language } from '../../../shared/schema/draft.ts';
import { glyphNote, isUnbroken } from '../../../shared/interop/attribution-notes.ts';
import type { BracketId, ProvisionId } from '../../../shared/schema/ids.ts';
import type { Position } from '../../../shared/schema/position.ts';
import type { Provision } from '../../../shared/schema/provision.ts';
import { directionOf } from '../../i18n/language.ts';
import type { DraftLines } from './use-page-lines.ts';
import './Sheet.css';

export interface SheetProps {
  readonly draft: Draft;
  readonly lines: DraftLines;
  readonly numbers: ReadonlyMap<ProvisionId, string>;
  bracketsIn(provision: ProvisionId): readonly Bracket[];
  /** Whether proponents are named beside their brackets. */
  readonly attributed: boolean;
  /** Positions beside the brackets they are on, in the attributed rendering. */
  readonly stances?: ReadonlyMap<BracketId, readonly Position[]>;
  readonly label: string;
  /** Not shown on the screen. */
  readonly paperOnly?: boolean;
  readonly ref?: Ref<HTMLElement>;
}

/** A draft as it stands on the page: every line a line, with its number, however wide the window or the printer's paper. */
export function Sheet(props: SheetProps) {
  const { draft, lines, numbers, bracketsIn, attributed, stances, label, paperOnly, ref } = props;
  const tags = overlapTags(draft);
  const { language } = draft;
  const name = useMemo(() => namingOf(draft), [draft]);
  return (
    <article
      ref={ref}
      className={['sheet', paperOnly && 'on-paper', attributed && 'with-notes'].filter(Boolean).join(' ')}
      lang={language}
      dir={directionOf(language)}
      aria-label={label}
      onCopy={copyWords}
    >
      <header className="sheet-head">
        {draft.symbol && <bdi>{draft.symbol}</bdi>}
        <h1>{draft.title}</h1>
      </header>
      {draft.provisions.map((provision) => {
        const own = lines.get(provision.id);
        return (
          own && (
            <SheetProvision
              key={provision.id}
              provision={provision}
              brackets={bracketsIn(provision.id)}
              number={provision.label ?? numbers.get(provision.id) ?? ''}
              first={own.first}
              starts={own.starts}
              {...{ tags, attributed, stances, language, name }}
            />
          )
        );
      })}
    </article>
  );
}

interface SheetProvisionProps extends Pick<ProvisionLines, 'first' | 'starts'> {
  readonly provision: Provision;
  readonly brackets: readonly Bracket[];
  readonly tags: ReadonlyMap<BracketId, string>;
  readonly number: string;
  readonly attributed: boolean;
  readonly stances: SheetProps['stances'];
  readonly language: Language;
  readonly name: Naming;
}

const SheetProvision = memo(function SheetProvision(props: SheetProvisionProps) {
  const { provision, brackets, tags, number, attributed, stances, language, name, first, starts } = props;
  const byId = new Map(brackets.map((bracket) => [bracket.id, bracket]));
  const parts = shownParts(provision, brackets, tags);
  const wordsOf = (part: LayoutPart): string =>
    part.type === 'run' ? provision.text.slice(part.from, part.to) : glyphWords(part, byId.get(part.bracket), name);
  const lead = leadWords(provision, brackets);
  const size = letterSize(provision, language);
  const heading = provision.kind === 'heading';
  const figures = new Intl.NumberFormat(language === 'ar' ? 'ar-EG' : 'en', { useGrouping: false });
  return (
    <p
      className="sheet-provision"
      data-provision={provision.id}
      data-kind={provision.kind}
      {...(heading ? { role: 'heading', 'aria-level': Math.min(provision.level + 2, 6) } : {})}
      style={{ '--size': size, '--in': `${(heading ? 0 : Math.min(provision.level, 4) * PAGE.step) + PAGE.number}em` }}
    >
      {(number || lead !== '') && (
        <span className="sheet-number">
          {lead}
          {number}
        </span>
      )}
      {starts.map((start, index) => (
        <span key={start.part * 100_000 + start.at} className="sheet-line">
          <span className="sheet-count" aria-hidden="true">
            <span>{figures.format(first + index)}</span>
          </span>
          {slice(parts, wordsOf, { start, end: starts[index + 1] }).map((piece) => (
            <SheetPiece
              key={`${piece.part.type}${piece.from}${piece.part.type === 'glyph' ? piece.part.bracket + piece.part.side : ''}`}
              {...{ ...piece, brackets: byId, attributed, stances }}
            />
          ))}
        </span>
      ))}
    </p>
  );
});

interface Piece {
  readonly part: LayoutPart;
  readonly text: string;
  /** Offset in the provision's words. */
  readonly from: number;
}

/** What stands between two line starts. */
function slice(
  parts: readonly LayoutPart[],
  wordsOf: (part: LayoutPart) => string,
  { start, end }: { readonly start: LineStart; readonly end: LineStart | undefined },
): Piece[] {
  const pieces: Piece[] = [];
  for (let index = start.part; index < parts.length && index <= (end?.part ?? Infinity); index += 1) {
    const part = parts[index]!;
    const words = wordsOf(part);
    const from = index === start.part ? start.at : 0;
    const to = index === end?.part ? end.at : words.length;
    if (from < to)
      pieces.push({ part, text: words.slice(from, to), from: part.type === 'run' ? part.from + from : part.at });
  }
  return pieces;
}

interface SheetPieceProps extends Piece {
  readonly brackets: ReadonlyMap<BracketId, Bracket>;
  readonly attributed: boolean;
  readonly stances: SheetProps['stances'];
}

function SheetPiece({ part, text, from, brackets, attributed, stances }: SheetPieceProps) {
  if (part.type === 'glyph') {
    const note = attributed ? glyphNote(part, brackets, stances) : '';
    return (
      <span className="sheet-glyph">
        {text}
        {(part.tag !== undefined || note !== '') && (
          <sup className={isUnbroken(note) ? 'unbroken' : undefined}>
            {part.tag}
            {note && <bdi>{note}</bdi>}
          </sup>
        )}
        {part.meets && note && <wbr />}
      </span>
    );
  }
  const kinds = new Set(part.covers.map((id) => brackets.get(id)?.kind));
  const look = [part.italic && 'is-italic', part.bold && 'is-bold', kinds.has('placeholder') && 'is-italic'];
  const Tag = kinds.has('delete') ? 'del' : kinds.has('insert') ? 'ins' : 'span';
  return (
    <Tag className={look.filter(Boolean).join(' ') || undefined} data-from={from}>
      {text}
    </Tag>
  );
}

/** What is copied are words: a line of the page is no line of the text. */
function copyWords(event: ClipboardEvent): void {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed) return;
  const page = document.createElement('div');
  page.append(selection.getRangeAt(0).cloneContents());
  for (const count of page.querySelectorAll('.sheet-count, sup')) count.remove();
  for (const number of page.querySelectorAll('.sheet-number')) number.append(' ');
  for (const provision of page.querySelectorAll('.sheet-provision')) provision.append('\n');
  event.clipboardData.setData('text/plain', page.textContent.replace(/\n$/u, ''));
  event.preventDefault();
}
