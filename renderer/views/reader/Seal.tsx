import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useText } from '../../i18n/text.tsx';
import type { Revision } from '../../session/contract.ts';
import { isSealed } from '../../session/is-sealed.ts';
import './Seal.css';

/** The fingerprint of a revision, and whether its words are those that the fingerprint was made of. */
export function Seal({ revision }: { revision: Revision }) {
  const say = useText();
  const hash = say('reader.hash', { hash: revision.hash.slice(0, 12) });
  if (isSealed(revision)) {
    return (
      <span className="seal" title={say('reader.hash.what')}>
        <ShieldCheck aria-hidden /> {say('reader.sealed')} · {hash}
      </span>
    );
  }
  return (
    <span className="seal" data-broken title={say('reader.unsealed.what')} role="alert">
      <ShieldAlert aria-hidden /> {say('reader.unsealed')} · {hash}
    </span>
  );
}
