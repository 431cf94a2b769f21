import type { Place } from '../../../shared/sync/contract.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import { cutsPair } from '../../../shared/sync/writing/words.ts';
import type { Alphabet } from '../alphabet.ts';
import { characters } from '../ledger.ts';
import type { Ledger } from '../ledger.ts';
import type { Commands, RoomPeer } from '../peer.ts';

/** What an operation is given: the peer it is done at, chance, and what is known of the run. */
export interface Turn {
  readonly peer: RoomPeer;
  readonly session: string;
  readonly commands: Commands;
  readonly random: () => number;
  readonly alphabet: Alphabet;
  readonly ledger: Ledger;
  /** What gives way to what is being composed. */
  readonly selected: Set<string>;
}

/** What was done, in words, and which characters it may have taken away or put in. */
export interface Done {
  readonly what: string;
  readonly mayErase: ReadonlySet<string>;
  readonly wrote?: string;
  /** Undo and redo: held to other rules. */
  readonly isUndo?: boolean;
}

export type Operation = (turn: Turn) => Done | undefined;

export const NOTHING: ReadonlySet<string> = new Set();

export const pick = <Each>(list: readonly Each[], random: () => number): Each | undefined =>
  list[Math.floor(random() * list.length)];

export const isDrafting = ({ peer }: Turn): boolean => peer.hand.mode === 'draft';

export function somePlace({ peer, random }: Turn): Place | undefined {
  const provision = pick(peer.replica.read().provisions, random);
  if (provision === undefined) return undefined;
  const { text, id } = provision;
  const edges = peer.replica.bracketsIn(id).flatMap(({ pieces }) => pieces.flatMap(({ from, to }) => [from, to]));
  const chance = random();
  let offset = Math.floor(random() * (text.length + 1));
  if (chance < 0.3 && edges.length > 0) offset = Math.min(pick(edges, random)!, text.length);
  else if (chance < 0.4) offset = 0;
  else if (chance < 0.5) offset = text.length;
  return { provision: id, offset: cutsPair(text, offset) ? offset + 1 : offset };
}

export function someSpan(
  turn: Turn,
  longest: number,
): { provision: ProvisionId; from: number; to: number } | undefined {
  const place = somePlace(turn);
  if (place === undefined) return undefined;
  const text = turn.peer.replica.provision(place.provision)!.text;
  let to = Math.min(text.length, place.offset + 1 + Math.floor(turn.random() * longest));
  if (cutsPair(text, to)) to += 1;
  return to === place.offset ? undefined : { provision: place.provision, from: place.offset, to };
}

export const say = (place: Place): string => `${place.provision}@${place.offset}`;

/** Of the characters in spans, those the peer may take away: all when drafting, its own when proposing. */
export function erasable(
  turn: Turn,
  spans: readonly { provision: ProvisionId; from: number; to: number }[],
): Set<string> {
  const { peer, ledger } = turn;
  const all = spans.flatMap(({ provision, from, to }) =>
    characters(peer.replica.provision(provision)!.text.slice(from, to)),
  );
  return new Set(all.filter((each) => isDrafting(turn) || ledger.authorOf(each) === peer.hand.code));
}
