import type { Code } from '../schema/ids.ts';
import type { VariantId } from '../schema/position.ts';
import type { VariantAssessment } from './assessment.ts';
import { coverCodes, type Cover } from './cover.ts';
import type { Others } from './others.ts';
import type { Standing } from './standing.ts';

/** One variant as it was found; who is in favour is told when somebody asks. */
export class WeighedVariant implements VariantAssessment {
  readonly variant: VariantId;
  readonly objectors: readonly Code[];
  readonly independent: number;
  readonly cover: readonly Code[];
  readonly reserves: readonly Code[];
  readonly #others: Others;

  constructor(variant: VariantId, { objectors, reserves, others }: Standing, cover: Cover) {
    this.variant = variant;
    this.objectors = objectors;
    this.independent = cover.groups.length + cover.singles.length;
    this.cover = coverCodes(cover);
    this.reserves = reserves;
    this.#others = others;
  }

  get accepters(): readonly Code[] {
    return this.#others.accepters;
  }
  get supporters(): readonly Code[] {
    return this.#others.supporters;
  }
  /** How many support it, without asking who. */
  get support(): number {
    return this.#others.supporting;
  }
}
