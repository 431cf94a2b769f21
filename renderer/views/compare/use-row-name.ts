import { useCallback } from 'react';
import { bareLabel } from '../../../shared/numbering/label.ts';
import type { ComparedProvision } from '../../../shared/revisions/compare/comparison.ts';
import { useText } from '../../i18n/text.tsx';

/** What a provision is called: by its number, what is gone by the one it had (`Rev.1, 3`); else by its first words. */
export function useRowName(from: string): (row: ComparedProvision) => string {
  const say = useText();
  return useCallback(
    ({ before, after }) => {
      const side = after ?? before;
      if (!side) return '';
      const number = bareLabel(side.number);
      if (number) return after ? number : say('compare.of', { name: from, number });
      return side.provision.text.slice(0, 60) || say('history.provision.unnumbered');
    },
    [say, from],
  );
}
