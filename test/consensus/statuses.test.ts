import { describe, expect, test } from 'vitest';
import { assess, type AssessInput } from '../../shared/consensus/assess.ts';
import type { Reason } from '../../shared/consensus/assessment.ts';
import { gavelledWords } from '../../shared/procedure/gavelled-words.ts';
import {
  bid,
  bracket,
  code,
  group,
  meeting,
  members,
  onBracket,
  onProvision,
  onVariant,
  pid,
  provision,
  ruling,
  says,
  type Sketch,
} from './meeting.ts';

const first = (input: AssessInput) => assess(input).provisions.get(pid(1))!;
const status = (sketch: Sketch) => first(meeting(sketch)).status;
const reasons = <Type extends Reason['type']>(sketch: Sketch, type: Type) =>
  first(meeting(sketch)).reasons.filter((reason): reason is Extract<Reason, { type: Type }> => reason.type === type);
const landing = (sketch: Sketch) => first(meeting(sketch)).brackets[0]!.landingZone;
const adRef = (words = provision(1).text) => ruling({ type: 'adRef', provision: pid(1), words });

const held = bracket(bid(1), 'hold', 1);
const choice = bracket(bid(1), 'choice', 1);
const shall = bracket(bid(2), 'insert', 1, { variantOf: bid(1), by: 'AAA' });
const should = bracket(bid(3), 'insert', 1, { variantOf: bid(1), by: 'BBB', from: 7, to: 9 });
const wordings = [choice, shall, should];

describe('status', () => {
  test('C3 nothing open, not gavelled: ready', () => expect(status({})).toBe('ready'));
  test('C3 an open bracket: open', () => expect(status({ brackets: [held] })).toBe('open'));
  test('C3 a reserve on the provision: reserved', () =>
    expect(status({ positions: [says('AAA', 'reserve', onProvision(1))] })).toBe('reserved'));
  test('C3 a reserve on one free variant of two leaves the other: open', () =>
    expect(status({ brackets: [held], positions: [says('AAA', 'reserve', onVariant(bid(1), 'text'))] })).toBe('open'));
  test('C3 every free variant reserved on: reserved', () => {
    const positions = [
      says('AAA', 'object', onVariant(bid(1), 'none')),
      says('BBB', 'reserve', onVariant(bid(1), 'text')),
    ];
    expect(status({ brackets: [held], positions })).toBe('reserved');
  });
  test('C3 an objection to the provision as it stands: blocked', () =>
    expect(status({ positions: [says('AAA', 'object', onProvision(1))] })).toBe('blocked'));
  test('C3 ad ref by ruling, words unchanged: agreed, whatever is said since', () =>
    expect(status({ rulings: [adRef()], positions: [says('AAA', 'object', onProvision(1))] })).toBe('agreed'));
  test('C3 ad ref by ruling, a word changed since: reopened', () =>
    expect(status({ rulings: [adRef('States decide to gather.')] })).toBe('reopened'));
  test('C3 ad ref by ruling, a bracket opened since: reopened', () =>
    expect(status({ rulings: [adRef()], brackets: [held] })).toBe('reopened'));
  test('C3 ad ref on words with open brackets agrees nothing', () =>
    expect(status({ rulings: [adRef(gavelledWords(provision(1), [held]))], brackets: [held] })).toBe('open'));
  test('P9 a later ruling reopens; the provision stands where its words and positions put it', () => {
    const rulings = [ruling({ type: 'reopen', provision: pid(1) }, 20), adRef()];
    expect(status({ rulings })).toBe('ready');
    expect(status({ rulings, positions: [says('AAA', 'object', onProvision(1))] })).toBe('blocked');
    expect(reasons({ rulings }, 'reopened-by-ruling')).toEqual([{ type: 'reopened-by-ruling', at: 20 }]);
  });
  test('C10 implied brackets count as open', () => {
    const implied = new Map([[pid(1), 2]]);
    expect(status({ implied })).toBe('open');
    expect(reasons({ implied }, 'implied-bracket')).toEqual([{ type: 'implied-bracket', count: 2 }]);
  });
  test('C3 a bracket over two provisions is open in both', () => {
    const pieces = [1, 2].map((n) => ({ provision: pid(n), from: 0, to: 6, label: false }));
    const { provisions, openBrackets } = assess(meeting({ brackets: [{ ...held, pieces }] }));
    expect([...provisions.values()].map((found) => found.status)).toEqual(['open', 'open']);
    expect(openBrackets).toBe(1);
  });
  test('C3 a heading stands on the board only when something is said of it', () => {
    const heading = provision(1, 'Follow-up', 'heading');
    expect(assess(meeting({ provisions: [heading] })).provisions.size).toBe(0);
    expect(status({ provisions: [heading], brackets: [held] })).toBe('open');
  });
});

