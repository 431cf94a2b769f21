import type { Naming } from '../../brackets/notation.ts';
import type { ReadUnit } from '../../brackets/reading/drawn.ts';
import type { Named, ReadBrackets, TargetOf } from '../../brackets/reading/read-brackets.ts';
import type { ProvisionId } from '../../schema/ids.ts';
import { pushTo } from '../../schema/push-to.ts';

export interface ShapeReading {
  readonly units: readonly ReadUnit[];
  read(targetOf?: TargetOf): ReadBrackets;
  /** What the provisions are called in print, with brackets read like this. */
  nameIn(brackets: ReadBrackets): Naming;
}

const LIKE_SHAPE = /\[(?:MOVE|SPLIT|JOIN)\b/u;
/** Names hang on the words, and words on which proposals are read: the second reading settles nearly always. */
const READINGS = 4;

/**
 * Reads brackets with the proposals about the draft's shape among them (rule B22). What one names is looked up as print
 * calls it, in the same family first; one is read only where it would be printed again as it stands, so that print, read
 * and print give the same characters.
 */
export function readWithShapes(text: string, how: ShapeReading): ReadBrackets {
  if (!LIKE_SHAPE.test(text)) return how.read();
  const { units } = how;
  const refused = new Set<string>();
  const keyOf = ({ unit, offset }: Named) => `${unit} ${offset}`;
  let found = how.read(({ unit }) => units[unit]!.provision);
  for (let reading = 1; reading < READINGS; reading += 1) {
    const targetOf = targetsIn(units, how.nameIn(found));
    found = how.read((named) => (refused.has(keyOf(named)) ? undefined : targetOf(named)));
    const name = how.nameIn(found);
    const wrong = found.brackets.filter(({ id, goesTo }) => {
      const named = found.named.get(id);
      return named !== undefined && (!goesTo || name(goesTo) !== named.target);
    });
    if (wrong.length === 0) return found;
    for (const { id } of wrong) refused.add(keyOf(found.named.get(id)!));
  }
  return how.read(() => undefined);
}

/** Provisions by what print calls them. Of several by one name the only one of the same family is meant. */
function targetsIn(units: readonly ReadUnit[], name: Naming): TargetOf {
  const called = new Map<string, number[]>();
  units.forEach(({ provision }, unit) => pushTo(called, name(provision), unit));
  const only = (found: readonly number[]): ProvisionId | undefined =>
    found.length === 1 ? units[found[0]!]!.provision : undefined;
  return ({ target, unit }) => {
    const all = called.get(target) ?? [];
    const near = all.filter((each) => units[each]!.family === units[unit]!.family);
    return only(near) ?? only(all);
  };
}
