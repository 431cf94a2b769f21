import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { divisionLines, type DivisionLine } from '../../../../shared/consensus/division/lines.ts';
import type { ProvisionId } from '../../../../shared/schema/ids.ts';
import { DivergingBars } from '../../../charts/DivergingBars.tsx';
import { Disclosure } from '../../../controls/Disclosure.tsx';
import { useText } from '../../../i18n/text.tsx';
import { useAssessment, useRoster, useSession, useTagging, useTags } from '../../../session/hooks.ts';
import { useWording } from '../../../session/wording.ts';
import { Holders } from '../Holders.tsx';
import { Clusters } from './Clusters.tsx';
import { HidingBehind } from './HidingBehind.tsx';
import { TagList } from './TagList.tsx';
import { useTagNames } from './use-tag-names.ts';
import './division.css';

/** Where the room divides by issue, who takes the same sides, and for the chair what may be inferred. */
export function DivisionPane({ onSelect }: { onSelect(id: ProvisionId): void }) {
  const say = useText();
  const intl = useIntl();
  const { me, chair } = useSession();
  const assessment = useAssessment();
  const { delegations } = useRoster();
  const tags = useTags();
  const tagging = useTagging();
  const nameOf = useTagNames();
  const lines = useMemo(() => {
    const members = delegations.filter(({ standing }) => standing === 'member').map(({ code }) => code);
    return divisionLines(assessment, { tags, tagging, members }).filter(({ items }) => items.length > 0);
  }, [assessment, tags, tagging, delegations]);
  const first = lines[0];
  const summary =
    first && first.for.length + first.against.length > 0
      ? say('division.summary', {
          line: nameOf(first.tag),
          towards: first.for.length,
          away: first.against.length,
          silent: first.silent.length,
        })
      : say('division.none');
  return (
    <div className="outlook division">
      <p>{summary}</p>
      {lines.length > 0 && (
        <>
          <figure>
            <figcaption className="division-key">
              <span data-tone="away" /> {say('division.against')}
              <span data-tone="between" /> {say('division.between')}
              <span data-tone="towards" /> {say('division.for')}
            </figcaption>
            <DivergingBars
              summary={summary}
              formatValue={intl.formatNumber}
              bars={lines.map((line) => ({
                id: line.tag,
                label: nameOf(line.tag),
                away: line.against.length,
                between: line.between.length,
                towards: line.for.length,
              }))}
            />
          </figure>
          <Disclosure title={say('division.table')}>
            <LinesTable lines={lines} onSelect={onSelect} />
          </Disclosure>
        </>
      )}
      <p className="outlook-hint">{say('division.method')}</p>
      <Clusters />
      {/* An inference about States is for whoever presides over the room alone (rule C23). */}
      {me.role === 'chair' && <HidingBehind />}
      {chair && <TagList tags={tags} onChange={(next) => chair.editTags(next)} />}
    </div>
  );
}

function LinesTable({ lines, onSelect }: { lines: readonly DivisionLine[]; onSelect(id: ProvisionId): void }) {
  const say = useText();
  const wording = useWording();
  const nameOf = useTagNames();
  const codes = (all: readonly { readonly code: DivisionLine['silent'][number] }[]) => all.map(({ code }) => code);
  return (
    <div className="division-table">
      <table className="outlook-votes">
        <thead>
          <tr>
            <th scope="col">{say('division.line')}</th>
            <th scope="col">{say('division.for')}</th>
            <th scope="col">{say('division.against')}</th>
            <th scope="col">{say('division.between')}</th>
            <th scope="col">{say('division.items')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.tag}>
              <th scope="row">{nameOf(line.tag)}</th>
              <td>{line.for.length > 0 && <Holders codes={codes(line.for)} shown={6} />}</td>
              <td>{line.against.length > 0 && <Holders codes={codes(line.against)} shown={6} />}</td>
              <td>{line.between.length > 0 && <Holders codes={codes(line.between)} shown={6} />}</td>
              <td>
                {[...new Set(line.items.map(({ provision }) => provision))].map((id) => (
                  <button key={id} type="button" className="outlook-go division-go" onClick={() => onSelect(id)}>
                    <bdi>{wording.number(id) ?? wording.opening(id)}</bdi>
                  </button>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
