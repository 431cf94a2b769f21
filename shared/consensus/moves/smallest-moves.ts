import type { BracketId } from '../../schema/ids.ts';
import { invariant } from '../../schema/result.ts';
import type { Choice, MoveModel, Promise, RedLine, Slate } from './red-lines.ts';
import { solveChoices, type ChoiceBudget, type CostTable } from './solve-choices.ts';
import { pushTo } from '../../schema/push-to.ts';

// One wording for each open bracket, so that as few red lines as possible are crossed. A red line under a condition binds
// two brackets together; brackets that nothing binds, directly or through others, are worked out by themselves, and what
// is smallest for each part is smallest for the whole.

/** A way to close the brackets of one part. */
export interface Moves {
  readonly choices: readonly Choice[];
  /** Red lines crossed: who would have to move, and where. */
  readonly crossed: readonly RedLine[];
  /** Red lines that end because their condition is met. */
  readonly lifted: readonly RedLine[];
  /** Support and acceptance that come because their condition is met. */
  readonly kept: readonly Promise[];
}

/** Brackets that hang together, and the smallest ways to close them. */
export interface MovePart {
  readonly brackets: readonly BracketId[];
  /** Red lines crossed by each of `solutions`. */
  readonly cost: number;
  /** No way crosses fewer; equal to `cost` where that is proven. */
  readonly bound: number;
  readonly solutions: readonly Moves[];
  /** All smallest ways are listed. */
  readonly complete: boolean;
}

export interface SmallestMoves {
  /** Parts in which something stands against something, in reading order. */
  readonly parts: readonly MovePart[];
  /** Brackets that can be closed without anybody moving, and with nothing hanging on them. */
  readonly free: readonly BracketId[];
  /** Red lines on provisions as they stand, which no choice of wording ends. */
  readonly standing: readonly RedLine[];
  /** Of all parts and `standing` together. */
  readonly cost: number;
  readonly bound: number;
}

/** What an answer may cost at most; a part that needs more gives its best and its bound. */
export const MOVE_BUDGET: ChoiceBudget = { solutions: 20, toil: 25_000_000, entries: 1 << 16 };

/** The smallest set of moves (rule C15): exact, part by part, with every smallest way up to the budget. */
export function smallestMoves(model: MoveModel, budget: ChoiceBudget = MOVE_BUDGET): SmallestMoves {
  const slates = new Map(model.slates.map((slate) => [slate.bracket, slate]));
  const isStanding = ({ on, unless }: RedLine) => 'provision' in on && !unless;
  const standing = model.redLines.filter(isStanding);
  const binding = model.redLines.filter((line) => !isStanding(line));
  const touching = groupLines(binding, model.promises);
  const parts: MovePart[] = [];
  const free: BracketId[] = [];
  for (const brackets of connected(model.slates, binding)) {
    const touched = brackets.filter((id) => touching.has(id));
    if (touched.length === 0) free.push(...brackets);
    else parts.push(solvePart(brackets, slates, touching, budget));
  }
  const sum = (of: (part: MovePart) => number) => parts.reduce((total, part) => total + of(part), standing.length);
  return { parts, free, standing, cost: sum(({ cost }) => cost), bound: sum(({ bound }) => bound) };
}

/** What a bracket is named in. */
interface Touching {
  readonly lines: RedLine[];
  readonly promises: Promise[];
}

function groupLines(lines: readonly RedLine[], promises: readonly Promise[]): ReadonlyMap<BracketId, Touching> {
  const touching = new Map<BracketId, Touching>();
  const at = (id: BracketId): Touching => {
    let found = touching.get(id);
    if (!found) touching.set(id, (found = { lines: [], promises: [] }));
    return found;
  };
  for (const line of lines) for (const id of bracketsOf(line)) at(id).lines.push(line);
  for (const promise of promises) at(promise.when.bracket).promises.push(promise);
  return touching;
}

function bracketsOf({ on, unless }: RedLine): ReadonlySet<BracketId> {
  const ids = new Set<BracketId>();
  if ('bracket' in on) ids.add(on.bracket);
  if (unless) ids.add(unless.bracket);
  return ids;
}

