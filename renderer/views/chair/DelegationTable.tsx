import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { plain } from '../../../shared/roster/plain.ts';
import type { Code } from '../../../shared/schema/ids.ts';
import type { Delegation } from '../../../shared/schema/meeting.ts';
import { Button } from '../../controls/Button.tsx';
import { IconButton } from '../../controls/IconButton.tsx';
import { useText } from '../../i18n/text.tsx';

export interface DelegationTableProps {
  readonly delegations: readonly Delegation[];
  /** Shows those whose code or name has it. */
  readonly query: string;
  onChange(delegations: readonly Delegation[]): void;
  /** Makes an ad hoc group of those that are ticked. */
  onGroup(members: readonly Code[]): void;
}

const STANDINGS = ['member', 'observer'] as const;

/** Who takes part: standing, and ticks for what is done with several at once, two clicks to an ad hoc group. */
export function DelegationTable({ delegations, query, onChange, onGroup }: DelegationTableProps) {
  const say = useText();
  const [picked, pick] = useState<ReadonlySet<Code>>(new Set());
  const wanted = plain(query);
  const shown = delegations
    .filter(({ code, name }) => wanted === '' || plain(code).includes(wanted) || plain(name).includes(wanted))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const here = delegations.filter(({ code }) => picked.has(code)).map(({ code }) => code);
  const toggle = (code: Code) =>
    pick((before) => {
      const after = new Set(before);
      if (!after.delete(code)) after.add(code);
      return after;
    });
  const restand = (delegation: Delegation, standing: Delegation['standing']) =>
    onChange(delegations.map((each) => (each === delegation ? { ...each, standing } : each)));
  if (shown.length === 0 && here.length === 0) return undefined;
  return (
    <>
      <table className="roster">
        <thead>
          <tr>
            <th scope="col" className="roster-pick">
              <span className="visually-hidden">{say('roster.picked', { count: here.length })}</span>
            </th>
            <th scope="col">{say('roster.code')}</th>
            <th scope="col">{say('roster.name')}</th>
            <th scope="col">{say('roster.standing')}</th>
            <th scope="col">
              <span className="visually-hidden">{say('roster.act')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((delegation) => {
            const { code, name, standing } = delegation;
            return (
              <tr key={code}>
                <td className="roster-pick">
                  <input
                    type="checkbox"
                    aria-label={say('roster.pick', { name })}
                    checked={picked.has(code)}
                    onChange={() => toggle(code)}
                  />
                </td>
                <th scope="row">
                  <bdi>{code}</bdi>
                </th>
                <td>{name}</td>
                <td>
                  {/* The platform's own: two hundred of ours would take a second to build. */}
                  <select
                    className="roster-standing"
                    aria-label={`${say('roster.standing')}, ${name}`}
                    value={standing}
                    onChange={(event) => {
                      const next = STANDINGS.find((each) => each === event.target.value);
                      if (next) restand(delegation, next);
                    }}
                  >
                    {STANDINGS.map((each) => (
                      <option key={each} value={each}>
                        {say(`roster.standing.${each}`)}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <IconButton
                    label={say('roster.remove', { name })}
                    onPress={() => onChange(delegations.filter((each) => each !== delegation))}
                  >
                    <Trash2 />
                  </IconButton>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {here.length > 0 && (
        <div className="roster-picked" role="group" aria-label={say('roster.picked', { count: here.length })}>
          <span>{say('roster.picked', { count: here.length })}</span>
          <Button
            size="small"
            onPress={() => {
              onGroup(here);
              pick(new Set());
            }}
          >
            {say('roster.group-them')}
          </Button>
          <Button
            size="small"
            tone="plain"
            onPress={() => {
              onChange(delegations.filter(({ code }) => !picked.has(code)));
              pick(new Set());
            }}
          >
            {say('roster.remove-them')}
          </Button>
        </div>
      )}
    </>
  );
}
