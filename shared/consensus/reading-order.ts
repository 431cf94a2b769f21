import type { Bracket } from '../schema/bracket.ts';
import type { ProvisionId } from '../schema/ids.ts';
import type { DraftView } from './draft-view.ts';

/** By where they start; brackets without words in sight last, and those that start together by their ids. */
export function comparePlaces(a: Bracket, b: Bracket, draft: DraftView): number {
  const from = a.pieces[0];
  const to = b.pieces[0];
  if (from && to) {
    const apart = from.provision === to.provision ? 0 : draft.indexOf(from.provision) - draft.indexOf(to.provision);
    return apart || from.from - to.from || (a.id < b.id ? -1 : 1);
  }
  if (from || to) return from ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** Of several provisions the one that is read first. */
export function firstOf(places: readonly ProvisionId[], draft: DraftView): ProvisionId | undefined {
  let [home] = places;
  if (places.length < 2) return home;
  for (const place of places) if (home === undefined || draft.indexOf(place) < draft.indexOf(home)) home = place;
  return home;
}
