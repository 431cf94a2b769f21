import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freeze } from '../../shared/revisions/freeze.ts';
import { compareDrafts } from '../../shared/revisions/compare/compare.ts';
import type { ComparedProvision, ComparedWords, Comparison } from '../../shared/revisions/compare/comparison.ts';
import { identityOf } from '../../shared/revisions/compare/identity.ts';
import { numberDraft } from '../../shared/numbering/number.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import type { BracketId, Code, ProvisionId } from '../../shared/schema/ids.ts';
import type { Mark, Provision } from '../../shared/schema/provision.ts';
import { compareLanguage } from '../../shared/revisions/compare/compare-language.ts';
import { joinProvision } from '../../shared/sync/commands/join-provision.ts';
import { moveProvision } from '../../shared/sync/commands/move-provision.ts';
import { splitProvision } from '../../shared/sync/commands/split-provision.ts';
import type { Replica } from '../../shared/sync/replica.ts';
import { bracketed } from '../brackets/bracketed.ts';
import { handOf, opened, provisionId, texts } from '../sync/building.ts';

/** A draft from `key words`: the key is the provision's identity; `-key words` is a subparagraph. */
function draftOf(...lines: readonly string[]): Draft {
  const provisions = lines.map((line): Provision => {
    const [, under, key, text] = /^(-?)(\w+) ?(.*)$/su.exec(line)!;
    return {
      id: `EU-${key!.padStart(8, '0')}` as ProvisionId,
      kind: under ? 'subparagraph' : 'operative',
      level: under ? 1 : 0,
      text: text!,
      marks: [],
      proponent: 'EU' as Code,
    };
  });
  return { title: '', symbol: '', language: 'en', provisions, brackets: [] };
}

const shown = (words: readonly ComparedWords[]) =>
  words
    .map((each) =>
      each.type === 'same'
        ? each.text
        : `${each.struck && `{-${each.struck}-}`}${each.inserted && `{+${each.inserted}+}`}`,
    )
    .join('');

/** A row a line: what became of it, its numbers, its words. */
function told({ rows }: Comparison): string[] {
  return rows.map((row) => {
    const key = row.identity.replace(/^0+/u, '');
    if (row.type === 'left') return `${key} left`;
    const { descent, moved, recast, before, after, words } = row;
    const kin = descent.type === 'split' ? descent.from : descent.type === 'joined' ? descent.into : '';
    return [
      key,
      descent.type === 'kept' ? '' : descent.type,
      kin.replace(/^0+/u, ''),
      moved ? 'moved' : '',
      recast ? 'recast' : '',
      before && after && before.number !== after.number ? `${before.number}>${after.number}` : '',
      shown(words),
    ]
      .filter(Boolean)
      .join(' ');
  });
}

const compare = (before: readonly string[], after: readonly string[]) =>
  compareDrafts({ draft: draftOf(...before), attributed: true }, { draft: draftOf(...after), attributed: true });

test('F10 what is set in italics or bold is told of the words that stay, come and go', () => {
  const marked = (text: string, ...marks: readonly Mark[]) => {
    const draft = draftOf(`a ${text}`);
    return { draft: { ...draft, provisions: [{ ...draft.provisions[0]!, marks }] }, attributed: true };
  };
  const italic = (from: number, to: number): Mark => ({ from, to, kind: 'italic' });
  const wordsOf = (before: ReturnType<typeof marked>, after: ReturnType<typeof marked>) =>
    compareDrafts(before, after).rows.flatMap((row) => (row.type === 'provision' ? row.words : []));
  expect(
    wordsOf(
      marked('Urges States to act', italic(0, 5)),
      marked('Calls upon States to act', italic(0, 10), italic(21, 24)),
    ),
  ).toEqual([
    { type: 'changed', struck: 'Urges', inserted: 'Calls upon', marks: [italic(0, 10)], struckMarks: [italic(0, 5)] },
    { type: 'same', text: ' States to act', marks: [italic(11, 14)] },
  ]);
  // Across brackets, which count among the words.
  const bold: Mark = { from: 6, to: 18, kind: 'bold' };
  const { draft } = bracketed('Urges [all] States to act');
  const [only] = draft.provisions;
  const after = { draft: { ...draft, provisions: [{ ...only!, marks: [bold] }] }, attributed: true };
  const said = wordsOf({ draft: { ...draft, provisions: [] }, attributed: true }, after);
  expect(said).toEqual([
    {
      type: 'changed',
      struck: '',
      inserted: 'Urges [all] States to act',
      marks: [
        { from: 7, to: 10, kind: 'bold' },
        { from: 11, to: 20, kind: 'bold' },
      ],
    },
  ]);
});

const A = 'a Urges States to mark every weapon at the time of manufacture';
const B = 'b Decides to meet again in two years';
const C = 'c Requests a report on the diversion of stocks';

