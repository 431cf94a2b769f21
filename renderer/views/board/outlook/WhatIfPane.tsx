import { Check, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { whatIf, type Prospect } from '../../../../shared/consensus/what-if.ts';
import type { DecisionRule } from '../../../../shared/procedure/decision.ts';
import type { Code, ProvisionId } from '../../../../shared/schema/ids.ts';
import { Code as CodeMark } from '../../../controls/Code.tsx';
import { Select } from '../../../controls/Select.tsx';
import { useText } from '../../../i18n/text.tsx';
import { useAssessment, useRoster } from '../../../session/hooks.ts';
import { Holders } from '../Holders.tsx';
import { useNames } from '../use-names.ts';

const RULES = ['consensus', 'consensus-less', 'two-thirds', 'simple-majority'] as const;

/** What would pass under another rule, and with which vote. It changes nothing. */
export function WhatIfPane({ onSelect }: { onSelect(id: ProvisionId): void }) {
  const say = useText();
  const names = useNames();
  const assessment = useAssessment();
  const { delegations } = useRoster();
  const [type, setType] = useState<DecisionRule['type']>('consensus');
  const [less, setLess] = useState<readonly Code[]>([]);
  const members = useMemo(
    () => delegations.filter(({ standing }) => standing === 'member').map(({ code }) => code),
    [delegations],
  );
  const prospects = useMemo(
    () => whatIf(assessment, members, type === 'consensus-less' ? { type, objectors: less } : { type }),
    [assessment, members, type, less],
  );
  const objecting = useMemo(() => {
    const votes = whatIf(assessment, members, { type: 'consensus' });
    return [...new Set(votes.flatMap(({ tally }) => tally.against))].sort();
  }, [assessment, members]);
  const passing = prospects.filter(({ decision }) => decision.passes).length;
  return (
    <div className="outlook">
      <Select
        label={say('board.rule')}
        value={type}
        options={RULES.map((value) => ({ value, label: say(`board.rule.${value}`) }))}
        onChange={setType}
      />
      {type === 'consensus-less' && (
        <fieldset className="outlook-less">
          <legend>{say('board.rule.less')}</legend>
          {objecting.map((code) => (
            <label key={code}>
              <input
                type="checkbox"
                checked={less.includes(code)}
                onChange={() => setLess(less.includes(code) ? less.filter((one) => one !== code) : [...less, code])}
              />
              <CodeMark code={code} name={names.holder(code)} />
            </label>
          ))}
        </fieldset>
      )}
      <p>{say('board.rule.passing', { passing, total: prospects.length })}</p>
      <table className="outlook-votes">
        <thead>
          <tr>
            <th scope="col">{say('board.matrix.paragraph')}</th>
            <th scope="col">{say('board.rule.outcome')}</th>
            <th scope="col">{say('board.rule.vote')}</th>
            <th scope="col">{say('board.rule.against')}</th>
          </tr>
        </thead>
        <tbody>
          {prospects.map((prospect) => (
            <Row key={prospect.provision} prospect={prospect} onSelect={() => onSelect(prospect.provision)} />
          ))}
        </tbody>
      </table>
      <p className="outlook-hint">{say('board.rule.method', { members: members.length })}</p>
    </div>
  );
}

function Row({ prospect: { provision, tally, decision }, onSelect }: { prospect: Prospect; onSelect(): void }) {
  const say = useText();
  const names = useNames();
  const voting = tally.for.length + tally.against.length + tally.abstaining.length;
  return (
    <tr data-passes={decision.passes || undefined}>
      <th scope="row">
        <button type="button" className="outlook-go" onClick={onSelect}>
          {names.provision(provision)}
        </button>
      </th>
      <td>
        <span className="outlook-outcome">
          {decision.passes ? <Check aria-hidden /> : <X aria-hidden />}
          {say(decision.passes ? 'board.rule.passes' : 'board.rule.fails')}
        </span>
      </td>
      <td>
        {voting === 0
          ? say('board.rule.nobody')
          : say('board.rule.tally', {
              for: tally.for.length,
              against: tally.against.length,
              abstaining: tally.abstaining.length,
            })}
      </td>
      <td>{tally.against.length > 0 && <Holders codes={tally.against} />}</td>
    </tr>
  );
}
