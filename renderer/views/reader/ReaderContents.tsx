import { useMemo } from 'react';
import { excerptOf } from '../../../shared/brackets/excerpt.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import { useFigures } from '../../i18n/figures.ts';
import { directionOf } from '../../i18n/language.ts';
import { useText } from '../../i18n/text.tsx';
import { StatusGlyph } from '../../controls/StatusGlyph.tsx';
import type { Revision } from '../../session/contract.ts';
import { anchorOf, bracketsByProvision } from './blocks.ts';
import './ReaderContents.css';

/** Links to every heading and paragraph, with what the chair had ruled on it and the number of brackets in each. */
export function ReaderContents({
  revision,
  numbers,
}: {
  revision: Revision;
  numbers: ReadonlyMap<ProvisionId, string>;
}) {
  const say = useText();
  const figures = useFigures();
  const { draft } = revision;
  const brackets = useMemo(() => bracketsByProvision(draft), [draft]);
  const ruled = useMemo(() => statusesOf(revision), [revision]);
  return (
    <nav className="reader-contents" aria-label={say('reader.contents')} data-pane="outline">
      <ol role="list">
        {draft.provisions
          .filter(({ kind }) => kind !== 'note' && kind !== 'subparagraph')
          .map((provision) => {
            const status = ruled.get(provision.id);
            // A choice without words of its own is there by its variants.
            const open = new Set((brackets.get(provision.id) ?? []).map(({ id, variantOf }) => variantOf ?? id)).size;
            return (
              <li key={provision.id} data-kind={provision.kind}>
                <a href={`#${anchorOf(provision.id)}`}>
                  <bdi className="reader-contents-number" dir={directionOf(draft.language)}>
                    {numbers.get(provision.id)}
                  </bdi>
                  <span lang={draft.language} dir="auto">
                    {excerptOf(provision, { brackets: brackets.get(provision.id) ?? [], most: 70 }) ||
                      say(`provision.${provision.kind}`)}
                  </span>
                  {status && (
                    <span className="reader-contents-status" title={say(`status.${status}`)}>
                      <StatusGlyph status={status} size={13} label={say(`status.${status}`)} />
                    </span>
                  )}
                  {open > 0 && (
                    <span className="reader-contents-open" title={say('reader.brackets', { count: open })}>
                      {figures(open)}
                    </span>
                  )}
                </a>
              </li>
            );
          })}
      </ol>
    </nav>
  );
}

function statusesOf({ status }: Revision): ReadonlyMap<ProvisionId, 'agreed' | 'reopened'> {
  return new Map([
    ...(status?.agreed ?? []).map((id) => [id, 'agreed'] as const),
    ...(status?.reopened ?? []).map((id) => [id, 'reopened'] as const),
  ]);
}
