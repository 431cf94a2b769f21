import type { ProvisionId } from '../schema/ids.ts';
import { invariant } from '../schema/result.ts';
import { STATUSES, type Assessment, type ProvisionAssessment, type Status } from './assessment.ts';
import { ProvisionFile } from './provision-file.ts';
import { compareHardness } from './rank.ts';

/** The running list of assessed provisions: in reading order, ranked and counted. */
export interface Board {
  find(id: ProvisionId): ProvisionAssessment | undefined;
  /** Files what was found about a provision; `undefined` takes it off the board. */
  set(id: ProvisionId, assessment: ProvisionAssessment | undefined): void;
  /** Provisions came, went or moved: `indexOf` gives the reading order from now on. */
  reorder(indexOf: (id: ProvisionId) => number): void;
  /** The same object until something was filed. */
  read(openBrackets: number): Assessment;
}

export function createBoard(): Board {
  let indexOf: (id: ProvisionId) => number = () => 0;
  /** As it is now; what is read is `file`, which does not change under whoever reads it. */
  let filed = new Map<ProvisionId, ProvisionAssessment>();
  let file = ProvisionFile.of([]);
  let ranking: ProvisionId[] = [];
  let current: Assessment | undefined;
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>;
  const waiting = new Map<ProvisionId, ProvisionAssessment | undefined>();

  const compare = (a: ProvisionAssessment, b: ProvisionAssessment): number =>
    compareHardness(a, b) || indexOf(a.provision) - indexOf(b.provision);

  /** Where an assessment stands in the ranking, or would stand. */
  const rankOf = (assessment: ProvisionAssessment): number => {
    let low = 0;
    let high = ranking.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(filed.get(ranking[middle]!)!, assessment) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const rebuild = (): void => {
    filed = new Map([...filed].sort(([a], [b]) => indexOf(a) - indexOf(b)));
    file = ProvisionFile.of([...filed.values()]);
    ranking = [...filed.values()].sort(compare).map(({ provision }) => provision);
  };

  const apply = (): void => {
    ranking = ranking.slice();
    const changed: ProvisionAssessment[] = [];
    let others = false;
    for (const [id, next] of waiting) {
      const before = filed.get(id);
      if (before) {
        counts[before.status]--;
        const place = rankOf(before);
        invariant(ranking[place] === id, 'a ranked provision is found where it was put');
        ranking.splice(place, 1);
        if (!next) filed.delete(id);
      }
      others ||= !before || !next;
      if (!next) continue;
      counts[next.status]++;
      changed.push(next);
      ranking.splice(rankOf(next), 0, id);
      filed.set(id, next);
    }
    waiting.clear();
    if (others) rebuild();
    else file = file.with(changed);
  };

  return {
    find: (id) => (waiting.has(id) ? waiting.get(id) : filed.get(id)),
    set(id, assessment) {
      if (assessment || filed.has(id)) waiting.set(id, assessment);
      else waiting.delete(id);
    },
    reorder(order) {
      indexOf = order;
      // Ranked by the old order, nothing could be found again: everything is ranked anew.
      const left = new Map(filed);
      for (const [id, next] of waiting) {
        const before = left.get(id);
        if (before) counts[before.status]--;
        if (next) counts[next.status]++;
        if (next) left.set(id, next);
        else left.delete(id);
      }
      waiting.clear();
      filed = left;
      rebuild();
      current = undefined;
    },
    read(openBrackets) {
      if (waiting.size > 0) {
        apply();
        current = undefined;
      }
      if (current?.openBrackets === openBrackets) return current;
      current = { provisions: file, ranking, counts: { ...counts }, openBrackets };
      return current;
    },
  };
}
