import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';
import { openTable, SOUND, type Table } from './table.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const TWO_CHAIRS = [
  { code: 'CHAIR', mode: 'draft' },
  { code: 'SEC', mode: 'draft' },
] as const;

const KANA = ['に', 'にほ', 'にほん'];

interface Scene {
  readonly lines: readonly string[];
  readonly at: number;
  readonly select?: number;
  readonly during?: (table: Table) => Promise<void>;
  readonly steps?: readonly string[];
  readonly commit?: string | null;
  /** Typed when it is done. */
  readonly after?: string;
}

/** Composes at `at` in the first provision and types on after it. */
async function compose({
  lines,
  at,
  select = 0,
  during,
  steps = KANA,
  commit = '日本',
  after = 'x',
}: Scene): Promise<Table> {
  const table = await openTable(stage, { lines, seats: TWO_CHAIRS });
  await table.stand(0, at, { select });
  await table.compose(steps, commit, during && (() => during(table)));
  await table.type(after);
  await expect.poll(() => table.soundness()).toEqual(SOUND);
  return table;
}

const insert =
  (offset: number, text: string, provision = 0) =>
  (table: Table) =>
    table.page.evaluate(([p, o, t]) => window.room.remoteInsert(1, p, o, t), [provision, offset, text] as const);
const erase = (from: number, to: number) => (table: Table) =>
  table.page.evaluate(([f, t]) => window.room.remoteErase(1, 0, f, t), [from, to] as const);
const bracket = (from: number, to: number) => (table: Table) =>
  table.page.evaluate(([f, t]) => window.room.remoteBracket(1, 0, f, t), [from, to] as const);

describe('E3 composing', () => {
  test.each<[string, Scene, string]>([
    ['E3 in the middle of words', { lines: ['abcd'], at: 2 }, 'ab日本xcd'],
    ['E3 at the start', { lines: ['abcd'], at: 0 }, '日本xabcd'],
    ['E3 at the end', { lines: ['abcd'], at: 4 }, 'abcd日本x'],
    ['E3 in an empty provision', { lines: ['', 'more'], at: 0 }, '日本x'],
    ['E3 given up', { lines: ['abcd'], at: 2, commit: null }, 'abxcd'],
    ['E3 before an opening glyph', { lines: ['ab[?EU:cd]ef'], at: 2 }, 'ab日本x[cd]ef'],
    ['E3 at the very start before a glyph', { lines: ['[?EU:cd]ef'], at: 0 }, '日本x[cd]ef'],
    ['E3 beside an empty bracket', { lines: ['ab[?EU:]cd'], at: 2 }, 'ab[]日本xcd'],
    ['E3 Chinese', { lines: ['各国cd'], at: 2, steps: ['w', 'wu', 'wuq', '武器'], commit: '武器' }, '各国武器xcd'],
    ['E3 Arabic with a dead key', { lines: ['abcd'], at: 2, steps: ['ل', 'لا'], commit: 'لا' }, 'abلاxcd'],
    ['E3 outside the basic plane', { lines: ['abcd'], at: 2, steps: ['x', '𠮷'], commit: '𠮷' }, 'ab𠮷xcd'],
    ['E3 over selected words', { lines: ['abcd'], at: 1, select: 2 }, 'a日本xd'],
    ['E3 over selected words and a glyph', { lines: ['ab[?EU:cd]ef'], at: 1, select: 3, after: '' }, 'a日本[d]ef'],
  ])('%s', async (_, scene, shown) => {
    const table = await compose(scene);
    await expect.poll(async () => (await table.screen(1))[0]).toBe(shown);
  });

  test.each<[string, Scene, string]>([
    ['E3 words put in before', { lines: ['abcd'], at: 2, during: insert(0, 'NEW') }, 'NEWab日本xcd'],
    ['E3 words put in behind', { lines: ['abcd'], at: 2, during: insert(4, 'NEW') }, 'ab日本xcdNEW'],
    ['E3 words put in at the caret', { lines: ['abcd'], at: 2, during: insert(2, 'NEW') }, 'ab日本xNEWcd'],
    ['E3 the words round the caret erased', { lines: ['abcd'], at: 2, during: erase(1, 3) }, 'a日本xd'],
    ['E3 everything erased', { lines: ['abcd'], at: 2, during: erase(0, 4) }, '日本x'],
    ['E3 a bracket put over the caret', { lines: ['abcd'], at: 2, during: bracket(1, 3) }, 'a[b日本xc]d'],
    ['E3 another provision changed', { lines: ['abcd', 'ef'], at: 2, during: insert(1, 'NEW', 1) }, 'ab日本xcd'],
    [
      'E3 words put by another among those selected, which the composition never saw,',
      { lines: ['abcdef'], at: 1, select: 4, during: insert(3, 'NEW') },
      'a日本xNEWf',
    ],
  ])('%s meanwhile', async (_, scene, shown) => {
    const table = await compose(scene);
    await expect.poll(async () => (await table.screen(1))[0]).toBe(shown);
  });

  test('E3 nothing of it is written or sent before it ends', async () => {
    const table = await openTable(stage, { lines: ['abcd'], seats: TWO_CHAIRS });
    await table.stand(0, 2);
    let meanwhile: string[] = [];
    await table.compose(KANA, '日本', async () => {
      meanwhile = [...(await table.screen(0)), ...(await table.words(0)), ...(await table.words(1))];
    });
    expect(meanwhile).toEqual(['abにcd', 'abcd', 'abcd']);
    await expect.poll(() => table.words(1)).toEqual(['ab日本cd']);
  });

  test('E3 words composed into a provision that another takes away are handed back', async () => {
    const table = await openTable(stage, { lines: ['abcd', 'ef'], seats: TWO_CHAIRS });
    await table.stand(0, 2);
    await table.compose(KANA, '日本', () => table.page.evaluate(() => window.room.remoteRemove(1, 0)));
    await expect.poll(() => table.words(0)).toEqual(['ef']);
    await expect.poll(() => table.page.evaluate(() => window.room.seats[0]!.unplaced)).toEqual(['日本']);
    await expect.poll(() => table.soundness()).toEqual(SOUND);
  });

  test('E3 a delegation composes a proposal, and goes on in it', async () => {
    const table = await openTable(stage, { lines: ['abcd'] });
    await table.stand(0, 2, { seat: 1 });
    await table.compose(KANA, '日本');
    await table.compose(['ご'], '語');
    await expect.poll(() => table.brackets(0)).toEqual(['insert NOR: 日本語']);
    await expect.poll(() => table.screen(0)).toEqual(['ab[日本語]cd']);
    await expect.poll(() => table.soundness()).toEqual(SOUND);
  });
});
