import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { assess, type AssessInput } from '../../shared/consensus/assess.ts';
import { viewDraft } from '../../shared/consensus/draft-view.ts';
import { createEngine } from '../../shared/consensus/engine.ts';
import type { DraftTouched } from '../../shared/consensus/engine-contract.ts';
import { positionKey } from '../../shared/positions/record.ts';
import type { Position } from '../../shared/schema/position.ts';
import { aBracket, aMeeting, anAct, aPosition, aProvision, draftOf, someDelegations, someGroups } from './arbitrary.ts';
import { pid, ruling } from './meeting.ts';
import { oracle } from './oracle.ts';
import { plain, plainProvision } from './plain.ts';

// Thousands of meetings, the more so in the long run.
vi.setConfig({ testTimeout: 600_000 });

const LONG = process.env['LONG'] === '1';

test('C3 C4 C5 C6 C8 P3 P4 P6 P7 P8 the engine finds what the rules read off the page find', () => {
  fc.assert(
    fc.property(aMeeting, (input) => {
      const found = assess(input);
      const expected = oracle(input);
      expect(
        [...found.provisions.values()].map((one) => ({
          id: one.provision,
          status: one.status,
          objectors: one.objectors,
          reserves: one.reserves,
          independent: one.independent,
          dependants: one.dependants,
          deadlocked: one.brackets
            .filter(({ deadlocked }) => deadlocked)
            .map(({ bracket }) => bracket)
            .sort(),
          stances: [...one.stances].sort(([a], [b]) => (a < b ? -1 : 1)),
        })),
      ).toEqual(expected.provisions);
      expect(found.openBrackets).toBe(expected.openBrackets);
      for (const provision of found.provisions.values()) {
        expect(provision.brackets.map(({ bracket }) => bracket).toSorted()).toEqual(
          expected.standalone(provision.provision).toSorted(),
        );
        for (const one of provision.brackets) {
          const variants = expected.variants.get(one.bracket)!;
          expect([...one.landingZone].toSorted()).toEqual(expected.landing.get(one.bracket)!.toSorted());
          for (const variant of one.variants) {
            expect(variant).toMatchObject(variants.find((other) => other.variant === variant.variant)!);
            expect(variant.independent).toBe(expected.cover(variant.objectors));
            expect(variant.cover.length).toBe(variant.independent);
          }
        }
      }
    }),
    { numRuns: LONG ? 5000 : 300, seed: 17 },
  );
});

test('C9 the ranking holds every provision once, and no easier one before a harder', () => {
  fc.assert(
    fc.property(aMeeting, (input) => {
      const { ranking, provisions, counts } = assess(input);
      expect([...ranking].toSorted()).toEqual([...provisions.keys()].toSorted());
      const place = ranking.map((id) => {
        const { status, objectors, reserves } = provisions.get(id)!;
        if (status !== 'reopened') return ['blocked', 'reserved', 'open', 'ready', 'agreed'].indexOf(status);
        return objectors.length > 0 ? 0 : reserves.length > 0 ? 1 : 2;
      });
      expect(place).toEqual(place.toSorted((a, b) => a - b));
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(provisions.size);
    }),
    { numRuns: LONG ? 2000 : 150, seed: 18 },
  );
});

type Engine = ReturnType<typeof createEngine>;
/** A change as data, so that a failing run can be shrunk: what the meeting is after it, and how the engine hears of it. */
type Step = (input: AssessInput) => { readonly next: AssessInput; readonly tell: (engine: Engine) => void };

const file = (positions: readonly Position[], key: string, position?: Position) => [
  ...positions.filter((other) => positionKey(other) !== key),
  ...(position ? [position] : []),
];

const statePosition = aPosition.map((position): Step => (input) => ({
  next: { ...input, positions: file(input.positions, positionKey(position), position) },
  tell: (engine) => engine.setPosition(positionKey(position), position),
}));

const withdrawPosition = fc.nat(30).map((nth): Step => (input) => {
  const position = input.positions[nth % Math.max(1, input.positions.length)];
  const key = position ? positionKey(position) : 'nothing';
  return {
    next: { ...input, positions: file(input.positions, key) },
    tell: (engine) => engine.setPosition(key, undefined),
  };
});

const changePositions = fc.array(aPosition, { maxLength: 12 }).map((positions): Step => (input) => ({
  next: { ...input, positions },
  tell: (engine) => engine.setPositions(positions),
}));

const changeRoster = fc.tuple(someDelegations, someGroups).map(([delegations, groups]): Step => (input) => ({
  next: { ...input, delegations, groups },
  tell: (engine) => engine.setRoster(delegations, groups),
}));

const rule = anAct.map((act): Step => (input) => {
  const rulings = [...input.rulings, ruling(act(input.draft), 20 + input.rulings.length)];
  return { next: { ...input, rulings }, tell: (engine) => engine.setRulings(rulings) };
});

