import { useMemo } from 'react';
import type { ProvisionId } from '../../../../shared/schema/ids.ts';
import { useText } from '../../../i18n/text.tsx';
import { useAssessment, useDraft, useRoster, useSession } from '../../../session/hooks.ts';
import { useWording } from '../../../session/wording.ts';
import { concernsOf } from './concerns.ts';
import { Moved } from './Moved.tsx';
import './concerns.css';

/** For a delegation: where it holds something open, where it stands alone, what it waits for. */
export function Concerns({ onSelect }: { onSelect(id: ProvisionId): void }) {
  const say = useText();
  const wording = useWording();
  const { me } = useSession();
  const { groups } = useRoster();
  const assessment = useAssessment();
  const { brackets } = useDraft();
  const concerns = useMemo(() => {
    const mine = new Set(groups.filter(({ members }) => members.includes(me.code)).map(({ code }) => code));
    return concernsOf(assessment, brackets, me.code, mine);
  }, [assessment, brackets, me.code, groups]);
  return (
    <section className="concerns" aria-labelledby="concerns-title">
      <h2 id="concerns-title">{say('board.mine.title', { name: me.name })}</h2>
      {concerns.size === 0 ? (
        <p>{say('board.mine.nothing')}</p>
      ) : (
        <dl>
          {[...concerns].map(([concern, ids]) => (
            <div key={concern}>
              <dt>{say(`board.mine.${concern}`)}</dt>
              <dd>
                {ids.map((id) => (
                  <button key={id} type="button" className="concerns-go" onClick={() => onSelect(id)}>
                    <bdi>{wording.number(id) ?? wording.opening(id)}</bdi>
                  </button>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Moved onSelect={onSelect} />
    </section>
  );
}
