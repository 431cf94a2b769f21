import { describe, expect, test } from 'vitest';
import type { Table } from './table.ts';
import { tableForTests } from './table-for-tests.ts';

const atTable = tableForTests();

describe('E1 drafting', () => {
  test('E1 typing goes to the draft, to the screen and to the others', () =>
    atTable(['Decides to act;'], async (table) => {
      await table.stand(0, 7);
      await table.type(' today');
      await expect.poll(() => table.words(1)).toEqual(['Decides today to act;']);
      await expect.poll(() => table.caret()).toBe('Decides today| to act;');
    }));

  test.each([
    ['Backspace', 9, 'One tw three', 'One tw| three'],
    ['an emoji goes whole', 3, 'One two three', ''],
    ['Delete', 4, 'One wo three', 'One |wo three'],
    ['Control+Backspace', 7, 'One  three', 'One | three'],
    ['Control+Delete', 4, 'One  three', 'One | three'],
  ] as const)('E1 %s', async (key, offset, left, caret) => {
    if (key === 'an emoji goes whole') {
      await atTable(['One\u{1f468}\u{200d}\u{1f469} two three'], async (table) => {
        await table.stand(0, 8);
        await table.press('Backspace');
        await expect.poll(() => table.words(1)).toEqual([left]);
      });
      return;
    }
    await atTable(['One two three'], async (table) => {
      await table.stand(0, key === 'Backspace' ? 7 : offset);
      await table.press(key);
      await expect.poll(() => table.words(1)).toEqual([left]);
      await expect.poll(() => table.caret()).toBe(caret);
    });
  });

  test('E1 Enter cuts a provision in two, Backspace at its start joins it again', () =>
    atTable(['One two', 'three'], async (table) => {
      await table.stand(0, 4);
      await table.press('Enter');
      await expect.poll(() => table.words(1)).toEqual(['One ', 'two', 'three']);
      await table.type('new ');
      await expect.poll(() => table.words(1)).toEqual(['One ', 'new two', 'three']);
      await table.stand(1, 0);
      await table.press('Backspace');
      await expect.poll(() => table.words(1)).toEqual(['One new two', 'three']);
      await expect.poll(() => table.caret()).toBe('One |new two');
    }));

  test('E1 Delete at the end joins the next', () =>
    atTable(['One', 'two'], async (table) => {
      await table.stand(0, 3);
      await table.press('Delete');
      await expect.poll(() => table.words(1)).toEqual(['Onetwo']);
    }));

  test('E1 a selection over provisions gives way to what is typed', () =>
    atTable(['One two', 'middle', 'three four'], async (table) => {
      await table.stand(0, 4);
      await table.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+End');
      await table.press('Backspace');
      await expect.poll(() => table.words(1)).toEqual(['One ']);
      await table.type('x');
      await expect.poll(() => table.words(1)).toEqual(['One x']);
    }));

  test('E1 everything selected and erased leaves one empty provision to type in', () =>
    atTable(['One', 'two'], async (table) => {
      await table.stand(0, 1);
      await table.press('Control+a', 'Backspace');
      await table.type('New');
      await expect.poll(() => table.words(1)).toEqual(['New']);
    }));

  test('E1 a spell checker replaces the word it marks', () =>
    atTable(['the smal arms'], async (table) => {
      await table.stand(0, 8);
      await table.page.evaluate(() => {
        const text = document.querySelectorAll('[data-seat="0"] .draft-run')[1]!.firstChild!;
        const target = new StaticRange({ startContainer: text, startOffset: 1, endContainer: text, endOffset: 5 });
        const dataTransfer = new DataTransfer();
        dataTransfer.setData('text/plain', 'small');
        const event = new InputEvent('beforeinput', {
          inputType: 'insertReplacementText',
          bubbles: true,
          cancelable: true,
          dataTransfer,
          targetRanges: [target],
        });
        text.parentElement!.dispatchEvent(event);
      });
      await expect.poll(() => table.words(1)).toEqual(['the small arms']);
    }));

  test('E1 undo and redo take back one’s own edits alone', () =>
    atTable(['One two'], async (table) => {
      await table.stand(0, 3);
      await table.type(' and a half');
      await table.page.evaluate(() => window.room.remoteInsert(1, 0, 0, 'Yes: '));
      await table.press('Control+z');
      await expect.poll(async () => (await table.words(1))[0]).not.toContain('half');
      await expect.poll(async () => (await table.screen(0))[0]).toContain('Yes: ');
      await table.press('Control+Shift+z');
      await expect.poll(async () => (await table.words(1))[0]).toContain('One and a half two');
      await expect.poll(() => table.caret()).toMatch(/half ?\| ?two$/u);
    }));
});

