import { viewDraft } from '../../../../shared/consensus/draft-view.ts';
import { readRedLines, type MoveFacts } from '../../../../shared/consensus/moves/red-lines.ts';
import { smallestMoves, type SmallestMoves } from '../../../../shared/consensus/moves/smallest-moves.ts';
import { findTrades, type Trade } from '../../../../shared/consensus/moves/trades.ts';
import type { Draft } from '../../../../shared/schema/draft.ts';

/** A meeting as it can be sent to a worker. */
export type MovesQuestion = Omit<MoveFacts, 'draft'> & { readonly draft: Draft };

export interface MovesAnswer {
  readonly moves: SmallestMoves;
  readonly trades: readonly Trade[];
}

const MOST_TRADES = 12;

// Beside the main thread, so that no search holds up typing.
self.onmessage = ({ data }: MessageEvent<MovesQuestion>) => {
  const model = readRedLines({ ...data, draft: viewDraft(data.draft) });
  const answer: MovesAnswer = { moves: smallestMoves(model), trades: findTrades(model, MOST_TRADES) };
  self.postMessage(answer);
};
