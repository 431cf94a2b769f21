import type { Branded } from './ids.ts';
import type { TargetKey } from './position.ts';

/** A line along which a room may divide: lower-case letters, digits and hyphens, at most 32. */
export type TagId = Branded<'tag'>;

/** A line as the chair's list has it, in the meeting's profile. */
export interface IssueTag {
  readonly id: TagId;
  /** In the chair's words; absent for one of `SEED_TAGS`, which the interface has words for. */
  readonly name?: string;
}

/** The lines that decide meetings on small arms; what a meeting begins with. */
export const SEED_TAGS = [
  'licit-trade',
  'ammunition',
  'civilian-possession',
  'non-state-actors',
  'brokering',
  'human-rights',
  'follow-up',
  'mandatory-voluntary',
  'mass-destruction',
] as const satisfies readonly string[];

/**
 * That something is about an issue. `turned`: whoever wants its words stands on the other side, as with words that leave
 * the issue out, or make voluntary what others want mandatory.
 */
export interface TagMark {
  readonly tag: TagId;
  readonly turned?: boolean;
}

/** What carries which tags: provisions and brackets, variants of a choice among them. */
export type Tagging = ReadonlyMap<TargetKey, readonly TagMark[]>;

const TAG = /^[a-z][a-z0-9-]{0,31}$/;

/** Whether `text` can be a tag's id. */
export function isTagId(text: string): text is TagId {
  return TAG.test(text);
}
