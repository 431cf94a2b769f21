import type { Taken } from '../../../../shared/consensus/division/slots-taken.ts';
import { useText } from '../../../i18n/text.tsx';
import { useWording } from '../../../session/wording.ts';
import { useNames } from '../use-names.ts';

/** What a side is taken on, inside a sentence: `paragraph 4`, `“shall” (11)`. */
export function useWhat(): (target: Taken['target']) => string {
  const say = useText();
  const names = useNames();
  const wording = useWording();
  return (target) => {
    if (target.type === 'provision') return names.provisionInside(target.provision);
    const home = (wording.bracket(target.bracket)?.pieces[0] ?? wording.variantsOf(target.bracket)[0]?.pieces[0])
      ?.provision;
    const words =
      target.variant === 'none'
        ? say('position.scope.without', { words: names.bracket(target.bracket) })
        : names.variant(target.bracket, target.variant);
    const number = home && wording.number(home);
    return number ? `${words} (${number})` : words;
  };
}
