import fc from 'fast-check';
import type { AssessInput } from '../../shared/consensus/assess.ts';
import { BRACKET_KINDS, type Bracket } from '../../shared/schema/bracket.ts';
import type { BracketId, Code } from '../../shared/schema/ids.ts';
import type { Delegation, Group } from '../../shared/schema/meeting.ts';
import { STANCES, type Position, type Target, type VariantId } from '../../shared/schema/position.ts';
import type { Provision } from '../../shared/schema/provision.ts';
import type { RulingAct } from '../../shared/schema/ruling.ts';
import { gavelledWords } from '../../shared/procedure/gavelled-words.ts';
import { bid, bracket, code, group, meeting, members, pid, provision, ruling } from './meeting.ts';

// Small meetings, crowded on purpose: five provisions, nine brackets, eight voices, so that everything meets everything.

const PROVISIONS = [1, 2, 3, 4, 5];
const BRACKETS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const STATES = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF'];
const GROUPS = ['GRP', 'HUB', 'JOT'];
/** ZZZ stands in no roster, OBS observes. */
const VOICES = [...STATES, ...GROUPS, 'ZZZ', 'OBS'];

export const aCode: fc.Arbitrary<Code> = fc.constantFrom(...VOICES).map(code);
const aBracketId: fc.Arbitrary<BracketId> = fc.constantFrom(...BRACKETS).map((n) => bid(n));
const aVariant: fc.Arbitrary<VariantId> = fc.oneof(fc.constantFrom('text' as const, 'none' as const), aBracketId);

export const aTarget: fc.Arbitrary<Target> = fc.oneof(
  fc.constantFrom(...PROVISIONS).map((n): Target => ({ type: 'provision', provision: pid(n) })),
  aBracketId.map((id): Target => ({ type: 'bracket', bracket: id })),
  fc.tuple(aBracketId, aVariant).map(([id, variant]): Target => ({ type: 'variant', bracket: id, variant })),
);

export const aPosition: fc.Arbitrary<Position> = fc
  .record({
    delegation: aCode,
    target: aTarget,
    stance: fc.constantFrom(...STANCES),
    audience: fc.constantFrom('room' as const, 'room' as const, 'chair' as const),
    source: fc.constantFrom('national' as const, 'national' as const, 'floor' as const),
    at: fc.integer({ min: 1, max: 4 }),
    condition: fc.option(fc.constant('if so'), { nil: undefined, freq: 8 }),
    conditionOn: fc.option(fc.record({ bracket: aBracketId, variant: aVariant }), { nil: undefined, freq: 4 }),
  })
  .map(({ condition, conditionOn, ...rest }) => ({
    ...rest,
    ...(condition ? { condition } : {}),
    ...(conditionOn ? { conditionOn } : {}),
  }));

export const aProvision = (n: number): fc.Arbitrary<Provision> =>
  fc
    .record({
      text: fc.constantFrom('States decide to meet.', 'States shall not decide.'),
      kind: fc.constantFrom('operative' as const, 'operative' as const, 'heading' as const),
    })
    .map(({ text, kind }) => provision(n, text, kind));

/** Brackets 1 to 3 may be choices; 4 to 9 may be variants of them. */
export const aBracket = (n: number): fc.Arbitrary<Bracket> =>
  fc
    .record({
      kind: fc.constantFrom(...BRACKET_KINDS),
      at: fc.uniqueArray(fc.constantFrom(...PROVISIONS), { minLength: 1, maxLength: 2 }),
      choice: fc.constantFrom(undefined, 1, 2, 3),
      by: fc.constantFrom('CHAIR', 'SEC', ...VOICES),
      supporters: fc.uniqueArray(aCode, { maxLength: 2 }),
      keepers: fc.uniqueArray(aCode, { maxLength: 2 }),
      from: fc.integer({ min: 0, max: 3 }),
      noText: fc.boolean(),
      opened: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ kind, at, choice, by, from, noText, ...rest }) => {
      const isVariant = n > 3 && choice !== undefined;
      return bracket(bid(n), n <= 3 && choice ? 'choice' : kind === 'choice' ? 'hold' : kind, at[0]!, {
        by,
        pieces: at.toSorted().map((place) => ({ provision: pid(place), from, to: from + 3, label: false })),
        ...(isVariant ? { variantOf: bid(choice) } : {}),
        ...(n <= 3 && choice && noText ? { noText } : {}),
        ...rest,
      });
    });