const imply = fc.tuple(fc.constantFrom(1, 2, 3, 4, 5).map(pid), fc.nat(2)).map(([id, count]): Step => (input) => ({
  next: { ...input, implied: new Map([...(input.implied ?? []), [id, count]]) },
  tell: (engine) => engine.setImplied(id, count),
}));

/** Tells what a replica tells: provisions whose words are others, what is gone, brackets that are others. */
const redraft = (input: AssessInput, draft: AssessInput['draft']): ReturnType<Step> => {
  const before = new Map(input.draft.provisions.map((one) => [one.id, one]));
  const after = new Map(draft.provisions.map((one) => [one.id, one]));
  const old = new Map(input.draft.brackets.map((one) => [one.id, one]));
  const now = new Map(draft.brackets.map((one) => [one.id, one]));
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  const order = (one: AssessInput['draft']) => one.provisions.map(({ id }) => id).join();
  const touched: DraftTouched = {
    provisions: new Set([...after.keys()].filter((id) => differs(before.get(id), after.get(id)))),
    gone: new Set([...before.keys()].filter((id) => !after.has(id))),
    reordered: order(input.draft) !== order(draft),
    brackets: new Set([...old.keys(), ...now.keys()].filter((id) => differs(old.get(id), now.get(id)))),
  };
  return { next: { ...input, draft }, tell: (engine) => engine.draftChanged(touched, viewDraft(draft)) };
};

const changeBracket = fc
  .integer({ min: 1, max: 9 })
  .chain((n) => fc.tuple(fc.constant(n), fc.option(aBracket(n), { freq: 3 })))
  .map(([n, one]): Step => (input) => {
    const others = input.draft.brackets.filter(({ id }) => !id.endsWith(`b000000${n}`));
    return redraft(input, draftOf(input.draft.provisions, one ? [...others, one] : others));
  });

const changeProvision = fc
  .integer({ min: 1, max: 5 })
  .chain((n) => fc.tuple(fc.constant(n), fc.option(aProvision(n), { freq: 4 }), fc.nat(4)))
  .map(([n, one, at]): Step => (input) => {
    const provisions = input.draft.provisions.filter(({ id }) => id !== pid(n));
    if (one) provisions.splice(at, 0, one);
    return redraft(input, draftOf(provisions.length > 0 ? provisions : input.draft.provisions, input.draft.brackets));
  });

const aStep = fc.oneof(
  { weight: 6, arbitrary: statePosition },
  { weight: 3, arbitrary: withdrawPosition },
  { weight: 1, arbitrary: changePositions },
  { weight: 1, arbitrary: changeRoster },
  { weight: 3, arbitrary: rule },
  { weight: 1, arbitrary: imply },
  { weight: 6, arbitrary: changeBracket },
  { weight: 3, arbitrary: changeProvision },
);

test('C11 after every change the running assessment equals one computed afresh', () => {
  fc.assert(
    fc.property(aMeeting, fc.array(aStep, { minLength: 1, maxLength: 14 }), (start, steps) => {
      let input = start;
      const engine = createEngine({ ...input, draft: viewDraft(input.draft) });
      steps.forEach((step, at) => {
        const { next, tell } = step(input);
        tell(engine);
        input = next;
        // Now and then several changes are read at once.
        if (at % 3 === 2) return;
        expect(plain(engine.read())).toEqual(plain(assess(input)));
      });
    }),
    { numRuns: LONG ? 5000 : 150, seed: 19 },
  );
});

test('C11 what a change does not touch keeps its very object', () => {
  fc.assert(
    fc.property(aMeeting, aPosition, (input, position) => {
      const engine = createEngine({ ...input, draft: viewDraft(input.draft) });
      const before = engine.read();
      expect(engine.read()).toBe(before);
      const stated: Position = { ...position, target: { type: 'provision', provision: pid(1) } };
      engine.setPosition(positionKey(stated), stated);
      const after = engine.read();
      for (const [id, found] of after.provisions) {
        const known = before.provisions.get(id);
        if (id === pid(1) || found === known) continue;
        expect(known && plainProvision(known)).not.toEqual(plainProvision(found));
      }
    }),
    { numRuns: LONG ? 1000 : 80, seed: 20 },
  );
});

test('C11 what was read stays as it was read', () => {
  fc.assert(
    fc.property(aMeeting, fc.array(aStep, { minLength: 1, maxLength: 6 }), (start, steps) => {
      let input = start;
      const engine = createEngine({ ...input, draft: viewDraft(input.draft) });
      const read = [{ assessment: engine.read(), as: JSON.stringify(plain(engine.read())) }];
      for (const step of steps) {
        const { next, tell } = step(input);
        tell(engine);
        input = next;
        read.push({ assessment: engine.read(), as: JSON.stringify(plain(engine.read())) });
      }
      for (const { assessment, as } of read) expect(JSON.stringify(plain(assessment))).toBe(as);
    }),
    { numRuns: LONG ? 2000 : 80, seed: 21 },
  );
});
