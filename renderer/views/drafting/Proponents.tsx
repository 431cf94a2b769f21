import { CHAIR, type Code } from '../../../shared/schema/ids.ts';
import { Code as CodeTag } from '../../controls/Code.tsx';
import { Text, useText } from '../../i18n/text.tsx';
import type { BracketFace } from '../../session/draft-parts.ts';
import { useSession } from '../../session/hooks.ts';
import { useRosterNames } from './use-roster-names.ts';

/** Who put the words in, who seconds them, who asks to keep what would go. The chair's own need no name. */
export function Proponents({ bracket }: { bracket: BracketFace }) {
  const say = useText();
  const { me } = useSession();
  const names = useRosterNames();
  const tag = (code: string) => (
    <CodeTag key={code} code={code} name={names.get(code as Code) ?? code} mine={code === me.code} />
  );
  const list = (codes: readonly string[]) => <span className="proponents-list">{codes.map(tag)}</span>;
  const byChair = bracket.proponent === CHAIR;
  if (byChair && bracket.supporters.length === 0 && bracket.keepers.length === 0) return null;
  return (
    <p className="proponents">
      {!byChair && <span>{tag(bracket.proponent)}</span>}
      {bracket.supporters.length > 0 && (
        <span>
          <Text id="draft.seconded" values={{ codes: list(bracket.supporters) }} />
        </span>
      )}
      {bracket.keepers.length > 0 && (
        <span title={say('draft.kept-by.what')}>
          <Text id="draft.kept-by" values={{ codes: list(bracket.keepers) }} />
        </span>
      )}
    </p>
  );
}
