import { CHAIR, type BracketId } from '../../../shared/schema/ids.ts';
import { useText } from '../../i18n/text.tsx';
import { useBracketFace } from '../../session/draft-parts.ts';
import './BracketNest.css';

export interface BracketNestProps {
  /** Outer before inner. */
  readonly nest: readonly BracketId[];
  onSelect(bracket: BracketId): void;
}

/** The brackets round the caret, one in the other; pressing one selects its words. */
export function BracketNest({ nest, onSelect }: BracketNestProps) {
  const say = useText();
  return (
    <nav aria-label={say('nest.title')} className="nest">
      <ol role="list">
        {nest.map((id, index) => (
          <Nested key={id} id={id} here={index === nest.length - 1} onSelect={onSelect} />
        ))}
      </ol>
    </nav>
  );
}

function Nested({ id, here, onSelect }: { id: BracketId; here: boolean; onSelect(bracket: BracketId): void }) {
  const say = useText();
  const bracket = useBracketFace(id);
  if (!bracket) return null;
  return (
    <li>
      <button
        type="button"
        title={say('nest.select')}
        aria-current={here ? 'true' : undefined}
        onClick={() => onSelect(id)}
      >
        {say(`kind.${bracket.kind}`)}
        {bracket.proponent !== CHAIR && !here && <bdi className="nest-code">{bracket.proponent}</bdi>}
      </button>
    </li>
  );
}
