import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';
import { useSession } from '../../session/hooks.ts';
import type { State } from './pair.ts';
import { Summary, type SummaryProps } from './Summary.tsx';

export interface ComparePaperProps extends SummaryProps {
  readonly from: State;
  readonly to: State;
  /** The text as it is on the screen. */
  readonly text: ReactNode;
}

/** The comparison on paper: which two states of what, when they were published, what changed in all, and the text. */
export function ComparePaper({ from, to, counts, language, text }: ComparePaperProps) {
  const say = useText();
  const time = useTime();
  const { hand } = useSession();
  const { draft } = to;
  const dated = (state: State) =>
    state.name === undefined || state.at === undefined
      ? `${say('compare.live.now')}, ${time.fully(hand.now())}`
      : say('compare.published', { name: state.name, when: time.fully(state.at) });
  return (
    <div className="compare-paper">
      <header>
        <p className="compare-paper-symbol">
          <bdi>{draft.symbol}</bdi>
        </p>
        <h1 lang={draft.language} dir="auto">
          {draft.title}
        </h1>
        <p>{say('compare.text', { from: dated(from), to: dated(to) })}</p>
        <Summary counts={counts} language={language} />
      </header>
      {text}
    </div>
  );
}
