import { usePlace } from '../../app/place.tsx';
import { chordText } from '../../app/keymap.ts';
import { Keys } from '../../controls/Keys.tsx';
import { Text, useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';
import { useAssessment, useSession } from '../../session/hooks.ts';
import { Proponents } from './Proponents.tsx';
import { useDraftLookup } from './use-draft-lookup.ts';
import { useNow } from './use-now.ts';
import './StatusLine.css';

/** One line under the text: open brackets, the bracket at the caret, and in whose name one writes. */
export function StatusLine({ remark }: { remark: string | undefined }) {
  const say = useText();
  const time = useTime();
  const now = useNow();
  const { me, hand } = useSession();
  const { openBrackets } = useAssessment();
  const { brackets } = useDraftLookup();
  const { place } = usePlace();
  const bracket = place.bracket && brackets.get(place.bracket);
  return (
    <footer className="status-line" aria-label={say('draft.status-line')} data-pane="status">
      <span className="status-next">
        <Keys of={chordText('next-bracket')} />
        {say('draft.open-brackets', { count: openBrackets })}
      </span>
      <span className="status-bracket" role="status">
        {remark ? (
          <strong>{remark}</strong>
        ) : (
          bracket && (
            <>
              <span>{say(`kind.${bracket.kind}`)}</span>
              <Proponents bracket={bracket} />
              <time dateTime={new Date(bracket.opened).toISOString()} title={time.fully(bracket.opened)}>
                {time.since(bracket.opened, now)}
              </time>
            </>
          )
        )}
      </span>
      <span className="status-hand">
        <Text
          id={
            hand.mode === 'draft'
              ? me.role === 'chair'
                ? 'draft.hand.chair'
                : 'draft.hand.secretariat'
              : 'draft.hand.propose'
          }
          values={{ code: <bdi key="code">{me.code}</bdi> }}
        />
      </span>
    </footer>
  );
}
