import type { Bracket } from '../../../shared/schema/bracket.ts';
import { proponentOf } from '../../../shared/schema/ids.ts';
import { useText } from '../../i18n/text.tsx';
import { useSession } from '../../session/hooks.ts';
import { useRemarks } from './remarks.tsx';
import { useActs } from './use-acts.ts';

export interface Voice {
  second(): void;
  keep(): void;
}

/**
 * A delegation's voice on the innermost of others' proposals round the caret, by one key each; the same key takes it
 * back. What came of it is told, because the margin that shows it may be out of sight.
 */
export function useVoice(bracketsAtCaret: () => readonly Bracket[]): Voice {
  const say = useText();
  const { replica, me } = useSession();
  const acts = useActs();
  const { tell } = useRemarks();
  const speak = (as: 'second' | 'keep') => () => {
    if (!replica || me.role !== 'delegation') return;
    const isOf = ({ kind, id }: Bracket) =>
      proponentOf(id) !== me.code && (as === 'keep' ? kind === 'delete' : kind !== 'choice');
    const bracket = bracketsAtCaret().findLast(isOf);
    if (!bracket) return tell(say(`draft.voice.${as}.none`));
    const said = as === 'second' ? bracket.supporters : bracket.keepers;
    const isBack = said.includes(me.code);
    acts.second(bracket.id, isBack ? 'none' : as);
    tell(say(isBack ? 'draft.voice.back' : `draft.voice.${as}`));
  };
  return { second: speak('second'), keep: speak('keep') };
}
