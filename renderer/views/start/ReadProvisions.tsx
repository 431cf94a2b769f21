import type { Draft } from '../../../shared/schema/draft.ts';
import { Disclosure } from '../../controls/Disclosure.tsx';
import { useText } from '../../i18n/text.tsx';

const MOST = 300;

/** The provisions as they were understood: number, kind, first words. */
export function ReadProvisions({ draft }: { draft: Draft }) {
  const say = useText();
  return (
    <Disclosure title={say('report.as-read')} level={2}>
      <ol role="list" className="report-provisions">
        {draft.provisions.slice(0, MOST).map((provision) => (
          <li key={provision.id} style={{ '--level': provision.level }}>
            <span className="report-kind">{say(`provision.${provision.kind}`)}</span>
            <span className="report-words" lang={draft.language} dir="auto">
              {provision.label && <b>{provision.label} </b>}
              {provision.text.slice(0, 110)}
            </span>
          </li>
        ))}
      </ol>
      {draft.provisions.length > MOST && <p>{say('report.more', { count: draft.provisions.length - MOST })}</p>}
    </Disclosure>
  );
}
