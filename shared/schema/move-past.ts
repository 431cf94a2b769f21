import { blockEnd } from './block-end.ts';
import type { ProvisionId } from './ids.ts';
import type { Provision } from './provision.ts';

export type Way = 'up' | 'down';

/**
 * Behind what the provision at `at` stands once it has passed its neighbour with what stands under it, the neighbour's
 * too: `null` at the draft's beginning, `undefined` where there is nothing to pass. A paragraph passes a heading alone,
 * into the section behind or before it; a heading takes its section past the one before or behind.
 */
export function movedPast(
  provisions: readonly Pick<Provision, 'id' | 'kind' | 'level'>[],
  at: number,
  way: Way,
): ProvisionId | null | undefined {
  const self = provisions[at];
  if (self === undefined) return undefined;
  if (way === 'up') {
    const passed = passedUpwards(provisions.slice(0, at), self);
    return passed < 0 ? undefined : (provisions[passed - 1]?.id ?? null);
  }
  const endOf = (head: number) => blockEnd(head, provisions.length, (place) => provisions[place]!);
  const next = endOf(at);
  if (next === provisions.length) return undefined;
  const entersSection = self.kind !== 'heading' && provisions[next]!.kind === 'heading';
  return provisions[entersSection ? next : endOf(next) - 1]!.id;
}

/** The first place of what stands before and is passed, -1 where nothing is. */
function passedUpwards(
  before: readonly Pick<Provision, 'kind' | 'level'>[],
  self: Pick<Provision, 'kind' | 'level'>,
): number {
  const heading = before.findLastIndex(
    ({ kind, level }) => kind === 'heading' && (self.kind !== 'heading' || level <= self.level),
  );
  if (heading >= 0 && (self.kind === 'heading' || heading === before.length - 1)) return heading;
  if (before.length === 0) return -1;
  return Math.max(
    heading + 1,
    before.findLastIndex(({ level }) => level <= self.level),
  );
}
