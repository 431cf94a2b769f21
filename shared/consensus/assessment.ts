import type { BracketId, Code, ProvisionId } from '../schema/ids.ts';
import type { Stance, VariantId } from '../schema/position.ts';

/** Statuses in the order in which they are decided (rules C3 to C8). */
export const STATUSES = ['agreed', 'reopened', 'blocked', 'reserved', 'open', 'ready'] as const;
export type Status = (typeof STATUSES)[number];

/** Who stands how on one variant of a bracket. Codes are sorted; `objectors` with their groups' sources resolved. */
export interface VariantAssessment {
  readonly variant: VariantId;
  readonly objectors: readonly Code[];
  /** Fewest groups and single delegations that cover the objectors (rule C5); exact. */
  readonly independent: number;
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
  | { readonly type: 'provision-objected'; readonly by: readonly Code[]; readonly independent: number }
  | { readonly type: 'bracket-deadlocked'; readonly bracket: BracketId; readonly by: readonly Code[] }
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
  | { readonly type: 'conditional'; readonly by: Code; readonly condition: string }
  | { readonly type: 'implied-bracket'; readonly count: number }
  | { readonly type: 'open-since'; readonly at: number }
  | { readonly type: 'changed-since-ad-ref'; readonly at: number };

export interface ProvisionAssessment {
  readonly provision: ProvisionId;
  readonly status: Status;
  readonly brackets: readonly BracketAssessment[];
  /** Delegations that cannot accept something here, the provision or every variant of a bracket; sorted. */
  readonly objectors: readonly Code[];
  readonly reserves: readonly Code[];
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
