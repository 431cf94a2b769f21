import { useText } from '../../i18n/text.tsx';
import './Specimen.css';

/** A sentence of a draft with its brackets explained: the whole idea of the program, set in type. */
export function Specimen() {
  const say = useText();
  const choice = `[${say('start.specimen.text.urges')}][${say('start.specimen.text.invites')}]`;
  const insert = `[${say('start.specimen.text.insert')}]`;
  const deletion = `[${say('start.specimen.text.delete')}]`;
  return (
    <figure className="specimen" aria-label={say('start.specimen.title')}>
      <blockquote className="specimen-text">
        <span className="specimen-number">{say('start.specimen.number')}</span>
        <p>
          <mark className="specimen-choice">{choice}</mark> {say('start.specimen.text.states')}{' '}
          <mark className="specimen-insert">{insert}</mark> {say('start.specimen.text.records')}{' '}
          <mark className="specimen-delete">{deletion}</mark>
          {say('start.specimen.text.end')}
        </p>
      </blockquote>
      <dl className="specimen-key">
        <Term kind="choice" words={choice} meaning={say('start.specimen.choice')} />
        <Term kind="insert" words={insert} by="MEX +2" meaning={say('start.specimen.insert')} />
        <Term kind="delete" words={deletion} by="NOR" meaning={say('start.specimen.delete')} />
        <Term kind="plain" words={say('start.specimen.text.states')} meaning={say('start.specimen.plain')} />
      </dl>
    </figure>
  );
}

function Term({ kind, words, by, meaning }: { kind: string; words: string; by?: string; meaning: string }) {
  return (
    <div>
      <dt>
        <mark className={`specimen-${kind}`}>{words}</mark>
        {by && <bdi className="specimen-by">{by}</bdi>}
      </dt>
      <dd>{meaning}</dd>
    </div>
  );
}
