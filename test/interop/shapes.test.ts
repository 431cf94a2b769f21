import { expect, test } from 'vitest';
import { readDraft } from '../../shared/interop/read-draft.ts';
import { writeDraft } from '../../shared/interop/write-draft.ts';
import { joinProvision } from '../../shared/sync/commands/join-provision.ts';
import { moveProvision } from '../../shared/sync/commands/move-provision.ts';
import { second } from '../../shared/sync/commands/second.ts';
import { splitProvision } from '../../shared/sync/commands/split-provision.ts';
import { closeBracket } from '../../shared/sync/commands/close-bracket.ts';
import type { Format } from '../../shared/interop/reading/inline.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import { mintInOrder } from '../brackets/bracketed.ts';
import { copyOf, handOf, heal, opened, seeded } from '../sync/building.ts';

const read = (text: string, format: Format = 'text') => {
  const reading = readDraft({ text, format, mint: mintInOrder() });
  if (!reading.ok) throw new Error(reading.reason);
  return reading.value;
};

/** `move EU -> 3`: what is proposed about which provision, by whom and where to. */
const proposals = (draft: Draft): string[] => {
  const at = (id: unknown) => (id === null ? 'front' : draft.provisions.findIndex((each) => each.id === id) + 1);
  return draft.brackets
    .filter(({ kind }) => kind === 'move' || kind === 'split' || kind === 'join')
    .map(({ kind, proponent, supporters, pieces: [piece], goesTo }) =>
      [
        kind,
        at(piece!.provision),
        piece!.from,
        [proponent, ...supporters].join('+'),
        goesTo === undefined ? '' : at(goesTo),
      ]
        .join(' ')
        .trim(),
    );
};

const SOURCE = [
  '1. States met.',
  '2. States agreed to act.',
  '3. States decide:',
  '    (a) to mark arms;',
  '    (b) to trace arms.',
  '4. States closed:',
  '    (a) now;',
  '    (b) for good.',
  '',
].join('\n\n');

/** A meeting in which delegations have proposed shapes of every kind, beside words in brackets. */
function proposed() {
  const chairs = opened(read(SOURCE).draft, 1);
  const eu = copyOf(chairs, 2);
  const mex = copyOf(chairs, 3);
  const [EU, MEX] = [handOf('EU', 'propose', seeded(1)), handOf('MEX', 'propose', seeded(2))];
  const ids = chairs.read().provisions.map(({ id }) => id);
  const done = [
    moveProvision(eu, EU, { provision: ids[5]!, after: ids[1]! }),
    moveProvision(eu, EU, { provision: ids[1]!, after: null }),
    moveProvision(eu, EU, { provision: ids[3]!, after: ids[4]! }),
    moveProvision(eu, EU, { provision: ids[4]!, after: ids[6]! }),
    joinProvision(eu, EU, { provision: ids[1]! }),
    splitProvision(mex, MEX, { at: { provision: ids[1]!, offset: 14 } }),
  ];
  expect(done.map(({ ok }) => ok)).toEqual([true, true, true, true, true, true]);
  heal(chairs, eu, mex);
  const [moved] = chairs.read().brackets.filter(({ kind }) => kind === 'move');
  expect(second(mex, MEX, { bracket: moved!.id, as: 'second' }).ok).toBe(true);
  heal(chairs, eu, mex);
  return { chairs, draft: chairs.read() };
}

test.for(['text', 'markdown'] as const)(
  'B22 proposals about the shape are the same when printed as %s and read again, and print the same',
  (format) => {
    const { draft } = proposed();
    for (const rendering of ['attributed', 'unattributed'] as const) {
      const printed = writeDraft(draft, { format, rendering });
      const again = read(printed, format);
      expect(again.unread).toEqual([]);
      const bare = (lines: readonly string[]) => lines.map((line) => line.replace(/ (?:CHAIR|EU|MEX)[A-Z+]*/u, ''));
      if (rendering === 'attributed') expect(proposals(again.draft)).toEqual(proposals(draft));
      else expect(bare(proposals(again.draft))).toEqual(bare(proposals(draft)));
      expect(again.draft.provisions.map(({ text }) => text)).toEqual(draft.provisions.map(({ text }) => text));
      for (const as of ['attributed', 'unattributed'] as const)
        expect(writeDraft(again.draft, { format, rendering: as })).toBe(printed);
    }
  },
);

