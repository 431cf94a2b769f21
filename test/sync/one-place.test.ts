import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { BracketPrinter } from '../../shared/brackets/print.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import type { Hand } from '../../shared/sync/contract.ts';
import { readFresh, type Replica } from '../../shared/sync/replica.ts';
import { copyOf, handOf, heal, opened, provisionId, seeded, texts } from './building.ts';

const ARV = handOf('ARV', 'propose', seeded(1));
const CST = handOf('CST', 'propose', seeded(2));

/** Types character by character, or at one stroke, as an input method and a paste do. */
function type(replica: Replica, hand: Hand, { at, text, key }: { at: number; text: string; key: boolean }): void {
  const words = key ? [...text] : [text];
  let offset = at;
  for (const word of words) {
    expect(insertText(replica, hand, { at: { provision: provisionId(1), offset }, text: word }).ok).toBe(true);
    offset += word.length;
  }
}

const printed = (replica: Replica): string => {
  const draft = replica.read();
  return new BracketPrinter(draft).print(draft.provisions[0]!).words;
};

interface Case {
  readonly place: string;
  /** Where ARV has a proposal of ` one` before. */
  readonly first?: number;
  readonly arv: number;
  readonly cst: number;
  readonly come: readonly string[];
}

const CASES: readonly Case[] = [
  { place: 'a place in the text', arv: 6, cst: 6, come: ['States[AAA][CCC] act', 'States[CCC][AAA] act'] },
  { place: "the end of one's proposal", first: 6, arv: 10, cst: 10, come: ['States[ oneAAA][CCC] act'] },
  { place: "the beginning of one's proposal", first: 6, arv: 6, cst: 6, come: ['States[CCC][AAA one] act'] },
  { place: 'both ends of it, one each', first: 6, arv: 10, cst: 6, come: ['States[CCC][ oneAAA] act'] },
  { place: 'the beginning of the text', arv: 0, cst: 0, come: ['[AAA][CCC]States act', '[CCC][AAA]States act'] },
  { place: 'the end of the text, at a proposal', first: 10, arv: 14, cst: 14, come: ['States act[ oneAAA][CCC]'] },
];

test.for(CASES)("W19 two delegations' words at $place stand side by side, neither inside the other", (each) => {
  const ways: string[] = [];
  for (const [mine, others] of [
    [2, 3],
    [3, 2],
    [4_000_000_000, 7],
  ] as const) {
    for (const key of [true, false]) {
      for (const order of [0, 1]) {
        const chairs = opened(texts('States act'), 1);
        const arv = copyOf(chairs, mine);
        const cst = copyOf(chairs, others);
        if (each.first !== undefined) type(arv, ARV, { at: each.first, text: ' one', key });
        heal(chairs, arv, cst);
        type(arv, ARV, { at: each.arv, text: 'AAA', key });
        type(cst, CST, { at: each.cst, text: 'CCC', key });
        // Whichever arrives first, and then each key by itself.
        for (const from of order === 0 ? [arv, cst] : [cst, arv]) heal(chairs, from);
        heal(chairs, arv, cst);
        ways.push(printed(chairs));
        for (const replica of [arv, cst]) expect(replica.read()).toEqual(chairs.read());
        expect(chairs.read()).toEqual(readFresh(chairs.doc));
      }
    }
  }
  expect(ways.filter((way) => !each.come.includes(way))).toEqual([]);
});

test('W19 a colleague, a reload and an undo extend a proposal where it ends, whatever others typed there', () => {
  const chairs = opened(texts('States act'), 1);
  const [arv, cst] = [copyOf(chairs, 3), copyOf(chairs, 2)];
  type(arv, ARV, { at: 6, text: ' one', key: true });
  heal(chairs, arv, cst);
  type(cst, CST, { at: 10, text: 'CCC', key: true });
  heal(chairs, arv, cst);
  expect(printed(chairs)).toBe('States[ one][CCC] act');
  const again = copyOf(chairs, 9);
  type(again, ARV, { at: 10, text: ' two', key: true });
  type(again, ARV, { at: 6, text: ' so', key: true });
  heal(chairs, arv, cst, again);
  expect(printed(chairs)).toBe('States[ so one two][CCC] act');
  // What is kept of the fences is as good as nothing: they hold a place and no words.
  const bytes = Y.encodeStateAsUpdate(chairs.doc).length;
  expect(bytes).toBeLessThan(1_000);
});

test('W19 seeded: whatever two delegations type at each other’s edges, no proposal comes to lie in another’s', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const random = seeded(seed);
    const chairs = opened(texts('States act'), 1);
    const [one, other] = random() < 0.5 ? [2, 3] : [3, 2];
    const peers = [
      { replica: copyOf(chairs, one), hand: ARV },
      { replica: copyOf(chairs, other), hand: CST },
    ] as const;
    for (let round = 0; round < 4; round += 1) {
      for (const { replica, hand } of peers) {
        const edges = replica
          .bracketsIn(provisionId(1))
          .flatMap(({ pieces }) => pieces.flatMap(({ from, to }) => [from, to]));
        const at = edges.length === 0 ? 6 : edges[Math.floor(random() * edges.length)]!;
        type(replica, hand, { at, text: hand === ARV ? 'aa' : 'cc', key: random() < 0.5 });
      }
      const [first, second] = random() < 0.5 ? peers : [peers[1], peers[0]];
      heal(chairs, first.replica);
      heal(chairs, first.replica, second.replica);
    }
    const shown = printed(chairs);
    expect(`${seed} ${/\[[^\]]*\[/u.test(shown)} ${shown}`).toBe(`${seed} false ${shown}`);
    const mixed = chairs.read().brackets.filter(({ proponent, pieces: [piece] }) => {
      const words = chairs.provision(provisionId(1))!.text.slice(piece!.from, piece!.to);
      return !(proponent === 'ARV' ? /^a+$/u : /^c+$/u).test(words);
    });
    expect(`${seed} ${mixed.length}`).toBe(`${seed} 0`);
  }
});
