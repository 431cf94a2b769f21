import type { ReactNode } from 'react';
import { PageLines } from '../../../shared/pages/page-lines.ts';
import type { Bracket } from '../../../shared/schema/bracket.ts';
import type { Draft } from '../../../shared/schema/draft.ts';
import type { BracketId, ProvisionId } from '../../../shared/schema/ids.ts';
import type { Position } from '../../../shared/schema/position.ts';
import { canvasMeasure } from './measure.ts';
import { usePrinting } from '../use-printing.ts';
import { Sheet } from './Sheet.tsx';

export interface PaperCopyProps {
  /** The draft as it is when it is printed. */
  read(): Draft;
  bracketsIn(provision: ProvisionId): readonly Bracket[];
  readonly numbers: ReadonlyMap<ProvisionId, string>;
  readonly attributed: boolean;
  /** Positions that may be shown beside the brackets they are on. */
  stances(): ReadonlyMap<BracketId, readonly Position[]>;
  readonly label: string;
}

/** What goes to the printer in a draft's stead: its pages, line by line with their numbers. Only there while printing. */
export function PaperCopy({ read, bracketsIn, numbers, attributed, stances, label }: PaperCopyProps): ReactNode {
  const printing = usePrinting();
  if (!printing) return null;
  const draft = read();
  const lines = new PageLines(canvasMeasure(), draft.language).count(draft.provisions, bracketsIn);
  return <Sheet {...{ draft, lines, numbers, bracketsIn, attributed, label }} stances={stances()} paperOnly />;
}
