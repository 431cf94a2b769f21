import { useMemo } from 'react';
import { namingOf } from '../../../shared/brackets/notation.ts';
import { overlapTags } from '../../../shared/brackets/overlaps.ts';
import type { Bracket } from '../../../shared/schema/bracket.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { Provision } from '../../../shared/schema/provision.ts';
import { directionOf } from '../../i18n/language.ts';
import type { Revision } from '../../session/contract.ts';
import { anchorOf, blocksOf, bracketsByProvision } from './blocks.ts';
import { leadWords } from '../../../shared/brackets/lay-out.ts';
import { ProvisionText } from './ProvisionText.tsx';
import './RevisionText.css';

export interface RevisionTextProps {
  readonly revision: Revision;
  readonly numbers: ReadonlyMap<ProvisionId, string>;
  /** The name of the article, for the ear. */
  readonly label: string;
}

const NONE: readonly Bracket[] = [];

/** A revision as ordinary HTML: headings, paragraphs, lists and links, for browse mode, find, print and copy. */
export function RevisionText({ revision, numbers, label }: RevisionTextProps) {
  const { draft } = revision;
  const blocks = useMemo(() => blocksOf(draft), [draft]);
  const brackets = useMemo(() => bracketsByProvision(draft), [draft]);
  const tags = useMemo(() => overlapTags(draft), [draft]);
  const name = useMemo(() => namingOf(draft), [draft]);
  const words = (provision: Provision) => {
    const own = brackets.get(provision.id) ?? NONE;
    const { attributed } = revision;
    return <ProvisionText provision={provision} brackets={own} tags={tags} attributed={attributed} name={name} />;
  };
  const number = (provision: Provision) => {
    const own = numbers.get(provision.id) ?? '';
    const lead = leadWords(provision, brackets.get(provision.id) ?? NONE);
    if (!own && !lead) return null;
    return (
      <a className="reader-number" href={`#${anchorOf(provision.id)}`}>
        {lead}
        {own}
      </a>
    );
  };
  return (
    <article className="reader-text" aria-label={label} lang={draft.language} dir={directionOf(draft.language)}>
      <h1>{draft.title}</h1>
      {blocks.map((block) => {
        const [first] = block.provisions;
        if (!first) return null;
        if (block.kind === 'heading') {
          const Level = `h${Math.min(first.level + 2, 6)}` as 'h2';
          return (
            <Level key={first.id} id={anchorOf(first.id)} data-provision={first.id}>
              {number(first)} {words(first)}
            </Level>
          );
        }
        if (block.kind === 'list') {
          return (
            <ul key={first.id} role="list">
              {block.provisions.map((provision) => (
                <li
                  key={provision.id}
                  id={anchorOf(provision.id)}
                  data-provision={provision.id}
                  style={{ '--level': Math.max(provision.level, 1) }}
                >
                  {number(provision)} {words(provision)}
                </li>
              ))}
            </ul>
          );
        }
        return (
          <p key={first.id} id={anchorOf(first.id)} data-provision={first.id} data-kind={first.kind}>
            {number(first)} {words(first)}
          </p>
        );
      })}
    </article>
  );
}
