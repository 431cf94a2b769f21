import { draftIndex } from '../brackets/draft-index.ts';
import type { EdgeNote } from '../brackets/print.ts';
import { isShapeKind, type Bracket } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import { CHAIR, SECRETARIAT, type BracketId, type Code } from '../schema/ids.ts';
import type { Position } from '../schema/position.ts';

/**
 * What the attributed rendering writes before a closing bracket: `: ARV, BEL; COR reserves` (rule T5). Proponent and
 * supporters first, then who would keep words proposed for deletion, who reserves and who objects. Words that carry
 * their attribution in themselves get none beside it.
 */
export function attributionNotes(draft: Draft, positions: readonly Position[]): EdgeNote {
  const { provisions } = draftIndex(draft);
  const stances = positionsByBracket(positions);
  return ({ stretch: { bracket }, side }) => {
    if (side === 'open') return undefined;
    const last = bracket.pieces.at(-1);
    const words = last === undefined ? '' : (provisions.get(last.provision)?.text.slice(last.from, last.to) ?? '');
    if (bracket.note !== undefined && isShapeKind(bracket.kind)) return undefined;
    if (bracket.note !== undefined && (words.endsWith(bracket.note) || words.startsWith(bracket.note)))
      return undefined;
    const note = bracketNote(bracket, stances.get(bracket.id));
    return note === '' ? undefined : `: ${note}`;
  };
}

/** Positions by the bracket that they are written at. */
export function positionsByBracket(positions: readonly Position[]): ReadonlyMap<BracketId, readonly Position[]> {
  const stances = new Map<BracketId, Position[]>();
  for (const position of positions) {
    const about = subjectOf(position);
    if (about === undefined) continue;
    const list = stances.get(about);
    if (list === undefined) stances.set(about, [position]);
    else list.push(position);
  }
  return stances;
}

/** The bracket that a position on its words is written at; a position on "no text" is one on no words. */
function subjectOf({ target }: Position): BracketId | undefined {
  if (target.type === 'bracket') return target.bracket;
  if (target.type === 'provision' || target.variant === 'none') return undefined;
  return target.variant === 'text' ? target.bracket : target.variant;
}

const OPPOSITE: Partial<Record<Position['stance'], Position['stance']>> = { support: 'object', object: 'support' };

/** Who stands behind a bracket and how, as the attributed rendering writes it: `EU, MEX; RUS reserves`. May be empty. */
export function bracketNote(bracket: Bracket, positions: readonly Position[] = []): string {
  const { proponent, supporters, keepers, kind } = bracket;
  const who = (stance: Position['stance']) => {
    // On the bracket itself, a position on a deletion is one on the deletion, not on the words (rule C2).
    const meant = ({ target, stance: said }: Position) =>
      kind === 'delete' && target.type === 'bracket' ? (OPPOSITE[said] ?? said) : said;
    return [...new Set(positions.filter((each) => meant(each) === stance).map(({ delegation }) => delegation))].sort();
  };
  const own = proponent === CHAIR || proponent === SECRETARIAT ? [] : [proponent];
  const clause = (codes: readonly Code[], verb: string) =>
    codes.length === 0 ? [] : [`${codes.join(', ')} ${codes.length > 1 ? verb : `${verb}s`}`];
  const together = (...lists: readonly (readonly Code[])[]) => [...new Set(lists.flat())];
  // Whoever supports the words of a deletion wants them kept.
  const clauses =
    kind === 'delete'
      ? [
          ...clause(together(own, supporters, who('object')), 'delete'),
          ...clause(together(keepers, who('support')), 'keep'),
          ...clause(who('reserve'), 'reserve'),
        ]
      : [
          ...(own.length + supporters.length + who('support').length > 0
            ? [together(own, supporters, who('support')).join(', ')]
            : []),
          ...clause(who('reserve'), 'reserve'),
          ...clause(who('object'), 'object'),
        ];
  return clauses.join('; ');
}
