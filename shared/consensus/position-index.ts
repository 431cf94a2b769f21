import type { BracketId, Code } from '../schema/ids.ts';
import { targetKey, type Position, type TargetKey } from '../schema/position.ts';
import { positionKey } from '../positions/record.ts';

/** Positions by what they are about and by what they hang on. One a position key; a later one takes its place. */
export interface PositionIndex {
  records(key: TargetKey): ReadonlyMap<Code, readonly Position[]> | undefined;
  /** Targets of positions that hang on how this bracket ends. */
  hangingOn(bracket: BracketId): Iterable<TargetKey>;
  /** Replaces what is filed under `key` (see `positionKey`); `undefined` takes it out. Returns the targets touched. */
  file(key: string, position: Position | undefined): readonly TargetKey[];
  all(): Iterable<Position>;
}

export function indexPositions(positions: Iterable<Position>): PositionIndex {
  const filed = new Map<string, Position>();
  const byTarget = new Map<TargetKey, Map<Code, readonly Position[]>>();
  const hanging = new Map<BracketId, Map<TargetKey, number>>();

  const add = (position: Position): TargetKey => {
    const key = targetKey(position.target);
    let holders = byTarget.get(key);
    if (!holders) byTarget.set(key, (holders = new Map()));
    const list = holders.get(position.delegation);
    holders.set(position.delegation, list ? [...list, position] : [position]);
    if (position.conditionOn) {
      let targets = hanging.get(position.conditionOn.bracket);
      if (!targets) hanging.set(position.conditionOn.bracket, (targets = new Map()));
      targets.set(key, (targets.get(key) ?? 0) + 1);
    }
    return key;
  };

  const remove = (position: Position): TargetKey => {
    const key = targetKey(position.target);
    const holders = byTarget.get(key)!;
    const list = holders.get(position.delegation)!.filter((other) => other !== position);
    if (list.length > 0) holders.set(position.delegation, list);
    else holders.delete(position.delegation);
    if (holders.size === 0) byTarget.delete(key);
    if (position.conditionOn) {
      const targets = hanging.get(position.conditionOn.bracket)!;
      const left = targets.get(key)! - 1;
      if (left > 0) targets.set(key, left);
      else targets.delete(key);
    }
    return key;
  };

  const index: PositionIndex = {
    records: (key) => byTarget.get(key),
    hangingOn: (bracket) => hanging.get(bracket)?.keys() ?? [],
    file(key, position) {
      const before = filed.get(key);
      if (before === position) return [];
      const touched = new Set<TargetKey>();
      if (before) touched.add(remove(before));
      if (position) {
        filed.set(key, position);
        touched.add(add(position));
      } else filed.delete(key);
      return [...touched];
    },
    all: () => filed.values(),
  };
  for (const position of positions) {
    const key = positionKey(position);
    const before = filed.get(key);
    if (!before || position.at >= before.at) index.file(key, position);
  }
  return index;
}
