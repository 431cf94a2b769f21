import { FormattedList } from 'react-intl';
import type { Code as CodeType } from '../../../shared/schema/ids.ts';
import { Code } from '../../controls/Code.tsx';
import { useText } from '../../i18n/text.tsx';
import { useRoster, useSession } from '../../session/hooks.ts';
import { holderNames } from './use-names.ts';

const SHOWN = 4;

/** Delegations and groups by their codes, as a list in words: `EU, MEX and 3 more`. One's own code stands out. */
export function Holders({ codes, shown = SHOWN }: { codes: readonly CodeType[]; shown?: number }) {
  const say = useText();
  const { me } = useSession();
  const { delegations, groups } = useRoster();
  const names = holderNames(delegations, groups);
  const listed = codes.length > shown + 1 ? codes.slice(0, shown) : codes;
  const rest = codes.length - listed.length;
  const items = listed.map((code) => (
    <Code key={code} code={code} name={names.get(code) ?? code} mine={code === me.code} />
  ));
  return (
    <FormattedList
      type="conjunction"
      value={rest > 0 ? [...items, <span key="rest">{say('board.and-more', { count: rest })}</span>] : items}
    />
  );
}
