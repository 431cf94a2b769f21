import { CHAIR, SECRETARIAT, type BracketId } from '../../../shared/schema/ids.ts';
import { useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';
import { useBracketFace } from '../../session/draft-parts.ts';
import type { SecondWindow } from './use-second-window.ts';

/** By when a proposal needs a second, or that nobody seconded it in time; nothing where none is asked for. */
export function SecondDue({ id, needsSecond }: { id: BracketId; needsSecond: SecondWindow }) {
  const say = useText();
  const time = useTime();
  const bracket = useBracketFace(id);
  const { window, stale } = needsSecond;
  if (!bracket) return null;
  const { kind, proponent, supporters, opened } = bracket;
  const asked = kind !== 'hold' && kind !== 'choice' && proponent !== CHAIR && proponent !== SECRETARIAT && opened > 0;
  if (window === undefined || !asked) return null;
  if (stale.has(bracket.id)) {
    return (
      <p className="second-due" data-stale title={say('draft.stale.what')}>
        {say('draft.stale')}
      </p>
    );
  }
  if (supporters.length > 0) return null;
  const due = opened + window;
  return (
    <p className="second-due" title={time.fully(due)}>
      {say('draft.stale.until', { when: time.moment(due) })}
    </p>
  );
}
