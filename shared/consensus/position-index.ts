import type { BracketId, Code, ProvisionId } from '../schema/ids.ts';
import { targetKey, type Position, type Target, type TargetKey, type VariantId } from '../schema/position.ts';

/** What a position is filed by: one a delegation, target, source and audience. */
export type PositionSlot = Pick<Position, 'delegation' | 'target' | 'source' | 'audience'>;

/** Positions by what they are about and by what they hang on. */
export interface PositionIndex {
  /** Records on exactly this target, in no order. */
  on(target: Target): readonly Position[];
  /** Targets of positions that hang on how this bracket ends. */
  hangingOn(bracket: BracketId): Iterable<Target>;
  /** Files a position in the place of the one before it. */
  file(position: Position): void;
  remove(slot: PositionSlot): void;
  all(): Iterable<Position>;
  /** Every code that ever filed one here. */
  readonly voices: ReadonlySet<Code>;
}

// Looked up by the ids themselves: a key made of them would have to be put together and hashed for every look-up, which
// costs more than all the rest of filing a position.

interface BracketRecords {
  readonly whole: Position[];
  readonly variants: Map<VariantId, Position[]>;
}

const NONE: readonly Position[] = [];

/** Files positions; of two for one slot the later one, of two at one moment the last given. */
export function indexPositions(positions: Iterable<Position>): PositionIndex {
  const onProvision = new Map<ProvisionId, Position[]>();
  const onBracket = new Map<BracketId, BracketRecords>();
  const hanging = new Map<BracketId, Map<TargetKey, { readonly target: Target; readonly count: number }>>();

  const voices = new Set<Code>();

  const find = (target: Target): readonly Position[] | undefined => {
    if (target.type === 'provision') return onProvision.get(target.provision);
    const records = onBracket.get(target.bracket);
    return target.type === 'bracket' ? records?.whole : records?.variants.get(target.variant);
  };
  const open = (target: Target): Position[] => {
    if (target.type === 'provision') return listIn(onProvision, target.provision);
    let records = onBracket.get(target.bracket);
    if (!records) onBracket.set(target.bracket, (records = { whole: [], variants: new Map() }));
    return target.type === 'bracket' ? records.whole : listIn(records.variants, target.variant);
  };
  const hang = ({ target, conditionOn }: Position, change: 1 | -1): void => {
    if (!conditionOn) return;
    let targets = hanging.get(conditionOn.bracket);
    if (!targets) hanging.set(conditionOn.bracket, (targets = new Map()));
    const key = targetKey(target);
    const count = (targets.get(key)?.count ?? 0) + change;
    if (count > 0) targets.set(key, { target, count });
    else targets.delete(key);
  };
  const put = (position: Position, unless?: (before: Position) => boolean): void => {
    const list = open(position.target);
    const at = placeIn(list, position);
    const before = list[at];
    if (before && unless?.(before)) return;
    if (before) hang(before, -1);
    if (before) list[at] = position;
    else {
      list.push(position);
      voices.add(position.delegation);
    }
    hang(position, 1);
  };

  for (const position of positions) put(position, (before) => before.at > position.at);
  return {
    voices,
    on: (target) => find(target) ?? NONE,
    *hangingOn(bracket) {
      for (const { target } of hanging.get(bracket)?.values() ?? []) yield target;
    },
    file: (position) => put(position),
    remove(slot) {
      const list = open(slot.target);
      const at = placeIn(list, slot);
      const before = list[at];
      if (!before) return;
      hang(before, -1);
      list.splice(at, 1);
    },
    *all() {
      for (const list of onProvision.values()) yield* list;
      for (const { whole, variants } of onBracket.values()) {
        yield* whole;
        for (const list of variants.values()) yield* list;
      }
    },
  };
}

function placeIn(list: readonly Position[], { delegation, source, audience }: PositionSlot): number {
  for (let at = 0; at < list.length; at++) {
    const other = list[at]!;
    if (other.delegation === delegation && other.source === source && other.audience === audience) return at;
  }
  return -1;
}

function listIn<Key>(lists: Map<Key, Position[]>, key: Key): Position[] {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = []));
  return list;
}
