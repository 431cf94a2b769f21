import { provisionName } from '../../../shared/brackets/notation.ts';
import type { Bracket } from '../../../shared/schema/bracket.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { useDraft, useNumbers } from '../../session/hooks.ts';

/** What a proposal to move, split or join would do to its provision, in a few words. */
export function ShapeWords({ bracket }: { bracket: Bracket }) {
  const say = useText();
  const numbers = useNumbers();
  const { language, provisions } = useDraft();
  const { kind, goesTo } = bracket;
  if (kind === 'split') return <span>{say('draft.shape.split')}</span>;
  if (goesTo === null) return <span>{say('draft.shape.first')}</span>;
  if (goesTo === undefined) return <em className="variant-none">{say('draft.shape.lost')}</em>;
  const name = provisionName(numbers.get(goesTo) ?? '', provisions.find(({ id }) => id === goesTo)?.text ?? '');
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