test('B22 a proposal that was read is carried out by the ruling as one that was made', () => {
  const { draft } = read('1. One.\n\n2. [JOIN to 1: EU] Two.\n\n3. [MOVE to after 1: EU, MEX] Three.\n');
  expect(proposals(draft)).toEqual(['join 2 0 EU 1', 'move 3 0 EU+MEX 1']);
  const chairs = opened(draft);
  const move = draft.brackets.find(({ kind }) => kind === 'move')!.id;
  const ruled = closeBracket(chairs, handOf('CHAIR', 'draft'), { bracket: move, closure: { outcome: 'keep', at: 1 } });
  expect(ruled.ok).toBe(true);
  expect(chairs.read().provisions.map(({ text }) => text)).toEqual(['One.', 'Three.', 'Two.']);
});

test.for([
  ['names no provision', '1. One.\n\n2. [MOVE to after 9] Two.\n', 'shape-target'],
  ['names one of many', '1. One.\n\n(a) x\n\n2. Two.\n\n(a) y\n\n3. [MOVE to after (a)] Three.\n', 'shape-target'],
  ['is damaged', '1. One.\n\n2. [MOVE after 1] Two.\n', 'shape-form'],
  ['is damaged behind its words', '1. One.\n\n2. [SPLIT here] Two.\n', 'shape-form'],
  ['is joined to a word', '1. One.\n\n2. Tw[SPLIT]o.\n', 'shape-form'],
] as const)('B22 a proposal about the shape that %s stays as words, and is told', ([, text, reason]) => {
  const { draft, unread } = read(text);
  expect(unread.map((each) => each.reason)).toEqual([reason]);
  expect(proposals(draft)).toEqual([]);
  expect(writeDraft(draft, { format: 'text' })).toBe(text);
  expect(draft.provisions.some(({ text: words }) => /MOVE|SPLIT/u.test(words))).toBe(true);
});

test('B22 provisions without numbers are found by their first words, and words that merely mention a move are words', () => {
  const text =
    'The first one is here.\n\nThe second stands behind.\n\n[MOVE to after “The first one is here.”: EU] A third.\n\nWe [move to agree] and [MOVED].\n';
  const { draft, unread } = read(text);
  expect(proposals(draft)).toEqual(['move 3 0 EU 1']);
  expect(unread).toEqual([]);
  expect(writeDraft(draft, { format: 'text' })).toBe(text);
});

test('B22 in Markdown emphasis and signs of markup in the words that name a provision change nothing', () => {
  const eu = handOf('EU', 'propose', seeded(3));
  const cases = [
    ['The *first* one is **here** now', 'The first one is here now'],
    ['Use of the \\*star\\* and \\_line\\_ here', 'Use of the *star* and _line_ here'],
    ['*All of it* in italics', 'All of it in italics'],
    ['A \\<b> tag & a `tick` here', 'A <b> tag & a `tick` here'],
    ['A link to [the text](https://example.org/a) here', undefined],
  ] as const;
  for (const [source, words] of cases) {
    const replica = opened(read(`${source}\n\n*The second* stands behind.\n\n*A third.*\n`, 'markdown').draft, 1);
    const [first, second, third] = replica.read().provisions.map(({ id }) => id);
    if (words !== undefined) expect(replica.provision(first!)!.text).toBe(words);
    expect(moveProvision(replica, eu, { provision: third!, after: first! }).ok).toBe(true);
    expect(splitProvision(replica, eu, { at: { provision: second!, offset: 4 } }).ok).toBe(true);
    expect(joinProvision(replica, eu, { provision: second! }).ok).toBe(true);
    for (const rendering of ['attributed', 'unattributed'] as const) {
      const printed = writeDraft(replica.read(), { format: 'markdown', rendering });
      const again = read(printed, 'markdown');
      expect({ printed, unread: again.unread }).toEqual({ printed, unread: [] });
      expect(
        proposals(again.draft)
          .map((line) => line.replace(/CHAIR|EU/u, ''))
          .toSorted(),
      ).toEqual(
        proposals(replica.read())
          .map((line) => line.replace('EU', ''))
          .toSorted(),
      );
      expect(again.draft.provisions.map(({ text, marks }) => ({ text, marks }))).toEqual(
        replica.read().provisions.map(({ text, marks }) => ({ text, marks })),
      );
      expect(writeDraft(again.draft, { format: 'markdown', rendering })).toBe(printed);
    }
  }
});
