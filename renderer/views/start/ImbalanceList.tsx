import { useMemo } from 'react';
import type { Imbalance } from '../../../shared/interop/read-draft.ts';
import { useText } from '../../i18n/text.tsx';

/** Enough to act on; past that, the file wants mending before it is read. */
const MOST = 200;
const AROUND = 32;

/** Bracket characters without a partner: where, why, and the words round them. They stay in the text as themselves. */
export function ImbalanceList({ imbalance, text }: { imbalance: readonly Imbalance[]; text: string }) {
  const say = useText();
  const lines = useMemo(() => text.split(/\r\n|\r|\n/), [text]);
  return (
    <section aria-labelledby="report-imbalance">
      <h2 id="report-imbalance">{say('report.imbalance', { count: imbalance.length })}</h2>
      <p className="report-what">
        {imbalance.length > 0 ? say('report.imbalance.what') : say('report.imbalance.none')}
      </p>
      {imbalance.length > 0 && (
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
            {imbalance.slice(0, MOST).map((stray) => (
              <tr key={`${stray.line}:${stray.column}`}>
                <td>{stray.line}</td>
                <td>{stray.column}</td>
                <td>{say(`stray.${stray.reason}`)}</td>
                <td className="report-around" dir="auto">
                  <Around line={lines[stray.line - 1] ?? ''} column={stray.column} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {imbalance.length > MOST && <p>{say('report.more', { count: imbalance.length - MOST })}</p>}
    </section>
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
