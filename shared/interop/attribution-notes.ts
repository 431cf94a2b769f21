import { draftIndex } from '../brackets/draft-index.ts';
import type { GlyphPart } from '../brackets/layout-contract.ts';
import type { EdgeNote } from '../brackets/print.ts';
import { backersPlace, optionLabelOf } from '../brackets/option-label.ts';
import { isShapeKind, type Bracket, type Piece } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import { CHAIR, SECRETARIAT, type BracketId, type Code } from '../schema/ids.ts';
import type { Position } from '../schema/position.ts';
import { pushTo } from '../schema/push-to.ts';

/**
 * What the attributed rendering writes before a closing bracket: `: ARV, BEL; COR reserves` (rule T5). Proponent and
 * supporters first, then who would keep words proposed for deletion, who reserves and who objects. Words that carry
 * their attribution in themselves get none beside it. A wording without brackets of its own has it all the same: behind a
 * slash `[shall: ARV / should: BEL]`, and an option behind its number, `Option 2 (BEL):`.
 */
export function attributionNotes(draft: Draft, positions: readonly Position[]): EdgeNote {
  const { provisions, brackets, variants } = draftIndex(draft);
  const stances = positionsByBracket(positions);
  const noteOf = (bracket: Bracket): string => {
    const [first, last] = [bracket.pieces[0], bracket.pieces.at(-1)];
    const wordsIn = (piece: Piece | undefined) =>
      piece === undefined ? '' : (provisions.get(piece.provision)?.text.slice(piece.from, piece.to) ?? '');
    const { note } = bracket;
    if (note !== undefined && isShapeKind(bracket.kind)) return '';
    if (note !== undefined && (wordsIn(last).endsWith(note) || wordsIn(first).startsWith(note))) return '';
    if (note !== undefined && bracket.bare && optionLabelOf(wordsIn(first)).includes(note)) return '';
    const choice = bracket.bare ? brackets.get(bracket.variantOf!) : undefined;
    return choice ? wordingNote(bracket, choice, stances) : bracketNote(bracket, stances.get(bracket.id));
  };
  return ({ stretch: { bracket, from }, side, at }) => {
    const note = bracket.pieces.length > 0 ? noteOf(bracket) : '';
    if (bracket.bare !== true) {
      // Whoever stands behind a choice without a word of its own stands behind its wordings.
      const hasBare = bracket.kind === 'choice' && variants.get(bracket.id)?.some((each) => each.bare);
      return side === 'open' || note === '' || hasBare ? undefined : `: ${note}`;
    }
    const isBesideSlash = (brackets.get(bracket.variantOf!)?.pieces.length ?? 0) > 0;
    const { text } = provisions.get(bracket.pieces[0]!.provision)!;
    if (!isBesideSlash) {
      const isLabelled = bracket.option !== undefined || backersPlace(text.slice(from)) !== undefined;
      return side === 'open' && note !== '' && isLabelled ? ` (${note})` : undefined;
    }
    const isAnyNoted = variants.get(bracket.variantOf!)!.some((each) => noteOf(each) !== '');
    // Codes and slashes are told apart by blanks.
    if (side === 'open') return isAnyNoted && text[from - 1] === '/' ? ' ' : undefined;
    const blank = isAnyNoted && text[at] === '/' ? ' ' : '';
    return (note === '' ? '' : `: ${note}`) + blank || undefined;
  };
}

type Stances = ReadonlyMap<BracketId, readonly Position[]>;

/** Who stands behind a wording without brackets of its own. */
function wordingNote(wording: Bracket, choice: Bracket, stances: Stances | undefined): string {
  const said = stances?.get(wording.id) ?? [];
  return bracketNote(asWording(wording, choice), [...said, ...(stances ? ofChoice(stances, wording, choice) : [])]);
}

/**
 * What stands small beside a glyph on the screen and on paper: behind a bracket who stands behind it, behind a bracket
 * with slashes who stands behind each wording, `MEX / EU`, and behind an option's label who stands behind the option.
 * `brackets` are those of its provision. Empty where there is nothing to say.
 */
export function glyphNote(
  { bracket: id, side, says }: Pick<GlyphPart, 'bracket' | 'side' | 'says'>,
  brackets: ReadonlyMap<BracketId, Bracket>,
  stances?: Stances,
): string {
  const bracket = brackets.get(id);
  if (bracket === undefined || (side === 'open' && says === undefined)) return '';
  const wordings =
    bracket.kind === 'choice' ? [...brackets.values()].filter((each) => each.bare && each.variantOf === id) : [];
  if (wordings.length === 0) return bracketNote(bracket, stances?.get(id));
  const startOf = ({ pieces: [piece] }: Bracket) => piece?.from ?? 0;
  const notes = wordings
    .toSorted((one, other) => startOf(one) - startOf(other))
    .map((wording) => wordingNote(wording, bracket, stances));
  return notes.every((note) => note === '') ? '' : notes.map((note) => note || '–').join(' / ');
}

/** A wording with those who second its choice, where both are of the same hand. */
function asWording(wording: Bracket, { proponent, supporters }: Bracket): Bracket {
  const others = wording.proponent === proponent ? supporters : [];
  return { ...wording, supporters: [...new Set([...wording.supporters, ...others])] };
}

/** A position on a choice is one on each of its wordings on which nothing else is said (rule C2). */
function ofChoice(stances: Stances, wording: Bracket, choice: Bracket): readonly Position[] {
  const said = new Set(stances.get(wording.id)?.map(({ delegation }) => delegation));
  return (stances.get(choice.id) ?? []).filter(({ delegation }) => !said.has(delegation));
}

/** Positions by the bracket that they are written at. */
export function positionsByBracket(positions: readonly Position[]): ReadonlyMap<BracketId, readonly Position[]> {
  const stances = new Map<BracketId, Position[]>();
  for (const position of positions) {
    const about = subjectOf(position);
    if (about !== undefined) pushTo(stances, about, position);
  }
  return stances;
}

/** The bracket that a position on its words is written at; a position on "no text" is one on no words. */
function subjectOf({ target }: Position): BracketId | undefined {
  if (target.type === 'bracket') return target.bracket;
  if (target.type === 'provision' || target.variant === 'none') return undefined;
  return target.variant === 'text' ? target.bracket : target.variant;
}

/** Longest note that goes over to the next line as one, in letters. */
const UNBROKEN = 24;

/** Whether a note beside a bracket is short enough not to be broken over two lines. */
export function isUnbroken(note: string): boolean {
  return note.length <= UNBROKEN;
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