describe('both sides', () => {
  const textObjected = says('AAA', 'object', onVariant(bid(1), 'text'));
  const noneObjected = says('BBB', 'object', onVariant(bid(1), 'none'));

  test('C4 objections to the words alone leave "no text" to land on', () => {
    expect(status({ brackets: [held], positions: [textObjected] })).toBe('open');
    expect(landing({ brackets: [held], positions: [textObjected] })).toEqual(['none']);
  });
  test('C4 each variant objected to: deadlocked, blocked, with everybody named', () => {
    const sketch = { brackets: [held], positions: [textObjected, noneObjected] };
    expect(status(sketch)).toBe('blocked');
    expect(landing(sketch)).toEqual([]);
    expect(reasons(sketch, 'bracket-deadlocked')).toEqual([
      { type: 'bracket-deadlocked', bracket: bid(1), by: ['AAA', 'BBB'], cover: ['AAA', 'BBB'] },
    ]);
    expect(first(meeting(sketch)).objectors).toEqual(['AAA', 'BBB']);
  });
  test('C4 a choice is deadlocked over its variants alone, or over "no text" too where it offers it', () => {
    const positions = [
      says('CCC', 'object', onVariant(bid(1), shall.id)),
      says('DDD', 'object', onVariant(bid(1), should.id)),
    ];
    expect(status({ brackets: wordings, positions })).toBe('blocked');
    expect(landing({ brackets: [{ ...choice, noText: true }, shall, should], positions })).toEqual(['none']);
  });
  test('C7 who objects to "no text" insists on the words', () =>
    expect(reasons({ brackets: [held], positions: [noneObjected] }, 'insisted-on')).toEqual([
      { type: 'insisted-on', bracket: bid(1), by: ['BBB'] },
    ]));
  test('C2 an objection to a whole choice is one to each variant on which nothing else is said', () => {
    const positions = [says('CCC', 'object', onBracket(bid(1))), says('CCC', 'accept', onVariant(bid(1), should.id))];
    expect(landing({ brackets: wordings, positions })).toEqual([should.id]);
  });
  test('C2 an objection to a proposed deletion is one to the deletion', () => {
    const deletion = bracket(bid(1), 'delete', 1, { by: 'BBB' });
    expect(landing({ brackets: [deletion], positions: [says('AAA', 'object', onBracket(bid(1)))] })).toEqual(['text']);
  });
  test('C2 a variant is one target by whichever of its names it is called', () => {
    for (const target of [onVariant(bid(1), shall.id), onVariant(shall.id, 'text'), onBracket(shall.id)])
      expect(landing({ brackets: wordings, positions: [says('CCC', 'object', target)] })).toEqual([should.id]);
  });
  test('C2 a choice that has lost its variants is open, not deadlocked', () =>
    expect(status({ brackets: [choice], positions: [says('AAA', 'object', onBracket(bid(1)))] })).toBe('open'));
});

