import type { VariantAssessment } from '../../../shared/consensus/assessment.ts';
import type { Code as CodeType } from '../../../shared/schema/ids.ts';
import type { Stance } from '../../../shared/schema/position.ts';
import { Code } from '../../controls/Code.tsx';
import { StanceGlyph } from '../../controls/StanceGlyph.tsx';
import { useFigures } from '../../i18n/figures.ts';
import { useText } from '../../i18n/text.tsx';
import { useRosterNames } from './use-roster-names.ts';
import './Standing.css';

const SHOWN = 5;

/** How people stand on one wording: who objects first, then who waits, then who can live with it, then who wants it. */
export function Standing({ variant }: { variant: VariantAssessment }) {
  const rows: readonly (readonly [Stance, readonly CodeType[]])[] = [
    ['object', variant.objectors],
    ['reserve', variant.reserves],
    ['accept', variant.accepters],
    ['support', variant.supporters],
  ];
  const said = rows.filter(([, codes]) => codes.length > 0);
  if (said.length === 0) return null;
  return (
    <ul role="list" className="standing">
      {said.map(([stance, codes]) => (
        <StandingRow key={stance} stance={stance} codes={codes} />
      ))}
    </ul>
  );
}

export function StandingRow({ stance, codes }: { stance: Stance; codes: readonly CodeType[] }) {
  const say = useText();
  const figures = useFigures();
  const names = useRosterNames();
  const more = codes.slice(SHOWN);
  return (
    <li>
      <StanceGlyph stance={stance} label={say(`stance.${stance}`)} size={16} />
      <span className="standing-count">{figures(codes.length)}</span>
      <span className="standing-codes">
        {codes.slice(0, SHOWN).map((code) => (
          <Code key={code} code={code} name={names.get(code) ?? code} />
        ))}
        {more.length > 0 && (
          <span title={more.map((code) => names.get(code) ?? code).join(', ')}>
            {say('draft.and-more', { count: more.length })}
          </span>
        )}
      </span>
    </li>
  );
}