export const someProvisions: fc.Arbitrary<readonly Provision[]> = fc
  .uniqueArray(fc.constantFrom(...PROVISIONS), { minLength: 1 })
  .chain((numbers) => fc.tuple(...numbers.map(aProvision)));

export const someBrackets: fc.Arbitrary<readonly Bracket[]> = fc
  .uniqueArray(fc.constantFrom(...BRACKETS))
  .chain((numbers) => fc.tuple(...numbers.map(aBracket)));

export const someGroups: fc.Arbitrary<readonly Group[]> = fc
  .tuple(...GROUPS.map(() => fc.uniqueArray(fc.constantFrom(...STATES, 'ZZZ'))))
  .map((lists) => lists.map((list, at) => group(GROUPS[at]!, ...list)));

export const someDelegations: fc.Arbitrary<readonly Delegation[]> = fc
  .subarray(STATES, { minLength: 2 })
  .map((present) => [...members(...present), { code: code('OBS'), name: 'Observer', standing: 'observer' as const }]);

/** Rulings of every kind; *ad ref* on the words as they stand, or on others. */
export const anAct: fc.Arbitrary<(draft: AssessInput['draft']) => RulingAct> = fc.oneof(
  aBracketId.map((id) => () => ({ type: 'keep' as const, bracket: id })),
  aBracketId.map((id) => () => ({ type: 'drop' as const, bracket: id })),
  fc.tuple(aBracketId, aBracketId).map(([id, variant]) => () => ({ type: 'choose' as const, bracket: id, variant })),
  fc.constantFrom(...PROVISIONS).map((n) => (draft: AssessInput['draft']) => {
    const found = draft.provisions.find(({ id }) => id === pid(n));
    const inside = draft.brackets.filter(({ pieces }) => pieces.some((piece) => piece.provision === pid(n)));
    return { type: 'adRef' as const, provision: pid(n), words: found ? gavelledWords(found, inside) : 'gone' };
  }),
  fc.constantFrom(...PROVISIONS).map((n) => () => ({ type: 'adRef' as const, provision: pid(n), words: 'other' })),
  fc.constantFrom(...PROVISIONS).map((n) => () => ({ type: 'reopen' as const, provision: pid(n) })),
);

/** Only brackets with a piece in sight, by the place where they start, as a replica reads them. */
export function draftOf(provisions: readonly Provision[], brackets: readonly Bracket[]): AssessInput['draft'] {
  const order = new Map(provisions.map(({ id }, at) => [id, at]));
  const inSight = brackets.flatMap((one): Bracket[] => {
    const pieces = one.pieces
      .filter((piece) => order.has(piece.provision))
      .toSorted((a, b) => order.get(a.provision)! - order.get(b.provision)! || a.from - b.from);
    return pieces.length > 0 ? [{ ...one, pieces }] : [];
  });
  const start = (one: Bracket) => order.get(one.pieces[0]!.provision)! * 100 + one.pieces[0]!.from;
  inSight.sort((a, b) => start(a) - start(b) || (a.id < b.id ? -1 : 1));
  return meeting({ provisions, brackets: inSight }).draft;
}

export const aMeeting: fc.Arbitrary<AssessInput> = fc
  .tuple(someProvisions, someBrackets)
  .map(([provisions, brackets]) => draftOf(provisions, brackets))
  .chain((draft) =>
    fc.record({
      draft: fc.constant(draft),
      positions: fc.array(aPosition, { maxLength: 25 }),
      delegations: someDelegations,
      groups: someGroups,
      rulings: fc.array(anAct, { maxLength: 4 }).map((acts) => acts.map((act, at) => ruling(act(draft), 10 + at))),
      implied: fc
        .array(fc.tuple(fc.constantFrom(...PROVISIONS).map(pid), fc.integer({ min: 1, max: 2 })), { maxLength: 1 })
        .map((entries) => new Map(entries)),
    }),
  );
