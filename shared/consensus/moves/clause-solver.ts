// Conflict-driven clause learning, as solvers for satisfiability do it: choose, follow what is forced, and where that ends
// in a contradiction, learn the clause that says why and go back to where it would have mattered. Clauses watch two of their
// literals. A variable is chosen by how often it was in contradictions of late, and given the value that it had last.

/** A variable times two, plus one where it is denied. */
export type Literal = number;

export function not(literal: Literal): Literal {
  return literal ^ 1;
}

/** What may be spent, in clauses looked at; shared by all who draw on it. */
export interface Toil {
  left: number;
}

/** `core`: assumptions that cannot all hold. `spent`: the toil was used up. */
export type Verdict =
  | { readonly type: 'model' }
  | { readonly type: 'core'; readonly core: readonly Literal[] }
  | { readonly type: 'spent' };

/** Clauses over variables, to which more are added between the questions. */
export class ClauseSolver {
  readonly #toil: Toil;
  #least = 0;
  /** By literal: the clauses that watch it. */
  readonly #watches: Clause[][] = [];
  /** By variable: 1 true, -1 false, 0 open. */
  #values = new Int8Array(0);
  #phases = new Int8Array(0);
  #levels = new Int32Array(0);
  #activity = new Float64Array(0);
  #seen = new Uint8Array(0);
  readonly #reasons: (Clause | undefined)[] = [];
  readonly #trail: Literal[] = [];
  readonly #limits: number[] = [];
  #head = 0;
  #learnt: Clause[] = [];
  #bump = 1;
  #broken = false;
  #count = 0;
  readonly #heap: number[] = [];
  #places = new Int32Array(0);

  constructor(toil: Toil) {
    this.#toil = toil;
  }

