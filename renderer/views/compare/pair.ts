import type { Comparable } from '../../../shared/revisions/compare/comparison.ts';
import type { Revision } from '../../session/contract.ts';

/** A revision by its number, or the live text. */
export type StateKey = number | 'live';

/** Which two states are compared, and how. Kept by whoever shows the view, so that another view does not lose it. */
export interface Pair {
  readonly from?: StateKey | undefined;
  readonly to?: StateKey | undefined;
  readonly beside?: boolean;
}

/** A state of the text that one may choose. */
export interface State extends Comparable {
  readonly key: StateKey;
  /** `Rev.1`; the live text has none. */
  readonly name?: string;
  /** When it was published; the live text is of now. */
  readonly at?: number;
}

/** What may be compared: the revisions by number, then the live text for whoever may read it. */
export function statesOf(revisions: readonly Revision[], live: State | undefined): readonly State[] {
  return [...revisions.map((revision) => ({ key: revision.number, ...revision })), ...(live ? [live] : [])];
}

/**
 * The two that are shown: those that were chosen, else the last two, or the chosen one with the last behind it; the very
 * last one is compared with the one before. Never one and the same.
 */
export function chosenOf(
  states: readonly State[],
  { from, to }: Pair,
): { readonly from: State; readonly to: State } | undefined {
  const start = states.findIndex(({ key }) => key === from);
  const end = states.findIndex(({ key }) => key === to);
  const last = states.length - 1;
  const later = end >= 0 ? end : last;
  const earlier = start >= 0 && start !== later ? start : later > 0 ? later - 1 : last;
  const [one, other] = [states[earlier], states[later]];
  return one && other && one !== other ? { from: one, to: other } : undefined;
}