/** Brackets in sets that no red line binds to one another; in reading order. */
function connected(slates: readonly Slate[], lines: readonly RedLine[]): readonly (readonly BracketId[])[] {
  const parent = new Map(slates.map(({ bracket }) => [bracket, bracket]));
  const rootOf = (id: BracketId): BracketId => {
    let root = id;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next;
    parent.set(id, root);
    return root;
  };
  for (const line of lines) {
    const [first, ...others] = bracketsOf(line);
    for (const other of others) if (first) parent.set(rootOf(other), rootOf(first));
  }
  const sets = new Map<BracketId, BracketId[]>();
  for (const { bracket } of slates) pushTo(sets, rootOf(bracket), bracket);
  return [...sets.values()];
}

function solvePart(
  brackets: readonly BracketId[],
  slates: ReadonlyMap<BracketId, Slate>,
  touching: ReadonlyMap<BracketId, Touching>,
  budget: ChoiceBudget,
): MovePart {
  const variable = new Map(brackets.map((id, at) => [id, at]));
  const variants = brackets.map((id) => slates.get(id)!.variants);
  const lines = [...new Set(brackets.flatMap((id) => touching.get(id)?.lines ?? []))];
  const promises = brackets.flatMap((id) => touching.get(id)?.promises ?? []);
  const sizes = variants.map(({ length }) => length);
  const tables = lines.map((line) => tableOf(line, variable, variants));
  const answer = solveChoices({ sizes, tables: merge(tables) }, budget);
  const solutions = answer.solutions.map((choice): Moves => {
    const chosen = new Map(brackets.map((id, at) => [id, variants[at]![choice[at]!]!]));
    const isChosen = ({ bracket, variant }: Choice) => chosen.get(bracket) === variant;
    const against = lines.filter(({ on }) => 'provision' in on || isChosen(on));
    return {
      choices: [...chosen].map(([bracket, variant]) => ({ bracket, variant })),
      crossed: against.filter(({ unless }) => !unless || !isChosen(unless)),
      lifted: against.filter(({ unless }) => unless && isChosen(unless)),
      kept: promises.filter(({ when }) => isChosen(when)),
    };
  });
  for (const { crossed } of solutions) invariant(crossed.length === answer.cost, 'a solution crosses what it costs');
  return { brackets, cost: answer.cost, bound: answer.bound, solutions, complete: answer.complete };
}

/** 1 where the red line is crossed: its wording is chosen, and not the one that would lift it. */
function tableOf(
  { on, unless }: RedLine,
  variable: ReadonlyMap<BracketId, number>,
  variants: readonly (readonly string[])[],
): CostTable {
  const at = 'bracket' in on ? variable.get(on.bracket)! : undefined;
  const against = at === undefined || !('bracket' in on) ? undefined : variants[at]!.indexOf(on.variant);
  const by = unless && variable.get(unless.bracket)!;
  const lifting = unless && by !== undefined ? variants[by]!.indexOf(unless.variant) : undefined;
  const crossed = (first: number | undefined, second: number | undefined) =>
    (against === undefined || first === against) && (lifting === undefined || second !== lifting) ? 1 : 0;
  if (at !== undefined && by !== undefined && at !== by) {
    const scope = at < by ? [at, by] : [by, at];
    const costs: number[] = [];
    for (let a = 0; a < variants[scope[0]!]!.length; a++) {
      for (let b = 0; b < variants[scope[1]!]!.length; b++) costs.push(at < by ? crossed(a, b) : crossed(b, a));
    }
    return { scope, costs: Float64Array.from(costs) };
  }
  const only = (at ?? by)!;
  return { scope: [only], costs: Float64Array.from(variants[only]!, (_, value) => crossed(value, value)) };
}

/** Tables over the same brackets as one. */
function merge(tables: readonly CostTable[]): readonly CostTable[] {
  const merged = new Map<string, CostTable>();
  for (const table of tables) {
    const key = table.scope.join();
    const before = merged.get(key);
    if (!before) merged.set(key, { scope: table.scope, costs: table.costs.slice() });
    else table.costs.forEach((cost, at) => (before.costs[at]! += cost));
  }
  return [...merged.values()];
}
