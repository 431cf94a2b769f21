import { memo } from 'react';
import { asPrinted } from '../../../shared/brackets/as-printed.ts';
import { layOut } from '../../../shared/brackets/lay-out.ts';
import { notationOf, type Naming } from '../../../shared/brackets/notation.ts';
import type { LayoutPart } from '../../../shared/brackets/layout-contract.ts';
import { isShapeKind, type Bracket } from '../../../shared/schema/bracket.ts';
import { glyphNote, isUnbroken } from '../../../shared/interop/attribution-notes.ts';
import type { BracketId } from '../../../shared/schema/ids.ts';
import type { Provision } from '../../../shared/schema/provision.ts';

export interface ProvisionTextProps {
  readonly provision: Provision;
  /** Open brackets with a piece here, outer before inner. */
  readonly brackets: readonly Bracket[];
  /** What tells overlapping brackets of the whole draft apart. */
  readonly tags: ReadonlyMap<BracketId, string>;
  /** Whether proponents are named beside their brackets. */
  readonly attributed: boolean;
  /** What proposals to move and join call other provisions by. */
  readonly name: Naming;
}

/** A provision's words as plain HTML, with its brackets as characters. */
export const ProvisionText = memo(function ProvisionText({
  provision,
  brackets,
  tags,
  attributed,
  name,
}: ProvisionTextProps) {
  const byId = new Map(brackets.map((bracket) => [bracket.id, bracket]));
  return asPrinted(layOut(provision, brackets, tags))
    .filter((part) => part.type === 'run' || !part.beforeLabel)
    .map((part) => (
      <Part key={keyOf(part)} part={part} text={provision.text} brackets={byId} attributed={attributed} name={name} />
    ));
});

interface PartProps {
  readonly part: LayoutPart;
  readonly text: string;
  readonly brackets: ReadonlyMap<BracketId, Bracket>;
  readonly attributed: boolean;
  readonly name: Naming;
}

function Part({ part, text, brackets, attributed, name }: PartProps) {
  if (part.type === 'glyph') {
    const bracket = brackets.get(part.bracket);
    const note = attributed ? glyphNote(part, brackets) : '';
    return (
      <span className={`reader-glyph depth-${Math.min(part.depth, 3)}`}>
        {part.says ?? (part.side === 'open' ? '[' : ']')}
        {bracket && part.side === 'open' && notationOf(bracket, name)}
        {(part.tag || note) && (
          <sup className={isUnbroken(note) ? 'unbroken' : undefined}>
            {part.tag}
            {note && <bdi>{note}</bdi>}
          </sup>
        )}
        {part.meets && <wbr />}
        {part.side === 'close' && bracket && isShapeKind(bracket.kind) && ' '}
      </span>
    );
  }
  const words = text.slice(part.from, part.to);
  const kinds = new Set(part.covers.map((id) => brackets.get(id)?.kind));
  const set = part.italic ? <i>{words}</i> : part.bold ? <b>{words}</b> : words;
  if (kinds.has('delete')) return <del>{set}</del>;
  if (kinds.has('placeholder')) return <span className="reader-placeholder">{set}</span>;
  return set;
}

function keyOf(part: LayoutPart): string {
  return part.type === 'run' ? `r${part.from}` : `${part.bracket}${part.side}${part.at}`;
}