describe('landing zone', () => {
  const order = (
    positions: Sketch['positions'] & {},
    groups: Sketch['groups'] & {} = [],
    distance?: Sketch['distance'],
  ) =>
    first(
      meeting({ brackets: wordings, positions, groups, ...(distance ? { distance } : {}) }),
    ).brackets[0]!.variants.map(({ variant }) => variant);
  const at = (variant: typeof shall) => onVariant(bid(1), variant.id);

  test('C6 in the order of the text where nothing tells them apart', () =>
    expect(order([])).toEqual([shall.id, should.id]));
  test('C6 fewest objectors first', () =>
    expect(order([says('CCC', 'object', at(shall))])).toEqual([should.id, shall.id]));
  test('C6 then fewest independent objectors', () => {
    const positions = [
      ...['CCC', 'DDD'].map((by) => says(by, 'object', at(shall))),
      ...['CCC', 'EEE'].map((by) => says(by, 'object', at(should))),
    ];
    expect(order(positions, [group('GRP', 'CCC', 'EEE')])).toEqual([should.id, shall.id]);
  });
  test('C6 then fewest reserves', () =>
    expect(order([says('CCC', 'reserve', at(shall))])).toEqual([should.id, shall.id]));
  test('C6 then most support', () =>
    expect(order([says('CCC', 'support', at(should))])).toEqual([should.id, shall.id]));
  test('C6 then nearest to agreed language', () =>
    expect(order([], [], (_, variant) => (variant === shall.id ? 3 : 0))).toEqual([should.id, shall.id]));
});

describe('proposals', () => {
  const stand = (sketch: Sketch) => first(meeting(sketch)).brackets[0]!.variants;
  const on = (variant: string, sketch: Sketch) => stand(sketch).find((found) => found.variant === variant)!;

  test('P7 who puts words in supports them, and who seconds them', () => {
    const brackets = [bracket(bid(1), 'insert', 1, { by: 'AAA', supporters: [code('BBB')] })];
    expect(on('text', { brackets }).supporters).toEqual(['AAA', 'BBB']);
    expect(on('none', { brackets }).objectors).toEqual([]);
  });
  test('P7 unless it states otherwise', () => {
    const brackets = [bracket(bid(1), 'insert', 1, { by: 'AAA' })];
    expect(on('text', { brackets, positions: [says('AAA', 'accept', onBracket(bid(1)))] }).supporters).toEqual([]);
    const floor = says('AAA', 'reserve', onBracket(bid(1)), { source: 'floor' });
    expect(on('text', { brackets, positions: [floor] }).reserves).toEqual(['AAA']);
  });
  test('P7 who would delete supports "no text"; who would keep objects to it', () => {
    const brackets = [bracket(bid(1), 'delete', 1, { by: 'AAA', keepers: [code('BBB')] })];
    expect(on('none', { brackets })).toMatchObject({ supporters: ['AAA'], objectors: ['BBB'] });
    expect(on('text', { brackets }).supporters).toEqual(['BBB']);
  });
  test('P7 who holds words in brackets has said nothing for or against them', () => {
    const brackets = [bracket(bid(1), 'hold', 1, { by: 'AAA' })];
    expect(on('text', { brackets })).toMatchObject({ supporters: [], objectors: [], reserves: [] });
  });
  test('P7 each side of a choice is supported by its own proponent; the chair supports none', () => {
    expect(on(shall.id, { brackets: wordings }).supporters).toEqual(['AAA']);
    expect(on(should.id, { brackets: wordings }).supporters).toEqual(['BBB']);
    const brackets = [bracket(bid(1), 'insert', 1)];
    expect(on('text', { brackets }).supporters).toEqual([]);
  });
  test('P7 a group that proposes supports through its members', () => {
    const brackets = [bracket(bid(1), 'insert', 1, { by: 'GRP' })];
    expect(on('text', { brackets, groups: [group('GRP', 'AAA', 'BBB')] }).supporters).toEqual(['AAA', 'BBB']);
  });
});

describe('objectors', () => {
  const objecting = (...codes: string[]) => codes.map((by) => says(by, 'object', onProvision(1)));

  test('C5 a lone State is named', () =>
    expect(reasons({ positions: objecting('CCC') }, 'lone-objector')).toEqual([
      { type: 'lone-objector', by: 'CCC', group: false },
    ]));
  test('C5 a group that objects as one is a lone group', () =>
    expect(
      reasons({ positions: objecting('GRP'), groups: [group('GRP', 'AAA', 'BBB', 'CCC')] }, 'lone-objector'),
    ).toEqual([{ type: 'lone-objector', by: 'GRP', group: true }]));
  test('C5 two of a large group are held by one group, but it does not stand alone', () => {
    const sketch = { positions: objecting('AAA', 'BBB'), groups: [group('GRP', 'AAA', 'BBB', 'CCC', 'DDD')] };
    expect(reasons(sketch, 'provision-objected')).toEqual([
      { type: 'provision-objected', by: ['AAA', 'BBB'], independent: 1, cover: ['GRP'] },
    ]);
    expect(reasons(sketch, 'lone-objector')).toEqual([]);
  });
  test('P4 a position from outside the roster counts for itself; an observer has none', () => {
    expect(first(meeting({ positions: objecting('ZZZ') })).objectors).toEqual(['ZZZ']);
    const delegations = [...members('AAA'), { code: code('HSE'), name: 'Holy See', standing: 'observer' as const }];
    expect(first(meeting({ delegations, positions: objecting('HSE') })).objectors).toEqual([]);
  });
  test('P4 a group without members in the roster stands for itself', () =>
    expect(first(meeting({ groups: [group('GRP', 'XXX')], positions: objecting('GRP') })).objectors).toEqual(['GRP']));
});

