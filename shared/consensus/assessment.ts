import type { BracketId, Code, ProvisionId } from '../schema/ids.ts';
import type { Stance, VariantId } from '../schema/position.ts';

/** Statuses in the order in which they are decided (rule C3). */
export const STATUSES = ['agreed', 'reopened', 'blocked', 'reserved', 'open', 'ready'] as const;
export type Status = (typeof STATUSES)[number];

/** Who stands how on one variant of a bracket. Codes are sorted; `objectors` with their groups' sources resolved. */
export interface VariantAssessment {
  readonly variant: VariantId;
  readonly objectors: readonly Code[];
  /** Fewest groups and single delegations that cover the objectors (rule C5); exact. */
  readonly independent: number;
  /** That smallest cover: groups in the roster's order, then single delegations. What the screen names. */
  readonly cover: readonly Code[];
  readonly reserves: readonly Code[];
  readonly accepters: readonly Code[];
  readonly supporters: readonly Code[];
}

export interface BracketAssessment {
  readonly bracket: BracketId;
  readonly provision: ProvisionId;
  /** Every variant has an objector (rule C4). */
  readonly deadlocked: boolean;
  /** In the order of `rankVariants`; the landing zone is the leading ones without objectors. */
  readonly variants: readonly VariantAssessment[];
  readonly landingZone: readonly VariantId[];
}

/** Why a provision stands where it stands, as data; `renderer/i18n` has the words. Hardest first. */
export type Reason =
  | {
      readonly type: 'provision-objected';
      readonly by: readonly Code[];
      readonly independent: number;
      readonly cover: readonly Code[];
    }
  | {
      readonly type: 'bracket-deadlocked';
      readonly bracket: BracketId;
      readonly by: readonly Code[];
      readonly cover: readonly Code[];
    }
  | {
      readonly type: 'lone-objector';
      readonly bracket?: BracketId;
      readonly variant?: VariantId;
      readonly by: Code;
      readonly group: boolean;
    }
  | { readonly type: 'insisted-on'; readonly bracket: BracketId; readonly by: readonly Code[] }
  | { readonly type: 'reserved'; readonly by: readonly Code[] }
  | { readonly type: 'brackets-open'; readonly count: number }
  | { readonly type: 'landing-zone'; readonly bracket: BracketId; readonly variants: readonly VariantId[] }
  | { readonly type: 'keystone'; readonly dependants: number }
  | {
      readonly type: 'conditional';
      readonly by: Code;
      /** In free words; empty where `on` says it all. */
      readonly condition: string;
      readonly on?: { readonly bracket: BracketId; readonly variant: VariantId };
    }
  | { readonly type: 'implied-bracket'; readonly count: number }
  | { readonly type: 'open-since'; readonly at: number }
  | { readonly type: 'changed-since-ad-ref'; readonly at: number }
  | { readonly type: 'reopened-by-ruling'; readonly at: number };

export interface ProvisionAssessment {
  readonly provision: ProvisionId;
  readonly status: Status;
  readonly brackets: readonly BracketAssessment[];
  /** Delegations that cannot accept the provision, or a variant of a deadlocked bracket in it; sorted. */
  readonly objectors: readonly Code[];
  /** Fewest groups and single delegations that cover them (rule C5). */
  readonly independent: number;
  /** Delegations that await instructions on the provision, or on every variant of a bracket that none objects to; sorted. */
  readonly reserves: readonly Code[];
  /** Provisions that hang on this one through conditions, directly or not (rule C8). */
  readonly dependants: number;
  readonly reasons: readonly Reason[];
  /** Effective stance of every delegation that has one on the provision as a whole. */
  readonly stances: ReadonlyMap<Code, Stance>;
}

export interface Assessment {
  /** By provision, in reading order; headings and notes without brackets are left out. */
  readonly provisions: ReadonlyMap<ProvisionId, ProvisionAssessment>;
  /** Hardest first: the board's order (rule C9). Agreed ones come last. */
  readonly ranking: readonly ProvisionId[];
  readonly counts: Readonly<Record<Status, number>>;
  readonly openBrackets: number;
}
