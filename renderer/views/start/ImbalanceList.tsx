import { useMemo } from 'react';
import type { Imbalance, UnreadProposal } from '../../../shared/interop/read-draft.ts';
import { useText } from '../../i18n/text.tsx';

/** Enough to act on; past that, the file wants mending before it is read. */
const MOST = 200;
const AROUND = 32;

interface Finding {
  readonly line: number;
  readonly column: number;
  /** What is missing, in words. */
  readonly words: string;
}

/** Bracket characters without a partner: where, why, and the words round them. They stay in the text as themselves. */
export function ImbalanceList({ imbalance, text }: { imbalance: readonly Imbalance[]; text: string }) {
  const say = useText();
  return (
    <section aria-labelledby="report-imbalance">
      <h2 id="report-imbalance">{say('report.imbalance', { count: imbalance.length })}</h2>
      <p className="report-what">
        {imbalance.length > 0 ? say('report.imbalance.what') : say('report.imbalance.none')}
      </p>
      <FindingTable
        findings={imbalance.map(({ line, column, reason }) => ({ line, column, words: say(`stray.${reason}`) }))}
        text={text}
      />
    </section>
  );
}

/** Proposals about the draft's shape that stay words, where and why; nothing where there are none. */
export function UnreadList({ unread, text }: { unread: readonly UnreadProposal[]; text: string }) {
  const say = useText();
  if (unread.length === 0) return null;
  return (
    <section aria-labelledby="report-unread">
      <h2 id="report-unread">{say('report.unread', { count: unread.length })}</h2>
      <p className="report-what">{say('report.unread.what')}</p>
      <FindingTable
        findings={unread.map(({ line, column, reason }) => ({ line, column, words: say(`unread.${reason}`) }))}
        text={text}
      />
    </section>
  );
}

function FindingTable({ findings, text }: { findings: readonly Finding[]; text: string }) {
  const say = useText();
  const lines = useMemo(() => text.split(/\r\n|\r|\n/), [text]);
  if (findings.length === 0) return null;
  return (
    <>
      <table className="report-imbalance">
        <thead>
          <tr>
            <th scope="col">{say('report.line')}</th>
            <th scope="col">{say('report.column')}</th>
            <th scope="col">{say('report.reason')}</th>
            <th scope="col">{say('report.around')}</th>
          </tr>
        </thead>
        <tbody>
          {findings.slice(0, MOST).map(({ line, column, words }) => (
            <tr key={`${line}:${column}`}>
              <td>{line}</td>
              <td>{column}</td>
              <td>{words}</td>
              <td className="report-around" dir="auto">
                <Around line={lines[line - 1] ?? ''} column={column} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {findings.length > MOST && <p>{say('report.more', { count: findings.length - MOST })}</p>}
    </>
  );
}

function Around({ line, column }: { line: string; column: number }) {
  const at = column - 1;
  const from = Math.max(0, at - AROUND);
  const to = Math.min(line.length, at + 1 + AROUND);
  return (
    <>
      {from > 0 && '…'}
      {line.slice(from, at)}
      <mark>{line.slice(at, at + 1)}</mark>
      {line.slice(at + 1, to)}
      {to < line.length && '…'}
    </>
  );
}
