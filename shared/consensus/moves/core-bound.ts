import type { ChoiceProblem } from './solve-choices.ts';

// A lower bound from contradictions, as solvers for maximum satisfiability find them. Suppose that nothing is spent beyond
// what every table costs at least. Values that a table then allows with nothing the others still may take are out, and so
// on. If, whatever one variable is given, some variable is left without values, the tables that this took cannot all be
// had for nothing: one unit is spent among them. They form a core. A table's costs are layers of one unit, so the tables
// of a core give a layer each, and the search goes on with what is left. Cores do not overlap, so their units add up.

/** What may be spent on finding cores, in combinations of values looked at; shared by all who draw on it. */
export interface Effort {
  left: number;
}

/**
 * A number that no solution costs less than; stops at `enough`, or when the effort is spent. `thorough`: looks for the
 * smallest core each time, which leaves more for the next, and takes as many times longer as there are variables.
 */
export function coreBound(
  { sizes, tables }: ChoiceProblem,
  enough: number,
  { effort, thorough }: { readonly effort: Effort; readonly thorough: boolean },
): number {
  const spent = tables.map(({ costs }) => Math.min(...costs));
  let bound = spent.reduce((sum, least) => sum + least, 0);
  const first: number[] = [];
  let values = 0;
  for (const size of sizes) {
    first.push(values);
    values += size;
  }
  const bearing = sizes.map((): number[] => []);
  tables.forEach(({ scope }, table) => {
    for (const variable of scope) bearing[variable]!.push(table);
  });

  /** By value, all variables' values counted through: when it went out, -1 while it is in; and the table that took it. */
  const when = new Int32Array(values);
  const why = new Int32Array(values);
  const left = new Int32Array(sizes.length);
  const queue: number[] = [];
  const queued = new Uint8Array(tables.length);
  const supported = new Uint8Array(values);
  let clock = 0;

  /** Takes a value out; false where it was its variable's last. */
  const strike = (variable: number, value: number, table: number): boolean => {
    const at = first[variable]! + value;
    when[at] = clock++;
    why[at] = table;
    for (const other of bearing[variable]!) {
      if (queued[other]) continue;
      queued[other] = 1;
      queue.push(other);
    }
    return --left[variable]! > 0;
  };

  /** Strikes what a table allows with nothing that is left; gives a variable without values. */
  const revise = (table: number): number => {
    const { scope, costs } = tables[table]!;
    const most = spent[table]!;
    effort.left -= costs.length;
    for (const variable of scope) supported.fill(0, first[variable]!, first[variable]! + sizes[variable]!);
    for (let entry = 0; entry < costs.length; entry++) {
      if (costs[entry]! > most || !isLeft(scope, entry)) continue;
      let rest = entry;
      for (let at = scope.length - 1; at >= 0; at--) {
        const variable = scope[at]!;
        supported[first[variable]! + (rest % sizes[variable]!)] = 1;
        rest = Math.floor(rest / sizes[variable]!);
      }
    }
    for (const variable of scope) {
      for (let value = 0; value < sizes[variable]!; value++) {
        const at = first[variable]! + value;
        if (when[at]! < 0 && !supported[at] && !strike(variable, value, table)) return variable;
      }
    }
    return -1;
  };
  const isLeft = (scope: readonly number[], entry: number): boolean => {
    for (let at = scope.length - 1; at >= 0; at--) {
      const variable = scope[at]!;
      if (when[first[variable]! + (entry % sizes[variable]!)]! >= 0) return false;
      entry = Math.floor(entry / sizes[variable]!);
    }
    return true;
  };

  /** The tables it takes to leave nothing when `variable` is given `value`, or is not given any (-1); else undefined. */
  const refute = (variable: number, value: number): ReadonlySet<number> | undefined => {
    when.fill(-1);
    left.set(sizes);
    queue.length = 0;
    queued.fill(0);
    clock = 0;
    if (value < 0) {
      for (let table = 0; table < tables.length; table++) queue.push(table);
      queued.fill(1);
    } else {
      for (let other = 0; other < sizes[variable]!; other++) if (other !== value) strike(variable, other, -1);
    }
    for (let next = 0; next < queue.length; next++) {
      queued[queue[next]!] = 0;
      const empty = revise(queue[next]!);
      if (empty >= 0) return explain(empty);
    }
    return undefined;
  };

  const explain = (empty: number): ReadonlySet<number> => {
    const core = new Set<number>();
    const open: number[] = [];
    const seen = new Set<number>();
    const ask = (at: number): void => {
      if (!seen.has(at)) open.push(at);
      seen.add(at);
    };
    for (let value = 0; value < sizes[empty]!; value++) ask(first[empty]! + value);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const table = why[at]!;
      if (table < 0) continue;
      core.add(table);
      const { scope, costs } = tables[table]!;
      for (let entry = 0; entry < costs.length; entry++) {
        if (costs[entry]! > spent[table]!) continue;
        // An entry with the value that the table would allow: it is out for a value that went out before.
        let rest = entry;
        let before = -1;
        let holds = false;
        for (let place = scope.length - 1; place >= 0; place--) {
          const variable = scope[place]!;
          const other = first[variable]! + (rest % sizes[variable]!);
          rest = Math.floor(rest / sizes[variable]!);
          if (other === at) holds = true;
          else if (when[other]! >= 0 && when[other]! < when[at]! && (before < 0 || seen.has(other))) before = other;
        }
        if (holds && before >= 0) ask(before);
      }
    }
    return core;
  };

  const refuteAll = (variable: number, most: number): ReadonlySet<number> | undefined => {
    const core = new Set<number>();
    for (let value = 0; value < sizes[variable]!; value++) {
      const tablesTaken = refute(variable, value);
      if (!tablesTaken) return undefined;
      for (const table of tablesTaken) core.add(table);
      if (core.size >= most) return undefined;
    }
    return core;
  };

  const byBearing = [...sizes.keys()].sort((a, b) => bearing[b]!.length - bearing[a]!.length);
  const findCore = (): ReadonlySet<number> | undefined => {
    const forced = refute(-1, -1);
    if (forced) return forced;
    let smallest: ReadonlySet<number> | undefined;
    for (const variable of byBearing) {
      if (effort.left <= 0) break;
      smallest = refuteAll(variable, smallest?.size ?? Infinity) ?? smallest;
      if (smallest && !thorough) break;
    }
    return smallest;
  };

  while (bound < enough && effort.left > 0) {
    const core = findCore();
    if (!core) break;
    bound++;
    for (const table of core) spent[table]!++;
  }
  return bound;
}
