import { useText } from '../../i18n/text.tsx';
import './Specimen.css';

/** A sentence of a draft with its brackets explained: the whole idea of the program, set in type. */
export function Specimen() {
  const say = useText();
  return (
    <figure className="specimen" aria-label={say('start.specimen.title')}>
      <blockquote className="specimen-text" lang="en" dir="ltr">
        <span className="specimen-number">12.</span>
        <p>
          <mark className="specimen-choice">[Urges][Invites]</mark> Member States to mark every weapon{' '}
          <mark className="specimen-insert">[at the time of manufacture]</mark> and to keep the records{' '}
          <mark className="specimen-delete">[for at least thirty years]</mark>;
        </p>
      </blockquote>
      <dl className="specimen-key">
        <Term kind="choice" words="[Urges][Invites]" meaning={say('start.specimen.choice')} />
        <Term kind="insert" words="[at the time …]" by="MEX +2" meaning={say('start.specimen.insert')} />
        <Term kind="delete" words="[for at least …]" by="NOR" meaning={say('start.specimen.delete')} />
        <Term kind="plain" words="Member States" meaning={say('start.specimen.plain')} />
      </dl>
    </figure>
  );
}

function Term({ kind, words, by, meaning }: { kind: string; words: string; by?: string; meaning: string }) {
  return (
    <div>
      <dt lang="en" dir="ltr">
        <mark className={`specimen-${kind}`}>{words}</mark>
        {by && <bdi className="specimen-by">{by}</bdi>}
      </dt>
      <dd>{meaning}</dd>
    </div>
  );
}