  /** A new variable, as the literal that affirms it. It is first tried as denied. */
  variable(): Literal {
    const at = this.#count++;
    if (at >= this.#values.length) this.#grow(Math.max(64, 2 * at));
    this.#watches.push([], []);
    this.#reasons.push(undefined);
    this.#phases[at] = -1;
    this.#places[at] = -1;
    this.#insert(at);
    return 2 * at;
  }

  /** Adds a clause; only between questions. */
  add(literals: readonly Literal[]): void {
    this.#back(0);
    const kept = [...new Set(literals)].filter((literal) => this.#value(literal) >= 0);
    if (kept.some((literal) => this.#value(literal) > 0 || kept.includes(not(literal)))) return;
    if (kept.length === 0) this.#broken = true;
    else if (kept.length === 1) {
      this.#assign(kept[0]!, undefined);
      if (this.#propagate()) this.#broken = true;
    } else this.#attach({ literals: kept, activity: 0 });
  }

  /** Whether the last model affirms a literal. */
  holds(literal: Literal): boolean {
    return this.#phases[literal >> 1]! > 0 === ((literal & 1) === 0);
  }

  /** Looks for values under which all clauses and all assumptions hold, with so much toil at most. */
  solve(assumptions: readonly Literal[], most: number): Verdict {
    this.#back(0);
    this.#least = Math.max(0, this.#toil.left - most);
    if (this.#broken) return { type: 'core', core: [] };
    for (let round = 1; ; round++) {
      const verdict = this.#search(assumptions, 100 * luby(round));
      if (!verdict) continue;
      this.#back(0);
      return verdict;
    }
  }

  /** Until an answer, or until so many contradictions were met. */
  #search(assumptions: readonly Literal[], most: number): Verdict | undefined {
    for (let conflicts = 0; ;) {
      const clash = this.#propagate();
      if (this.#toil.left <= this.#least) return { type: 'spent' };
      if (clash) {
        conflicts++;
        if (this.#limits.length === 0) {
          this.#broken = true;
          return { type: 'core', core: [] };
        }
        this.#learn(clash);
        continue;
      }
      if (conflicts >= most) {
        this.#back(0);
        if (this.#learnt.length > 2000 + this.#count) this.#forget();
        return undefined;
      }
      let next: Literal | undefined;
      while (this.#limits.length < assumptions.length) {
        const wanted = assumptions[this.#limits.length]!;
        const value = this.#value(wanted);
        if (value < 0) return { type: 'core', core: this.#blame(wanted, assumptions) };
        if (value === 0) {
          next = wanted;
          break;
        }
        this.#limits.push(this.#trail.length);
      }
      next ??= this.#choose();
      if (next === undefined) return { type: 'model' };
      this.#limits.push(this.#trail.length);
      this.#assign(next, undefined);
    }
  }

  #value(literal: Literal): number {
    return literal & 1 ? -this.#values[literal >> 1]! : this.#values[literal >> 1]!;
  }

  #assign(literal: Literal, reason: Clause | undefined): void {
    const at = literal >> 1;
    this.#values[at] = literal & 1 ? -1 : 1;
    this.#phases[at] = this.#values[at]!;
    this.#levels[at] = this.#limits.length;
    this.#reasons[at] = reason;
    this.#trail.push(literal);
  }

  #attach(clause: Clause): void {
    this.#watches[clause.literals[0]!]!.push(clause);
    this.#watches[clause.literals[1]!]!.push(clause);
  }

  /** Follows what is forced; gives a clause that cannot hold. */
  #propagate(): Clause | undefined {
    while (this.#head < this.#trail.length) {
      const denied = not(this.#trail[this.#head++]!);
      const watching = this.#watches[denied]!;
      let kept = 0;
      for (let at = 0; at < watching.length; at++) {
        const clause = watching[at]!;
        this.#toil.left--;
        const { literals } = clause;
        if (clause.gone) continue;
        if (literals[0] === denied) {
          literals[0] = literals[1]!;
          literals[1] = denied;
        }
        if (this.#value(literals[0]!) > 0) {
          watching[kept++] = clause;
          continue;
        }
        let other = 2;
        while (other < literals.length && this.#value(literals[other]!) < 0) other++;
        if (other < literals.length) {
          literals[1] = literals[other]!;
          literals[other] = denied;
          this.#watches[literals[1]]!.push(clause);
          continue;
        }
        watching[kept++] = clause;
        if (this.#value(literals[0]!) < 0) {
          while (++at < watching.length) watching[kept++] = watching[at]!;
          watching.length = kept;
          this.#head = this.#trail.length;
          return clause;
        }
        this.#assign(literals[0]!, clause);
      }
      watching.length = kept;
    }
    return undefined;
  }

  /** Learns why a clause cannot hold, from the last choice that had part in it, and goes back to where it would have told. */
  #learn(clash: Clause): void {
    const learnt: Literal[] = [0];
    const marked: number[] = [];
    let open = 0;
    let place = this.#trail.length;
    let literal = -1;
    for (let clause: Clause | undefined = clash; ;) {
      if (clause) {
        clause.activity += this.#bump;
        for (const other of clause.literals) {
          const at = other >> 1;
          if (other === literal || this.#seen[at] || this.#levels[at] === 0) continue;
          this.#seen[at] = 1;
          marked.push(at);
          this.#raise(at);
          if (this.#levels[at] === this.#limits.length) open++;
          else learnt.push(other);
        }
      }
      do literal = this.#trail[--place]!;
      while (!this.#seen[literal >> 1]);
      if (--open === 0) break;
      clause = this.#reasons[literal >> 1];
    }
    learnt[0] = not(literal);
    // What follows from the others of the clause need not be said.
    const short = learnt.filter((other, at) => at === 0 || !this.#follows(other));
    for (const at of marked) this.#seen[at] = 0;
    let level = 0;
    for (let at = 1; at < short.length; at++) {
      if (this.#levels[short[at]! >> 1]! <= level) continue;
      level = this.#levels[short[at]! >> 1]!;
      [short[1], short[at]] = [short[at]!, short[1]!];
    }
    this.#back(level);
    this.#bump *= 1.0526;
    if (short.length === 1) this.#assign(short[0]!, undefined);
    else {
      const clause: Clause = { literals: short, activity: this.#bump };
      this.#attach(clause);
      this.#learnt.push(clause);
      this.#assign(short[0]!, clause);
    }
    if (this.#bump > 1e100) this.#rescale();
  }

  #follows(literal: Literal): boolean {
    const reason = this.#reasons[literal >> 1];
    if (!reason) return false;
    return reason.literals.every(
      (other) => other >> 1 === literal >> 1 || this.#seen[other >> 1] === 1 || this.#levels[other >> 1] === 0,
    );
  }

  /** The assumptions that deny `wanted`, and itself. */
  #blame(wanted: Literal, assumptions: readonly Literal[]): readonly Literal[] {
    const assumed = new Set(assumptions);
    const core = [wanted];
    const asked = new Uint8Array(this.#count);
    asked[wanted >> 1] = 1;
    for (let place = this.#trail.length - 1; place >= 0; place--) {
      const literal = this.#trail[place]!;
      const at = literal >> 1;
      if (!asked[at] || this.#levels[at] === 0) continue;
      const reason = this.#reasons[at];
      if (reason) for (const other of reason.literals) asked[other >> 1] = 1;
      else if (assumed.has(literal) && literal !== wanted) core.push(literal);
    }
    return core;
  }

  #back(level: number): void {
    if (this.#limits.length <= level) return;
    const from = this.#limits[level]!;
    for (let place = this.#trail.length - 1; place >= from; place--) {
      const at = this.#trail[place]! >> 1;
      this.#values[at] = 0;
      this.#reasons[at] = undefined;
      if (this.#places[at]! < 0) this.#insert(at);
    }
    this.#trail.length = from;
    this.#limits.length = level;
    this.#head = from;
  }

  /** Drops the half of what was learnt that was least in use. */
  #forget(): void {
    const held = new Set(this.#reasons);
    const sorted = this.#learnt.sort((a, b) => b.activity - a.activity);
    const half = sorted.length >> 1;
    this.#learnt = sorted.filter((clause, at) => {
      if (at < half || clause.literals.length === 2 || held.has(clause)) return true;
      clause.gone = true;
      return false;
    });
  }

  #choose(): Literal | undefined {
    for (;;) {
      const at = this.#pop();
      if (at === undefined) return undefined;
      if (this.#values[at] === 0) return this.#phases[at]! > 0 ? 2 * at : 2 * at + 1;
    }
  }

  #raise(at: number): void {
    this.#activity[at]! += this.#bump;
    if (this.#places[at]! >= 0) this.#up(this.#places[at]!);
  }
  #rescale(): void {
    for (let at = 0; at < this.#count; at++) this.#activity[at]! *= 1e-100;
    for (const clause of this.#learnt) clause.activity *= 1e-100;
    this.#bump *= 1e-100;
  }

  #insert(at: number): void {
    this.#heap.push(at);
    this.#up(this.#heap.length - 1);
  }
  #pop(): number | undefined {
    const top = this.#heap[0];
    const last = this.#heap.pop();
    if (top === undefined || last === undefined) return undefined;
    this.#places[top] = -1;
    if (this.#heap.length > 0) this.#down(last);
    return top;
  }
  #up(place: number): void {
    const at = this.#heap[place]!;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (this.#activity[this.#heap[parent]!]! >= this.#activity[at]!) break;
      this.#put(this.#heap[parent]!, place);
      place = parent;
    }
    this.#put(at, place);
  }
  #down(at: number): void {
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.#heap.length) break;
      const right = this.#heap[child + 1];
      if (right !== undefined && this.#activity[right]! > this.#activity[this.#heap[child]!]!) child++;
      if (this.#activity[this.#heap[child]!]! <= this.#activity[at]!) break;
      this.#put(this.#heap[child]!, place);
      place = child;
    }
    this.#put(at, place);
  }
  #put(at: number, place: number): void {
    this.#heap[place] = at;
    this.#places[at] = place;
  }

  #grow(size: number): void {
    const copy = <Row extends Int8Array | Int32Array | Float64Array | Uint8Array>(row: Row, into: Row): Row => {
      into.set(row);
      return into;
    };
    this.#values = copy(this.#values, new Int8Array(size));
    this.#phases = copy(this.#phases, new Int8Array(size));
    this.#levels = copy(this.#levels, new Int32Array(size));
    this.#activity = copy(this.#activity, new Float64Array(size));
    this.#seen = copy(this.#seen, new Uint8Array(size));
    this.#places = copy(this.#places, new Int32Array(size));
  }
}

interface Clause {
  /** The first two are watched. */
  readonly literals: Literal[];
  activity: number;
  gone?: boolean;
}

/** How long to go on before beginning anew: 1, 1, 2, 1, 1, 2, 4, … */
function luby(round: number): number {
  let size = 1;
  let power = 0;
  while (size < round + 1) {
    size = 2 * size + 1;
    power++;
  }
  let left = round - 1;
  while (size - 1 !== left) {
    size = (size - 1) >> 1;
    power--;
    left %= size;
  }
  return 2 ** power;
}
