import type { EdgeJson, PieceJson } from '../document/bracket-record.ts';
import type { DraftIndex } from '../reading/draft-index.ts';
import type { Spot } from '../reading/anchor.ts';
import { stretchesOf } from './spans.ts';
import type { Stretch } from './spans.ts';
import { idAt } from '../reading/strand.ts';
import type { StrandView } from '../reading/strand.ts';
import type { Span } from '../../schema/bracket.ts';
import type { ProvisionId } from '../../schema/ids.ts';
import { invariant } from '../../schema/result.ts';

type Closed = readonly [client: number, clock: number];

function characterAt(view: StrandView, unit: number): Closed {
  const id = idAt(view, unit);
  invariant(id, 'a stretch lies inside its strand');
  return [id.client, id.clock];
}

/** Everything up to the seam or edge before a unit is inside; for a piece that comes from the provision before. */
function openStart(view: StrandView, unit: number): EdgeJson {
  return unit === 0 ? 0 : [...characterAt(view, unit - 1), 1];
}

/** Everything up to the seam or edge at a unit is inside; for a piece that goes on in the next provision. */
function openEnd(view: StrandView, unit: number): EdgeJson {
  return unit === view.units ? 0 : [...characterAt(view, unit), 1];
}

/** The range of a stretch. What is typed at its edges later is outside, save at edges where the bracket goes on. */
export function rangePiece(
  stretch: Pick<Stretch, 'view' | 'from' | 'to'>,
  goesOn: { readonly before: boolean; readonly behind: boolean } = { before: false, behind: false },
): PieceJson {
  const { view, from, to } = stretch;
  return {
    s: view.owner,
    a: goesOn.before ? openStart(view, from) : characterAt(view, from),
    b: goesOn.behind ? openEnd(view, to) : characterAt(view, to - 1),
  };
}

/** An empty bracket between the characters at a spot. */
export function emptyPiece(spot: Pick<Spot, 'view' | 'unit'>): PieceJson {
  const { view, unit } = spot;
  if (unit === 0) return { s: view.owner, a: 0, b: 1 };
  const left = characterAt(view, unit - 1);
  return { s: view.owner, a: [...left, 1], b: left };
}

/** A provision in sight with its number; what is joined to it comes along as ranges. */
export function wholePieces(index: DraftIndex, provision: ProvisionId): PieceJson[] {
  return (index.composed.get(provision)?.parts ?? []).map((part) => {
    const view = index.views.get(part.strand)!;
    const isAlone = part.provision === view.owner && view.segments.length === 1;
    if (part.provision === provision && isAlone) return { p: provision };
    const { from, to } = view.segments[part.segment]!;
    const range = { s: view.owner, a: openStart(view, from), b: openEnd(view, to) };
    return part.provision === provision ? { p: provision, ...range } : range;
  });
}

/**
 * The pieces of a bracket over spans in reading order and whole provisions. Between two provisions a bracket goes on:
 * what is typed later at the end of the first, or at the beginning of the second, is inside it.
 */
export function piecesOver(index: DraftIndex, spans: readonly Span[], whole: readonly ProvisionId[]): PieceJson[] {
  const asWhole = new Set(whole);
  const all = [
    ...spans
      .filter((span) => !asWhole.has(span.provision))
      .map((span) => ({ span, at: index.indexOf(span.provision) })),
    ...[...asWhole].map((id) => ({ span: undefined, id, at: index.indexOf(id) })),
  ].sort((one, other) => one.at - other.at || (one.span?.from ?? 0) - (other.span?.from ?? 0));
  return all.flatMap((each, order) => {
    if (each.span === undefined) return wholePieces(index, each.id);
    const { span } = each;
    const length = index.composed.get(span.provision)!.provision.text.length;
    const before = all[order - 1]?.at === each.at - 1 && span.from === 0;
    const behind = all[order + 1]?.at === each.at + 1 && span.to === length;
    const stretches = stretchesOf(index, span);
    return stretches.map((stretch, part) =>
      rangePiece(stretch, {
        before: before && part === 0,
        behind: behind && part === stretches.length - 1,
      }),
    );
  });
}
