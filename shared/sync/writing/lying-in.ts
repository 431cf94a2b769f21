import type { BracketRecord } from '../document/bracket-record.ts';
import { pieceExtent } from './bracket-write.ts';
import type { Extent } from '../reading/extent.ts';
import type { Replica } from '../replica.ts';
import type { StrandView } from '../reading/strand.ts';

/** One piece of an open bracket, with where it lies in a strand. */
export interface Lying {
  readonly record: BracketRecord;
  readonly piece: number;
  readonly extent: Extent;
}

/**
 * Pieces of open brackets in a strand that `test` lets through. A whole provision lies round its words, not edge to
 * edge with them: half a unit further out.
 */
export function lyingIn(replica: Replica, view: StrandView, test: (record: BracketRecord) => boolean): Lying[] {
  const found: Lying[] = [];
  for (const record of replica.index.brackets.recordsIn(view.owner)) {
    if (record.closed !== undefined || !test(record)) continue;
    record.pieces.forEach((piece, index) => {
      const extent = piece.strand === view.owner ? pieceExtent(replica, record, index) : undefined;
      if (extent === undefined) return;
      const out = piece.type === 'whole' ? 0.5 : 0;
      found.push({ record, piece: index, extent: { from: extent.from - out, to: extent.to + out } });
    });
  }
  return found;
}
