import { proponentOf } from '../../../shared/schema/ids.ts';
import { Button } from '../../controls/Button.tsx';
import { useText } from '../../i18n/text.tsx';
import type { BracketFace } from '../../session/draft-parts.ts';
import { useSession } from '../../session/hooks.ts';
import { useActs } from './use-acts.ts';

/** Seconds another delegation's words, or takes that back; nothing where there is nothing to second. */
export function SecondButton({ bracket }: { bracket: BracketFace }) {
  const say = useText();
  const { me } = useSession();
  const acts = useActs();
  const seconded = bracket.supporters.includes(me.code);
  if (me.role !== 'delegation' || proponentOf(bracket.id) === me.code || bracket.kind === 'choice') return null;
  return (
    <Button size="small" aria-pressed={seconded} onPress={() => acts.second(bracket.id, seconded ? 'none' : 'second')}>
      {seconded ? say('draft.act.unsecond') : say('draft.act.second')}
    </Button>
  );
}
