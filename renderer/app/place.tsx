import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { Span } from '../../shared/schema/bracket.ts';
import type { BracketId, ProvisionId } from '../../shared/schema/ids.ts';
import { invariant } from '../../shared/schema/result.ts';

export interface Place {
  readonly provision: ProvisionId | undefined;
  /** The innermost bracket at the caret. */
  readonly bracket: BracketId | undefined;
  /** All brackets round the caret, outer before inner. */
  readonly nest?: readonly BracketId[];
}

/** A wish to be taken somewhere; the view on screen follows it. Every wish is a new object. */
export interface Journey {
  readonly provision: ProvisionId;
  readonly bracket?: BracketId | undefined;
  /** Words of the provision to be shown selected. */
  readonly words?: { readonly from: number; readonly to: number };
}

interface PlaceKeeper {
  readonly place: Place;
  readonly journey: Journey | undefined;
  /** Where the reader's eye or caret is now; every view opens there. */
  keep(place: Place): void;
  goTo(provision: ProvisionId, bracket?: BracketId): void;
  goToWords(span: Span): void;
}

const PlaceContext = createContext<PlaceKeeper | undefined>(undefined);

/** The one place all views of a meeting share: the reader opens where the caret was, the draft where the board led. */
export function usePlace(): PlaceKeeper {
  const keeper = useContext(PlaceContext);
  invariant(keeper, 'a view stands in a meeting that keeps its place');
  return keeper;
}

export function PlaceProvider({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<Place>({ provision: undefined, bracket: undefined });
  const [journey, setJourney] = useState<Journey>();
  const acts = useMemo(() => {
    const keep = (next: Place) => setPlace((now) => (isSame(now, next) ? now : next));
    return {
      keep,
      goTo(provision: ProvisionId, bracket?: BracketId) {
        keep({ provision, bracket });
        setJourney({ provision, bracket });
      },
      goToWords({ provision, from, to }: Span) {
        keep({ provision, bracket: undefined });
        setJourney({ provision, words: { from, to } });
      },
    };
  }, []);
  const keeper = useMemo(() => ({ place, journey, ...acts }), [place, journey, acts]);
  return <PlaceContext.Provider value={keeper}>{children}</PlaceContext.Provider>;
}

function isSame(one: Place, other: Place): boolean {
  const [nest, others] = [one.nest ?? [], other.nest ?? []];
  return (
    one.provision === other.provision &&
    one.bracket === other.bracket &&
    nest.length === others.length &&
    nest.every((bracket, index) => bracket === others[index])
  );
}
