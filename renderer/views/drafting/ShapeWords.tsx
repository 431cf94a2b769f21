import { provisionName } from '../../../shared/brackets/notation.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { useProvision, type BracketFace } from '../../session/draft-parts.ts';
import { useDraftLanguage, useNumbers, useSession } from '../../session/hooks.ts';

/** What a proposal to move, split or join would do to its provision, in a few words. */
export function ShapeWords({ bracket }: { bracket: BracketFace }) {
  const say = useText();
  const numbers = useNumbers();
  const language = useDraftLanguage();
  const { kind, goesTo } = bracket;
  const { replica } = useSession();
  // What it is called by hangs on its words, where it has no number.
  useProvision(goesTo ?? undefined);
  if (kind === 'split') return <span>{say('draft.shape.split')}</span>;
  if (goesTo === null) return <span>{say('draft.shape.first')}</span>;
  if (goesTo === undefined) return <em className="variant-none">{say('draft.shape.lost')}</em>;
  const { provisions } = replica?.read() ?? { provisions: [] };
  const name = provisionName(provisions, replica?.indexOf(goesTo) ?? -1, ({ id }) => numbers.get(id) ?? '');
  const shown = (
    <bdi key="name" lang={language}>
      {name}
    </bdi>
  );
  return (
    <span>
      <Text id={kind === 'join' ? 'draft.shape.join' : 'draft.shape.move'} values={{ name: shown }} />
    </span>
  );
}