describe('F10 provisions are matched by identity', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['nothing changed', [A, B], [A, B], [A, B]],
    ['words changed', ['a shall mark'], ['a should mark'], ['a {-shall-}{+should+} mark']],
    [
      'two words changed with a blank between are one change',
      ['a States shall be ready'],
      ['a States should stand ready'],
      ['a States {-shall be-}{+should stand+} ready'],
    ],
    ['one is new, and the next renumbered', [B], [A, B], ['a new {+' + A.slice(2) + '+}', `b 1.>2. ${B.slice(2)}`]],
    ['one is gone, told where it stood', [A, B, C], [A, C], [A, `b gone {-${B.slice(2)}-}`, `c 3.>2. ${C.slice(2)}`]],
    [
      'the shorter of two that changed places has moved',
      [A, B, C],
      [A, C, B],
      [A, 'b left', `c 3.>2. ${C.slice(2)}`, `b moved 2.>3. ${B.slice(2)}`],
    ],
    [
      'subparagraphs move with their paragraph',
      ['a first', '-a1 one', '-a2 two', B, C],
      [B, C, 'a first', '-a1 one', '-a2 two'],
      ['a left', `b 2.>1. ${B.slice(2)}`, `c 3.>2. ${C.slice(2)}`, 'a moved 1.>3. first', 'a1 one', 'a2 two'],
    ],
    [
      'a split shows its words as they stood',
      [A, B],
      ['a Urges States to mark every weapon', 'n at the time of manufacture', B],
      ['a Urges States to mark every weapon', 'n split a at the time of manufacture', `b 2.>3. ${B.slice(2)}`],
    ],
    [
      'a split whose second half was reworded',
      [A],
      ['a Urges States to mark every weapon', 'n at the latest at the time of its manufacture'],
      ['a Urges States to mark every weapon', 'n split a {+at the latest+} at the time of{+ its+} manufacture'],
    ],
    [
      'a join shows the words where they went',
      ['a Urges States to mark every weapon', 'n at the time of manufacture', B],
      [A, B],
      [
        'a Urges States to mark every weapon{-¶-}{+ +}at the time of manufacture',
        'n joined a',
        `b 3.>2. ${B.slice(2)}`,
      ],
    ],
    ['a few words are no split', ['a mark it now'], ['a mark it', 'n now'], ['a mark it{- now-}', 'n new {+now+}']],
    ['a level changed', ['a one', 'b two'], ['a one', '-b two'], ['a one', 'b recast 2.>(a) two']],
    ['Chinese, sign by sign', ['a 各国应采取措施'], ['a 各国宜采取措施'], ['a 各国{-应-}{+宜+}采取措施']],
  ])('F10 %s', (_name, before, after, rows) => {
    expect(told(compare(before, after))).toEqual(rows);
  });

  test('F10 an unattributed revision matches the live text', () => {
    const draft = draftOf(A, B);
    const frozen = freeze(
      { draft, numbers: numberDraft(draft), number: 1, at: 0, by: 'CHAIR' as Code, attributed: false },
      () => '',
    );
    const { rows, counts } = compareDrafts(frozen, { draft, attributed: true });
    expect(counts.changes).toBe(0);
    expect(rows.map(({ identity }) => identity)).toEqual(draft.provisions.map(({ id }) => identityOf(id)));
  });
});

describe('F10 disputes', () => {
  const closedIn = (draft: Draft, index: number): Draft => ({
    ...draft,
    brackets: draft.brackets.filter((_, at) => at !== index),
  });
  const stateOf = (draft: Draft) => ({ draft, attributed: true });
  const only = (comparison: Comparison) => comparison.rows[0] as ComparedProvision;

  test('F10 a bracket that is lifted is a dispute closed, and its signs are struck', () => {
    const { draft } = bracketed('1. States [shall] mark [all] weapons');
    const row = only(compareDrafts(stateOf(draft), stateOf(closedIn(draft, 0))));
    expect(shown(row.words)).toBe('States {-[-}shall{-]-} mark [all] weapons');
    expect(row.closed.map(({ id }) => id)).toEqual([draft.brackets[0]!.id]);
    expect(row.opened).toEqual([]);
  });

  test('F10 a bracket that is put in is a dispute opened, by its proponent', () => {
    const { draft } = bracketed('1. States [shall] mark weapons');
    const by = (code: string) => ({
      ...draft,
      brackets: draft.brackets.map((each) => ({ ...each, proponent: code as Code })),
    });
    const opened = (code: string, attributed = true) =>
      compareDrafts(stateOf(closedIn(draft, 0)), { draft: by(code), attributed });
    expect(only(opened('MEX')).by).toEqual(['MEX']);
    expect(only(opened('CHAIR')).by).toEqual([]);
    expect(only(opened('MEX', false)).by).toEqual([]);
    expect(opened('MEX').counts).toMatchObject({ opened: 1, closed: 0, reworded: 1, changes: 2 });
  });

  test('F10 a proposal that became one wording of a choice is the same dispute', () => {
    const { draft } = bracketed('1. States [shall] mark weapons');
    const [held] = draft.brackets;
    const choice = { ...held!, id: 'CHAIR-choice0001' as BracketId, kind: 'choice' as const, pieces: [] };
    const later = { ...draft, brackets: [choice, { ...held!, variantOf: choice.id }] };
    expect(compareDrafts(stateOf(draft), stateOf(later)).counts).toMatchObject({ opened: 0, closed: 0, changes: 0 });
  });
});

