import type { BracketId, ProvisionId } from '../schema/ids.ts';
import type { Delegation, Group } from '../schema/meeting.ts';
import type { Position, VariantId } from '../schema/position.ts';
import type { Ruling } from '../schema/ruling.ts';
import type { Assessment } from './assessment.ts';
import type { DraftView } from './draft-view.ts';

/** What a meeting is assessed from. */
export interface MeetingFacts {
  readonly draft: DraftView;
  readonly positions: Iterable<Position>;
  readonly delegations: readonly Delegation[];
  readonly groups: readonly Group[];
  readonly rulings: readonly Ruling[];
  /** Implied brackets by provision (rule C10); absent: none. */
  readonly implied?: ReadonlyMap<ProvisionId, number>;
  /** How far a variant's words are from agreed language (rule C6); absent: not asked. */
  readonly distance?: (bracket: BracketId, variant: VariantId) => number;
}

/** What a change of the draft touched; `DraftChange` of a replica is one. */
export interface DraftTouched {
  readonly provisions: ReadonlySet<ProvisionId>;
  readonly gone: ReadonlySet<ProvisionId>;
  readonly reordered: boolean;
  readonly brackets: ReadonlySet<BracketId>;
}

/**
 * A running assessment. After any changes `read` equals a full computation on the facts as they then are (rule C11);
 * a change costs what it touches, whatever the size of the meeting. `read` returns the same object until something changed.
 */
export interface ConsensusEngine {
  read(): Assessment;
  /** Files a position, or takes out the one with this `positionKey`: what a shared map of positions reports. */
  setPosition(key: string, position: Position | undefined): void;
  /** Another set of positions altogether. */
  setPositions(positions: Iterable<Position>): void;
  /** The draft behind `MeetingFacts.draft` changed; or stands in another view from now on. */
  draftChanged(touched: DraftTouched, draft?: DraftView): void;
  setRoster(delegations: readonly Delegation[], groups: readonly Group[]): void;
  setRulings(rulings: readonly Ruling[]): void;
  setImplied(provision: ProvisionId, count: number): void;
}
