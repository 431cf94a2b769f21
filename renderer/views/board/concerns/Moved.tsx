import { useMemo } from 'react';
import type { ProvisionId } from '../../../../shared/schema/ids.ts';
import { Button } from '../../../controls/Button.tsx';
import { StatusGlyph } from '../../../controls/StatusGlyph.tsx';
import { useText } from '../../../i18n/text.tsx';
import { useTime } from '../../../i18n/time.ts';
import { useAssessment } from '../../../session/hooks.ts';
import { useWording } from '../../../session/wording.ts';
import { movedSince, type Move } from './moved.ts';
import { useLook } from './use-look.ts';

/** What is otherwise than when this delegation last looked at the board. */
export function Moved({ onSelect }: { onSelect(id: ProvisionId): void }) {
  const say = useText();
  const time = useTime();
  const wording = useWording();
  const assessment = useAssessment();
  const { before, seen } = useLook(assessment);
  const moves = useMemo(() => movedSince(before, assessment), [before, assessment]);
  return (
    <section className="moved" aria-labelledby="moved-title">
      <header>
        <h3 id="moved-title">{say('moved.title')}</h3>
        <time
          dateTime={new Date(before.at).toISOString()}
          title={say('moved.since', { moment: time.fully(before.at) })}
        >
          {time.moment(before.at)}
        </time>
        {moves.length > 0 && (
          <Button size="small" tone="plain" onPress={seen}>
            {say('moved.seen')}
          </Button>
        )}
      </header>
      {moves.length === 0 ? (
        <p>{say('moved.nothing')}</p>
      ) : (
        <ul role="list">
          {moves.map((move) => (
            <li key={move.provision}>
              <StatusGlyph status={move.after} size={14} />
              <button type="button" className="concerns-go" onClick={() => onSelect(move.provision)}>
                <bdi>{wording.number(move.provision) ?? wording.opening(move.provision)}</bdi>
              </button>
              <span>{told(move)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );

  function told({ before: was, after, opened, closed, more, fewer }: Move): string {
    const status = say(`status.${after}`);
    const parts: string[] = [];
    if (was === undefined) parts.push(say('moved.new', { after: status }));
    else if (was !== after) parts.push(say('moved.status', { before: say(`status.${was}`), after: status }));
    if (opened + closed > 0)
      parts.push(say('moved.brackets', { opened, closed, both: opened > 0 && closed > 0 ? 'yes' : 'no' }));
    if (more + fewer > 0)
      parts.push(say('moved.objections', { more, fewer, both: more > 0 && fewer > 0 ? 'yes' : 'no' }));
    return parts.join('; ');
  }
}
