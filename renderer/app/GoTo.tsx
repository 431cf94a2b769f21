import { useMemo } from 'react';
import { findByNumber } from '../../shared/numbering/find-by-number.ts';
import type { ProvisionId } from '../../shared/schema/ids.ts';
import { directionOf } from '../i18n/language.ts';
import { useText } from '../i18n/text.tsx';
import { useDraft, useNumbers } from '../session/hooks.ts';
import { Finder, type Finding } from './Finder.tsx';
import './GoTo.css';

/** As many as anybody reads; more words narrow it down. */
const MOST = 60;

/** To a provision by its number (`2bis(a)`, `pp3`) or by words of its text. */
export function GoTo({ onGo, onClose }: { onGo(provision: ProvisionId): void; onClose(): void }) {
  const say = useText();
  const { provisions, language } = useDraft();
  const numbers = useNumbers();
  const findings = useMemo(
    () =>
      provisions.map((provision): Finding => {
        const number = numbers.get(provision.id) ?? '';
        return {
          id: provision.id,
          words: `${number} ${provision.text}`.trim() || say(`provision.${provision.kind}`),
          content: (
            <>
              <bdi className="goto-number" dir={directionOf(language)}>
                {number}
              </bdi>
              <span className="goto-words" dir="auto" lang={language}>
                {provision.text.slice(0, 120) || say(`provision.${provision.kind}`)}
              </span>
            </>
          ),
        };
      }),
    [provisions, numbers, language, say],
  );
  const find = (input: string) => {
    const wanted = input.trim().toLowerCase();
    if (!wanted) return findings.slice(0, MOST);
    const meant = findByNumber(input, { provisions, numbers });
    const holds = findings.filter(({ id, words }) => id === meant || words.toLowerCase().includes(wanted));
    return holds.toSorted((a, b) => Number(b.id === meant) - Number(a.id === meant)).slice(0, MOST);
  };
  return (
    <Finder
      title={say('goto.title')}
      hint={say('goto.hint')}
      none={say('goto.none')}
      find={find}
      onChoose={(id) => onGo(id as ProvisionId)}
      onClose={onClose}
    />
  );
}
