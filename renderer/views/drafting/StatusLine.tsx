import type { Assessment } from '../../../shared/consensus/assessment.ts';
import type { BracketId } from '../../../shared/schema/ids.ts';
import { usePlace } from '../../app/place.tsx';
import { chordText } from '../../app/keymap.ts';
import { Keys } from '../../controls/Keys.tsx';
import { Text, useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';
import { useBracketFace } from '../../session/draft-parts.ts';
import { useOfAssessment, useSession } from '../../session/hooks.ts';
import { BracketNest } from './BracketNest.tsx';
import { Proponents } from './Proponents.tsx';
import { useNow } from './use-now.ts';
import './StatusLine.css';

export interface StatusLineProps {
  readonly remark: string | undefined;
  /** Shows a bracket's words selected. */
  onSelect(bracket: BracketId): void;
}

/** One line under the text: open brackets, the bracket at the caret, and in whose name one writes. */
export function StatusLine({ remark, onSelect }: StatusLineProps) {
  const say = useText();
  const time = useTime();
  const now = useNow();
  const { me, hand } = useSession();
  const openBrackets = useOfAssessment(openOf);
  const { place } = usePlace();
  const bracket = useBracketFace(place.bracket);
  return (
    <footer className="status-line" aria-label={say('draft.status-line')} data-pane="status">
      <span className="status-next">
        <Keys of={chordText('next-bracket')} />
        {say('draft.open-brackets', { count: openBrackets })}
      </span>
      <span className="status-bracket">
        <strong role="status">{remark}</strong>
        {!remark && bracket && (
          <>
            <BracketNest nest={place.nest ?? [bracket.id]} onSelect={onSelect} />
            <Proponents bracket={bracket} />
            <time dateTime={new Date(bracket.opened).toISOString()} title={time.fully(bracket.opened)}>
              {time.since(bracket.opened, now)}
            </time>
          </>
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

function openOf({ openBrackets }: Assessment): number {
  return openBrackets;
}
