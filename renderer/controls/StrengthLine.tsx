import { useCallback } from 'react';
import type { LanguageDrift } from '../../shared/language/drift.ts';
import { STRENGTHS, type LanguageReading } from '../../shared/language/strength.ts';
import { useList } from '../i18n/figures.ts';
import { useText } from '../i18n/text.tsx';
import './StrengthLine.css';

export interface StrengthLineProps {
  readonly now: LanguageReading;
  readonly since?: { readonly revision: string; readonly before: LanguageReading; readonly drift: LanguageDrift };
}

/** How binding a provision's language is: five steps, the verb that decides, hedges, what can be measured, the drift. */
export function StrengthLine({ now, since }: StrengthLineProps) {
  const say = useText();
  const place = STRENGTHS.indexOf(now.strength) + 1;
  const drifted = useDriftWords();
  const quoted = useQuoted();
  const label = say('strength.step', { strength: say(`strength.${now.strength}`), place });
  return (
    <div className="strength">
      <p className="strength-head">
        <span className="strength-steps" role="img" aria-label={label}>
          {STRENGTHS.map((step, at) => (
            <span key={step} data-on={at < place || undefined} />
          ))}
        </span>
        <b aria-hidden>{say(`strength.${now.strength}`)}</b>
        <span lang="en">{say('strength.verb', { verb: now.verb.words })}</span>
      </p>
      {now.hedges.length > 0 && (
        <p>
          {say('strength.hedges', { count: now.hedges.length, list: quoted(now.hedges.map(({ words }) => words)) })}
        </p>
      )}
      {now.commitment && (
        <p>{say('strength.commitment', { by: now.commitment.by.words, when: now.commitment.when.words })}</p>
      )}
      {since && (
        <p className="strength-drift" data-drift={since.drift.overall}>
          {say('strength.drift', {
            revision: since.revision,
            before: say('board.wording', { words: since.before.verb.words }),
            after: say('board.wording', { words: now.verb.words }),
            drift: drifted(since.drift),
          })}
        </p>
      )}
    </div>
  );
}

/** How language moved, in words: `weaker, hedged by “as appropriate”`. */
export function useDriftWords(): (drift: LanguageDrift) => string {
  const say = useText();
  const quoted = useQuoted();
  return useCallback(
    (drift) =>
      [
        say(`strength.${drift.overall}`),
        ...(drift.hedged.length > 0 ? [say('strength.hedged', { list: quoted(drift.hedged) })] : []),
        ...(drift.unhedged.length > 0 ? [say('strength.unhedged', { list: quoted(drift.unhedged) })] : []),
      ].join(', '),
    [say, quoted],
  );
}

/** Words in the quotation marks of the interface's language, one after another. */
function useQuoted(): (words: readonly string[]) => string {
  const say = useText();
  const list = useList();
  return useCallback((words) => list(words.map((one) => say('board.wording', { words: one }))), [say, list]);
}