describe('E1 proposing', () => {
  const seat = 1;

  test('E1 what is typed stands in a bracket of the delegation, and goes on in it', () =>
    atTable(['States act'], async (table) => {
      await table.stand(0, 6, { seat });
      await table.type(' shall');
      await expect.poll(() => table.screen(0)).toEqual(['States[ shall] act']);
      await expect.poll(() => table.brackets(0)).toEqual(['insert NOR:  shall']);
      await expect.poll(() => table.caret()).toBe('States[ shall|] act');
      await table.press('Backspace', 'Backspace');
      await expect.poll(() => table.screen(0)).toEqual(['States[ sha] act']);
    }));

  test('E1 taking back the last of one’s own words takes the bracket', () =>
    atTable(['States act'], async (table) => {
      await table.stand(0, 6, { seat });
      await table.type('ab');
      await table.press('Backspace', 'Backspace');
      await expect.poll(() => table.screen(0)).toEqual(['States act']);
      await expect.poll(() => table.brackets(0)).toEqual([]);
    }));

  test('E1 others’ words are bracketed for deletion, press by press', () =>
    atTable(['States shall act'], async (table) => {
      await table.stand(0, 12, { seat });
      await table.press('Backspace', 'Backspace');
      await expect.poll(() => table.words(0)).toEqual(['States shall act']);
      await expect.poll(() => table.brackets(0)).toEqual(['delete NOR: ll']);
      await expect.poll(() => table.caret()).toBe('States sha|[ll] act');
    }));

  test('E1 erasing forwards passes what it struck', () =>
    atTable(['States shall act'], async (table) => {
      await table.stand(0, 7, { seat });
      await table.press('Delete', 'Delete');
      await expect.poll(() => table.words(0)).toEqual(['States shall act']);
      await expect.poll(() => table.brackets(0)).toEqual(['delete NOR: sh']);
      await expect.poll(async () => (await table.caret()).replace(/[[\]]/gu, '')).toBe('States sh|all act');
    }));

  test('E1 replacing others’ words offers a choice', () =>
    atTable(['States shall act'], async (table) => {
      await table.stand(0, 7, { seat, select: 5 });
      await table.type('should');
      await expect.poll(async () => (await table.words(0))[0]).toContain('shall');
      await expect.poll(async () => (await table.words(0))[0]).toContain('should');
      await expect.poll(() => table.brackets(0)).toContainEqual(expect.stringMatching(/^choice NOR/u));
      await expect.poll(async () => (await table.screen(0))[0]).toMatch(/^States \[.*\] act$/u);
    }));

  test('E1 Enter at the end of a provision proposes a new one', () =>
    atTable(['States act', 'and report'], async (table) => {
      await table.stand(0, 10, { seat });
      await table.press('Enter');
      await table.type('Also');
      await expect.poll(() => table.words(0)).toEqual(['States act', 'Also', 'and report']);
      // One's own is not cut: a further one is proposed.
      await table.press('ArrowLeft', 'Enter');
      await table.type('More');
      await expect.poll(() => table.words(0)).toEqual(['States act', 'Also', 'More', 'and report']);
    }));

  test('E1 W10 Enter in the middle of another’s provision proposes to split it, and splits nothing', () =>
    atTable(['States act', 'and report'], async (table) => {
      await table.stand(0, 7, { seat });
      await table.press('Enter');
      await expect.poll(() => table.words(0)).toEqual(['States act', 'and report']);
      await expect.poll(async () => (await table.screen(0))[0]).toMatch(/^States \[SPLIT\]\s?act$/u);
      await expect.poll(() => table.refusals(seat)).toEqual([]);
    }));

  test('E1 W5 a spell checker’s word is proposed beside the one it would replace', () =>
    atTable(['the smal arms'], async (table) => {
      await table.stand(0, 8, { seat });
      await replaceBySpelling(table, { seat, from: 1, to: 5 }, 'small');
      await expect.poll(async () => (await table.screen(0))[0]).toMatch(/^the \[smal\].*\[small\].* arms$/u);
      await expect.poll(() => table.brackets(0)).toContainEqual(expect.stringMatching(/^insert NOR: small/u));
    }));

  test('E1 Backspace at a provision’s start proposes to join it, and joins nothing', () =>
    atTable(['One', 'two'], async (table) => {
      await table.stand(1, 0, { seat });
      await table.press('Backspace');
      await expect.poll(() => table.words(0)).toEqual(['One', 'two']);
      await expect.poll(() => table.screen(0)).toEqual(['One', expect.stringMatching(/^\[JOIN to .+\]two$/u)]);
      await expect.poll(() => table.refusals(seat)).toEqual([]);
    }));

  test('E1 a selection over provisions is bracketed in each', () =>
    atTable(['One two', 'three four'], async (table) => {
      await table.stand(0, 4, { seat });
      await table.press('Shift+ArrowDown', 'Backspace');
      await expect.poll(() => table.words(0)).toEqual(['One two', 'three four']);
      await expect.poll(async () => (await table.brackets(0)).join()).toMatch(/^delete NOR: two/u);
    }));

  test('E1 another’s bracket is passed with a reason, one’s own is withdrawn', () =>
    atTable(['ab[?EU:cd]ef[?NOR:gh]'], async (table) => {
      await table.stand(0, 4, { seat });
      await table.press('ArrowRight', 'Backspace');
      await expect.poll(() => table.refusals(seat)).toEqual(['bracket-of-another']);
      await expect.poll(() => table.caret()).toBe('ab[cd|]ef[gh]');
      await table.press('End', 'Backspace');
      await expect.poll(() => table.screen(0)).toEqual(['ab[cd]efgh']);
    }));

  test('E1 [ over selected words holds them', () =>
    atTable(['States act'], async (table) => {
      await table.stand(0, 0, { seat, select: 6 });
      await table.type('[');
      await expect.poll(() => table.brackets(0)).toEqual(['hold NOR: States']);
      await expect.poll(() => table.screen(0)).toEqual(['[States] act']);
    }));
});

/** What Chromium sends, in the second run of a draft, when a suggestion is taken from the menu of a word that the spell checker marks. */
async function replaceBySpelling(
  table: Table,
  { seat, from, to }: { readonly seat: number; readonly from: number; readonly to: number },
  word: string,
): Promise<void> {
  await table.page.evaluate(
    ([at, start, end, data]) => {
      const text = document.querySelectorAll(`[data-seat="${at}"] .draft-run`)[1]!.firstChild!;
      const target = new StaticRange({ startContainer: text, startOffset: start, endContainer: text, endOffset: end });
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/plain', data);
      text.parentElement!.dispatchEvent(
        new InputEvent('beforeinput', {
          inputType: 'insertReplacementText',
          bubbles: true,
          cancelable: true,
          dataTransfer,
          targetRanges: [target],
        }),
      );
    },
    [seat, from, to, word] as const,
  );
}
