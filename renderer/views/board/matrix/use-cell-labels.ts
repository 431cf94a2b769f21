import { useMemo } from 'react';
import { STANCES, type Stance } from '../../../../shared/schema/position.ts';
import { useText } from '../../../i18n/text.tsx';
import type { CellStance, GroupStance } from './columns.ts';

/** What a cell says by itself, to the ear. `provision` and `who` are names. */
export interface CellLabels {
  cell(provision: string, who: string, cell: CellStance | undefined): string;
  group(provision: string, who: string, group: GroupStance): string;
  silent(provision: string, count: number): string;
}

// Characters of nobody's language, in the places of the two names.
const PROVISION = '\uE000';
const WHO = '\uE001';

/**
 * Labels for cells, of which dozens come into sight with every turn of the wheel: the sentence for each stance is put
 * together once, and only the names are put in for each cell.
 */
export function useCellLabels(): CellLabels {
  const say = useText();
  return useMemo(() => {
    const sentence = (stance: Stance, inside: boolean) =>
      say(inside ? 'board.matrix.cell.inside' : 'board.matrix.cell', {
        provision: PROVISION,
        who: WHO,
        stance: say(`stance.${stance}`),
      });
    const whole = new Map(STANCES.map((stance) => [stance, sentence(stance, false)]));
    const inner = new Map(STANCES.map((stance) => [stance, sentence(stance, true)]));
    const cell: CellLabels['cell'] = (provision, who, { stance, inside } = { stance: 'none', inside: false }) =>
      (inside ? inner : whole)
        .get(stance)!
        .replace(PROVISION, () => provision)
        .replace(WHO, () => who);
    return {
      cell,
      group(provision, who, group) {
        if (!group.mixed) return cell(provision, who, group);
        const stances = group.counts
          .map(([stance, count]) => say('board.matrix.count', { count, stance: say(`stance.${stance}`) }))
          .join(', ');
        return say('board.matrix.cell.mixed', { provision, who, stances });
      },
      silent: (provision, count) => say('board.matrix.cell.silent', { provision, count }),
    };
  }, [say]);
}
