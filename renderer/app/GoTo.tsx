import { useMemo } from 'react';
import { excerptOf } from '../../shared/brackets/excerpt.ts';
import { draftIndex } from '../../shared/brackets/draft-index.ts';
import { findWords } from '../../shared/finding/find-words.ts';
import { findByNumber } from '../../shared/numbering/find-by-number.ts';
import type { Span } from '../../shared/schema/bracket.ts';
import type { Draft, Language } from '../../shared/schema/draft.ts';
import type { ProvisionId } from '../../shared/schema/ids.ts';
import type { Provision } from '../../shared/schema/provision.ts';
import { directionOf } from '../i18n/language.ts';
import { useText } from '../i18n/text.tsx';
import { useDraft, useNumbers } from '../session/hooks.ts';
import { Finder, type Finding } from './Finder.tsx';
import './GoTo.css';

/** As many as anybody reads; more words narrow it down. */
const MOST = 60;
/** Characters of a line before and after what was found. */
const AROUND = 40;
const LINE = 120;

export interface GoToProps {
  onGo(provision: ProvisionId): void;
  onGoToWords(span: Span): void;
  onClose(): void;
}

/** To a provision by its number (`2bis(a)`, `pp3`), or to words wherever they stand. */
export function GoTo({ onGo, onGoToWords, onClose }: GoToProps) {
  const say = useText();
  const draft = useDraft();
  const numbers = useNumbers();
  const byId = useMemo(() => new Map(draft.provisions.map((provision) => [provision.id, provision])), [draft]);

  const line = (provision: Provision, id: string, span?: Span): Finding => {
    const number = numbers.get(provision.id) ?? '';
    const kind = say(`provision.${provision.kind}`);
    const opening = span ? '' : openingOf(draft, provision);
    return {
      id,
      words: `${number} ${span ? around(provision, span).join('') : opening}`.trim() || kind,
      content: (
        <>
          <bdi className="goto-number" dir={directionOf(draft.language)}>
            {number}
          </bdi>
          <span className="goto-words" dir="auto" lang={draft.language}>
            {span ? <Found provision={provision} span={span} language={draft.language} /> : opening || kind}
          </span>
        </>
      ),
    };
  };
  const find = (input: string): readonly Finding[] => {
    if (!input.trim()) return draft.provisions.slice(0, MOST).map((provision) => line(provision, provision.id));
    const meant = byId.get(findByNumber(input, { provisions: draft.provisions, numbers }) as ProvisionId);
    const spans = findWords(draft, { words: input, most: MOST });
    return [
      ...(meant ? [line(meant, meant.id)] : []),
      ...spans.flatMap((span) => {
        const provision = byId.get(span.provision);
        return provision ? [line(provision, `${span.provision} ${span.from} ${span.to}`, span)] : [];
      }),
    ];
  };
  return (
    <Finder
      title={say('goto.title')}
      hint={say('goto.hint')}
      none={say('goto.none')}
      find={find}
      onChoose={(id) => {
        const [provision, from, to] = id.split(' ') as [ProvisionId, string?, string?];
        if (from === undefined) onGo(provision);
        else onGoToWords({ provision, from: Number(from), to: Number(to) });
      }}
      onClose={onClose}
    />
  );
}

function openingOf(draft: Draft, provision: Provision): string {
  const stretches = draftIndex(draft).stretches.get(provision.id) ?? [];
  return excerptOf(provision, { brackets: stretches.map(({ bracket }) => bracket), most: LINE });
}

/** The words before, the words that were found, and the words after. */
function around({ text }: Provision, { from, to }: Span): readonly [string, string, string] {
  const start = from <= AROUND ? 0 : Math.max(text.lastIndexOf(' ', from - AROUND) + 1, from - 2 * AROUND);
  return [`${start > 0 ? '…' : ''}${text.slice(start, from)}`, text.slice(from, to), text.slice(to, to + LINE)];
}

function Found({ provision, span, language }: { provision: Provision; span: Span; language: Language }) {
  const [before, words, after] = around(provision, span);
  return (
    <span lang={language}>
      {before}
      <mark>{words}</mark>
      {after}
    </span>
  );
}
