import type { Draft } from '../schema/draft.ts';
import type { BracketId, ProvisionId } from '../schema/ids.ts';
import type { Delegation, Group } from '../schema/meeting.ts';
import type { Position, VariantId } from '../schema/position.ts';
import type { Ruling } from '../schema/ruling.ts';
import type { Assessment } from './assessment.ts';
import { viewDraft } from './draft-view.ts';
import { createEngine } from './engine.ts';

/** A meeting at one moment, as plain values. */
export interface AssessInput {
  readonly draft: Draft;
  /** Only those that whoever reads the assessment may see (`visibleTo`, rule C12). */
  readonly positions: readonly Position[];
  readonly delegations: readonly Delegation[];
  readonly groups: readonly Group[];
  readonly rulings: readonly Ruling[];
  readonly implied?: ReadonlyMap<ProvisionId, number>;
  readonly distance?: (bracket: BracketId, variant: VariantId) => number;
}

/** The whole assessment at once; equal to what a running engine holds after any changes that lead here (rule C11). */
export function assess(input: AssessInput): Assessment {
  return createEngine({ ...input, draft: viewDraft(input.draft) }).read();
}
