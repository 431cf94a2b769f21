import type { LayoutPart } from '../../../shared/brackets/layout-contract.ts';
import type { Frame } from './frame.ts';

/** A provision's words with its brackets as characters; those that overlap carry their tags (rule B5). */
export function DisplayWords({ provision }: { provision: NonNullable<Frame['provision']> }) {
  const { number, parts, text, kinds } = provision;
  const lead = parts.filter((part) => part.type === 'glyph' && part.beforeLabel);
  const rest = parts.filter((part) => part.type === 'run' || !part.beforeLabel);
  const show = (part: LayoutPart) => <Part key={keyOf(part)} part={part} text={text} kinds={kinds} />;
  return (
    <>
      {lead.map(show)}
      {number && <span className="display-number">{number} </span>}
      {rest.map(show)}
    </>
  );
}

function Part({
  part,
  text,
  kinds,
}: {
  part: LayoutPart;
  text: string;
  kinds: NonNullable<Frame['provision']>['kinds'];
}) {
  if (part.type === 'glyph') {
    return (
      <span className={`display-glyph depth-${Math.min(part.depth, 3)}`} data-kind={kinds.get(part.bracket)}>
        {part.side === 'close' && part.tag && <sup>{part.tag}</sup>}
        {part.says ?? (part.side === 'open' ? '[' : ']')}
        {part.side === 'open' && part.tag && <sup>{part.tag}</sup>}
      </span>
    );
  }
  const words = text.slice(part.from, part.to);
  const covers = new Set(part.covers.map((id) => kinds.get(id)));
  const set = part.italic ? <i>{words}</i> : part.bold ? <b>{words}</b> : words;
  if (covers.has('delete')) return <del>{set}</del>;
  if (covers.has('insert')) return <ins>{set}</ins>;
  return <span>{set}</span>;
}

function keyOf(part: LayoutPart): string {
  return part.type === 'run' ? `r${part.from}` : `${part.bracket}${part.side}${part.at}`;
}