test('F10 the words of both states can be read from the comparison, whatever was done', () => {
  const word = fc.constantFrom('mark', 'States', 'weapon', '国', 'of', '[', ']', 'trace,');
  const line = (key: string) => fc.array(word, { maxLength: 9 }).map((words) => `${key} ${words.join(' ')}`.trimEnd());
  const state = fc
    .shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f'])
    .chain((keys) => fc.tuple(...keys.map((key) => line(key))));
  fc.assert(
    fc.property(state, state, (before, after) => {
      const { rows, counts } = compare(before, after);
      const all = rows.filter((row) => row.type === 'provision');
      // Seams of a join stand for no word.
      const joined = (wanted: 'struck' | 'inserted') =>
        all
          .flatMap(({ words }) => words)
          .map((each) => (each.type === 'same' ? each.text : each[wanted]))
          .join('')
          .replaceAll('¶', '');
      const letters = (text: string) => [...text.replaceAll(/\s/gu, '')].toSorted().join('');
      const texts = (lines: readonly string[]) =>
        draftOf(...lines)
          .provisions.map(({ text }) => text)
          .join('');
      expect(letters(joined('struck'))).toBe(letters(texts(before)));
      expect(joined('inserted').replaceAll(/\s/gu, '')).toBe(texts(after).replaceAll(/\s/gu, ''));
      expect(all.filter((row) => row.after).map((row) => row.after!.provision.text)).toEqual(
        draftOf(...after).provisions.map(({ text }) => text),
      );
      expect(counts.changes).toBe(all.reduce((sum, { changes }) => sum + changes, 0));
    }),
  );
});

describe('F10 what the commands of the draft do is told as that', () => {
  const chair = handOf('CHAIR', 'draft');
  const start = texts(
    'Urges States to mark every weapon at the time of manufacture',
    'Decides to meet again in two years',
    'Requests a report on the diversion of stocks',
  );
  const after = (act: (replica: Replica) => { readonly ok: boolean }) => {
    const replica = opened(start);
    const before = replica.read();
    expect(act(replica).ok).toBe(true);
    const { counts } = compareDrafts({ draft: before, attributed: true }, { draft: replica.read(), attributed: true });
    return counts;
  };
  const nothing = { reworded: 0, added: 0, gone: 0, moved: 0, split: 0, joined: 0, opened: 0, closed: 0 };

  test('F10 a split', () => {
    const at = { provision: provisionId(1), offset: 34 };
    expect(after((replica) => splitProvision(replica, chair, { at }))).toEqual({ ...nothing, split: 1, changes: 1 });
  });
  test('F10 a join', () => {
    const counts = after((replica) => joinProvision(replica, chair, { provision: provisionId(2) }));
    expect(counts).toEqual({ ...nothing, joined: 1, reworded: 1, changes: 2 });
  });
  test('F10 a move', () => {
    const counts = after((replica) =>
      moveProvision(replica, chair, { provision: provisionId(2), after: provisionId(3) }),
    );
    expect(counts).toEqual({ ...nothing, moved: 1, changes: 1 });
  });
});

describe('L4 the drift of language is read by identity', () => {
  const drift = (before: string, after: string) => {
    const [earlier, later] = [draftOf(`a ${before}`), draftOf(`a ${after}`)];
    const frozen = freeze(
      { draft: earlier, numbers: new Map(), number: 1, at: 0, by: 'CHAIR' as Code, attributed: false },
      () => '',
    );
    return compareLanguage(frozen.draft, later, later.provisions[0]!.id)?.drift;
  };

  test.each([
    ['States shall mark weapons', 'States are encouraged to mark weapons', { verb: 'weaker', overall: 'weaker' }],
    ['States noted the report', 'States undertook to report', { verb: 'stronger', overall: 'stronger' }],
    [
      'States undertook to mark weapons',
      'States undertook to mark weapons, as appropriate',
      { verb: 'same', hedged: ['as appropriate'], overall: 'weaker' },
    ],
    [
      'States undertook to report',
      'States undertook to report by 2028',
      { verb: 'same', commitment: 'gained', overall: 'stronger' },
    ],
  ])('L4 %s, then %s', (before, after, expected) => {
    expect(drift(before, after)).toMatchObject(expected);
  });

  test('L4 nothing is told where nothing drifted', () => {
    expect(drift('States undertook to report', 'States undertook to report')).toBeUndefined();
    expect(drift('States undertook to report', 'States undertook to report soon')).toBeUndefined();
  });
});
