import { usePlace } from '../../app/place.tsx';
import { useSession } from '../../session/hooks.ts';
import { useActs } from './use-acts.ts';

export interface Voice {
  second(): void;
  keep(): void;
}

/** A delegation's voice on the bracket at the caret, by one key each; the same key takes it back. */
export function useVoice(): Voice {
  const { replica, me } = useSession();
  const { place } = usePlace();
  const acts = useActs();
  const speak = (as: 'second' | 'keep') => () => {
    const bracket = place.bracket && replica?.bracket(place.bracket);
    if (!bracket || bracket.closed || me.role !== 'delegation') return;
    if (as === 'keep' && bracket.kind !== 'delete') return;
    const said = as === 'second' ? bracket.supporters : bracket.keepers;
    acts.second(bracket.id, said.includes(me.code) ? 'none' : as);
  };
  return { second: speak('second'), keep: speak('keep') };
}
