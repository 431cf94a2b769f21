import type { Part } from './placement.ts';
import type { ProvisionRecord } from '../document/provision-record.ts';
import type { StrandView } from './strand.ts';
import type { ProvisionId } from '../../schema/ids.ts';
import type { Mark, Provision } from '../../schema/provision.ts';

/** A part with the offset at which its words begin in the provision that shows them. */
export interface LaidPart extends Part {
  readonly base: number;
  readonly length: number;
}

export interface Composed {
  readonly provision: Provision;
  readonly parts: readonly LaidPart[];
}

/** Puts a provision together from its entry and the segments it shows. */
export function compose(
  record: ProvisionRecord,
  parts: readonly Part[],
  views: ReadonlyMap<ProvisionId, StrandView>,
): Composed {
  let text = '';
  const marks: Mark[] = [];
  const laid: LaidPart[] = [];
  for (const part of parts) {
    const segment = views.get(part.strand)!.segments[part.segment]!;
    const base = text.length;
    laid.push({ ...part, base, length: segment.text.length });
    text += segment.text;
    for (const mark of segment.marks) marks.push({ ...mark, from: mark.from + base, to: mark.to + base });
  }
  const { id, kind, level, relation, label, trim, proponent } = record;
  const provision: Provision = {
    id,
    kind,
    level,
    ...(relation && { relation }),
    ...(label !== undefined && { label }),
    text,
    marks,
    proponent,
    ...(trim && { trim }),
  };
  return { provision, parts: laid };
}