describe('conditions', () => {
  const when = { bracket: bid(5), variant: 'text' } as const;
  const seven = bracket(bid(5), 'insert', 2);

  test('P8 support under a condition is withheld until it is met', () => {
    const positions = [says('AAA', 'support', onProvision(1), { conditionOn: when })];
    expect(status({ brackets: [seven], positions })).toBe('reserved');
    expect(status({ positions, rulings: [ruling({ type: 'keep', bracket: bid(5) })] })).toBe('ready');
    expect(status({ positions, rulings: [ruling({ type: 'drop', bracket: bid(5) })] })).toBe('reserved');
  });
  test('P8 an objection under a condition ends where it is met', () => {
    const positions = [says('AAA', 'object', onProvision(1), { conditionOn: when })];
    expect(status({ brackets: [seven], positions })).toBe('blocked');
    expect(status({ positions, rulings: [ruling({ type: 'keep', bracket: bid(5) })] })).toBe('ready');
  });
  test('P8 a condition in free words is shown and never taken as met', () => {
    const positions = [says('AAA', 'accept', onProvision(1), { condition: 'If 7 stands.' })];
    expect(status({ positions })).toBe('reserved');
    expect(reasons({ positions }, 'conditional')).toEqual([
      { type: 'conditional', by: 'AAA', condition: 'If 7 stands.' },
    ]);
  });
  test('C8 a provision is a keystone for those that hang on it, directly or through others, circles counted once', () => {
    const provisions = [provision(1), provision(2), provision(3)];
    const brackets = [1, 2, 3].map((n) => bracket(bid(n), 'insert', n));
    const hangs = (from: number, on: number, by = 'AAA') =>
      says(by, 'accept', onProvision(from), { conditionOn: { bracket: bid(on), variant: 'text' } });
    const dependants = (positions: ReturnType<typeof hangs>[]) =>
      [...assess(meeting({ provisions, brackets, positions })).provisions.values()].map((found) => found.dependants);
    expect(dependants([hangs(1, 2), hangs(2, 3)])).toEqual([0, 1, 2]);
    expect(dependants([hangs(1, 2), hangs(2, 1), hangs(1, 1, 'BBB')])).toEqual([1, 1, 0]);
  });
});

describe('ranking', () => {
  test('C9 hardest first, agreed last', () => {
    const provisions = [1, 2, 3, 4, 5].map((n) => provision(n));
    const found = assess(
      meeting({
        provisions,
        brackets: [bracket(bid(1), 'hold', 3)],
        positions: [says('AAA', 'reserve', onProvision(4)), says('AAA', 'object', onProvision(5))],
        rulings: [adRef()],
      }),
    );
    expect(found.ranking).toEqual([5, 4, 3, 2, 1].map(pid));
    expect(found.counts).toEqual({ agreed: 1, reopened: 0, blocked: 1, reserved: 1, open: 1, ready: 1 });
  });
  test('C9 two independent objectors before two of one group', () => {
    const objecting = (at: number, ...codes: string[]) => codes.map((by) => says(by, 'object', onProvision(at)));
    const found = assess(
      meeting({
        groups: [group('GRP', 'AAA', 'BBB')],
        positions: [...objecting(1, 'AAA', 'BBB'), ...objecting(2, 'AAA', 'CCC')],
      }),
    );
    expect(found.ranking).toEqual([pid(2), pid(1)]);
  });
});
