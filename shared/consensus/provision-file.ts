import type { ProvisionId } from '../schema/ids.ts';
import type { ProvisionAssessment } from './assessment.ts';

/** Provisions a page. A change copies one page and the list of pages, not the whole. */
const PAGE = 32;

/**
 * Assessments by provision, in reading order, that never change: another one is made by `with`, and shares with this one
 * all that is the same. A map copied at every keystroke would cost more than finding out what changed.
 */
export class ProvisionFile implements ReadonlyMap<ProvisionId, ProvisionAssessment> {
  readonly #places: ReadonlyMap<ProvisionId, number>;
  readonly #pages: readonly (readonly ProvisionAssessment[])[];

  private constructor(places: ReadonlyMap<ProvisionId, number>, pages: readonly (readonly ProvisionAssessment[])[]) {
    this.#places = places;
    this.#pages = pages;
  }

  /** Files assessments in the order given, one a provision. */
  static of(assessments: readonly ProvisionAssessment[]): ProvisionFile {
    const places = new Map<ProvisionId, number>();
    for (const { provision } of assessments) places.set(provision, places.size);
    const pages: ProvisionAssessment[][] = [];
    for (let at = 0; at < assessments.length; at += PAGE) pages.push(assessments.slice(at, at + PAGE));
    return new ProvisionFile(places, pages);
  }

  /** The same provisions with other assessments for some of them; whoever is not on file is passed over. */
  with(changes: Iterable<ProvisionAssessment>): ProvisionFile {
    const pages = this.#pages.slice();
    const copied = new Map<number, ProvisionAssessment[]>();
    for (const change of changes) {
      const place = this.#places.get(change.provision);
      if (place === undefined) continue;
      const at = Math.floor(place / PAGE);
      let page = copied.get(at);
      if (!page) {
        copied.set(at, (page = this.#pages[at]!.slice()));
        pages[at] = page;
      }
      page[place % PAGE] = change;
    }
    return new ProvisionFile(this.#places, pages);
  }

  get size(): number {
    return this.#places.size;
  }
  has(id: ProvisionId): boolean {
    return this.#places.has(id);
  }
  get(id: ProvisionId): ProvisionAssessment | undefined {
    const place = this.#places.get(id);
    return place === undefined ? undefined : this.#pages[Math.floor(place / PAGE)]![place % PAGE];
  }
  keys(): MapIterator<ProvisionId> {
    return this.#places.keys();
  }
  *values(): Generator<ProvisionAssessment, undefined> {
    for (const page of this.#pages) yield* page;
  }
  *entries(): Generator<[ProvisionId, ProvisionAssessment], undefined> {
    for (const page of this.#pages) for (const assessment of page) yield [assessment.provision, assessment];
  }
  [Symbol.iterator](): Generator<[ProvisionId, ProvisionAssessment], undefined> {
    return this.entries();
  }
  forEach(
    visit: (
      assessment: ProvisionAssessment,
      id: ProvisionId,
      file: ReadonlyMap<ProvisionId, ProvisionAssessment>,
    ) => void,
  ): void {
    for (const [id, assessment] of this) visit(assessment, id, this);
  }
}
