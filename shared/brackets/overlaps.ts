import type { BracketId } from '../schema/ids.ts';
import type { Draft } from '../schema/draft.ts';
import { draftIndex } from './draft-index.ts';
import { edgesOf, inOpeningOrder, type Edge, type Stretch } from './edges.ts';

/** Brackets that cross another one: each opens inside a bracket that closes before it does (rule B5). */
export class Crossings {
  readonly #open: BracketId[] = [];
  readonly #seen = new Set<BracketId>();
  readonly #order: BracketId[] = [];
  readonly #crossing = new Set<BracketId>();

  /** Takes the edges of the next provision; `before` are the stretches that came from earlier ones, outer first. */
  pass(edges: readonly Edge[], before: readonly Stretch[] = []): void {
    for (const { bracket } of before) if (bracket.bare !== true) this.#enter(bracket.id);
    for (const edge of edges) {
      const { bracket } = edge.stretch;
      if (bracket.bare === true) continue;
      if (edge.side === 'open') this.#enter(bracket.id);
      else this.#leave(bracket.id);
    }
  }

  /** Tags `1`, `2`, … for the crossing brackets, in the order in which they open. */
  tags(): ReadonlyMap<BracketId, string> {
    const tags = new Map<BracketId, string>();
    if (this.#crossing.size === 0) return tags;
    for (const id of this.#order) if (this.#crossing.has(id)) tags.set(id, String(tags.size + 1));
    return tags;
  }

  #enter(id: BracketId): void {
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    this.#order.push(id);
    this.#open.push(id);
  }

  #leave(id: BracketId): void {
    const top = this.#open.length - 1;
    if (this.#open[top] === id) {
      this.#open.pop();
      return;
    }
    const place = this.#open.lastIndexOf(id);
    if (place < 0) return;
    for (let index = place; index <= top; index += 1) this.#crossing.add(this.#open[index]!);
    this.#open.splice(place, 1);
  }
}

/**
 * Tags that tell overlapping brackets apart all over a draft (rule B5); brackets that only nest have none.
 * Hand them to `layOut` and `printProvision`: overlaps over several provisions cannot be seen from one of them.
 */
export function overlapTags(draft: Draft): ReadonlyMap<BracketId, string> {
  const index = draftIndex(draft);
  const crossings = new Crossings();
  for (const provision of draft.provisions) {
    const stretches = index.stretches.get(provision.id);
    if (stretches !== undefined) crossings.pass(edgesOf(inOpeningOrder(stretches)));
  }
  return crossings.tags();
}
