import type { Code } from '../../schema/ids.ts';
import type { Taken } from './slots-taken.ts';

/**
 * That a delegation might object too if the lone objector moved: an inference from what both have said elsewhere, never
 * something that anybody said. For the chair alone, marked as an inference, and off by default (rule C23).
 */
export interface Inference {
  readonly inferred: true;
  readonly on: Taken['target'];
  /** Who alone objects. */
  readonly objector: Code;
  /** Who is silent here and objects elsewhere with it. */
  readonly silent: Code;
  /** Other things on which the lone objector objects, and on how many of them both do. */
  readonly objections: number;
  readonly shared: number;
  /** (shared + 1) / (objections + 2): how often they go together, drawn towards a half while little is known. */
  readonly likelihood: number;
}

/** Fewer shared objections say nothing. */
const SHARED = 3;
/** Below this it is more likely that the silent one would stay silent. */
const LIKELY = 0.5;

/**
 * Who may be hiding behind a lone objector, in the order of the draft, then by code: delegations are not ranked. Whoever has any stance on the
 * thing itself, a reserve included, does not hide. Call it for the chair only, and only where the chair has turned it on.
 */
export function hidingBehind(slots: readonly Taken[]): readonly Inference[] {
  const objections = new Map<Code, Set<number>>();
  slots.forEach(({ against }, at) => {
    for (const code of against) {
      const set = objections.get(code);
      if (set) set.add(at);
      else objections.set(code, new Set([at]));
    }
  });
  const found: Inference[] = [];
  slots.forEach(({ target, favour, against, undecided }, at) => {
    const [objector, ...others] = against;
    if (objector === undefined || others.length > 0) return;
    const heard = new Set([objector, ...favour, ...undecided]);
    const elsewhere = [...objections.get(objector)!].filter((other) => other !== at);
    for (const silent of [...objections.keys()].sort()) {
      if (heard.has(silent)) continue;
      const theirs = objections.get(silent)!;
      const shared = elsewhere.filter((other) => theirs.has(other)).length;
      const likelihood = (shared + 1) / (elsewhere.length + 2);
      if (shared < SHARED || likelihood < LIKELY) continue;
      found.push({
        inferred: true,
        on: target,
        objector,
        silent,
        objections: elsewhere.length,
        shared,
        likelihood,
      });
    }
  });
  return found;
}
