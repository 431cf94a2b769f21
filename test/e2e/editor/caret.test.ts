import { describe, expect, test } from 'vitest';
import type { Table } from './table.ts';
import { tableForTests } from './table-for-tests.ts';

const atTable = tableForTests();

describe('E6 the caret among glyphs', () => {
  test('E6 an arrow key passes a glyph in one press, and never sticks', () =>
    atTable(['a[?EU:b[?NOR:c]]d'], async (table) => {
      await table.stand(0, 0);
      const seen = [await table.caret()];
      for (let press = 0; press < 8; press += 1) {
        await table.press('ArrowRight');
        seen.push(await table.caret());
      }
      expect(seen).toEqual([
        '|a[b[c]]d',
        'a|[b[c]]d',
        'a[|b[c]]d',
        'a[b|[c]]d',
        'a[b[|c]]d',
        'a[b[c|]]d',
        'a[b[c]|]d',
        'a[b[c]]|d',
        'a[b[c]]d|',
      ]);
      await table.press('Home', 'End', 'ArrowLeft', 'ArrowLeft');
      await expect.poll(() => table.caret()).toBe('a[b[c]|]d');
    }));

  test('E6 a click beside a glyph stands there', () =>
    atTable(['States [?EU:shall] act'], async (table) => {
      const glyph = table.page.locator('[data-seat="0"] .draft-glyph').first();
      const box = (await glyph.boundingBox())!;
      await table.page.mouse.click(box.x + box.width - 1, box.y + box.height / 2);
      await table.type('x');
      await expect.poll(async () => (await table.words(0))[0]).toBe('States xshall act');
      await table.page.mouse.click(box.x + 1, box.y + box.height / 2);
    }));
});

describe('E4 one’s own caret', () => {
  test('E4 stays with its words while others write before, at and behind it', () =>
    atTable(['One two three'], async (table) => {
      await table.stand(0, 7);
      await table.page.evaluate(() => {
        window.room.remoteInsert(1, 0, 0, 'A');
        window.room.remoteInsert(1, 0, 13, 'B');
      });
      await expect.poll(async () => (await table.caret()).replace(/[[\]]/gu, '')).toContain('two|');
      await table.type('x');
      await expect.poll(async () => (await table.words(0))[0]).toContain('twox');
    }));

  test('E4 a selection stays over its words', () =>
    atTable(['One two three'], async (table) => {
      await table.stand(0, 4, { select: 3 });
      await table.page.evaluate(() => window.room.remoteInsert(1, 0, 0, 'First: '));
      await expect.poll(() => table.page.evaluate(() => document.getSelection()!.toString())).toBe('two');
    }));
});

describe('E12 the provision and the handle', () => {
  const handle = <Value>(table: Table, seat: number, act: string): Promise<Value> =>
    table.page.evaluate(
      ([at, call]) => {
        const {
          handle: { current },
          replica,
        } = window.room.seats[Number(at)]!;
        // oxlint-disable-next-line typescript/no-implied-eval -- the calls stand in this file
        return new Function('handle', 'replica', `return ${call}`)(current, replica);
      },
      [seat, act] as const,
    ) as Promise<Value>;

  test('E12 Alt+Shift and arrows move, demote and promote the provision at the caret', () =>
    atTable(['One', 'two', 'three'], async (table) => {
      await table.stand(1, 2);
      await table.press('Alt+Shift+ArrowUp');
      await expect.poll(() => table.words(1)).toEqual(['two', 'One', 'three']);
      await expect.poll(() => table.caret()).toBe('tw|o');
      await table.press('Alt+Shift+ArrowDown', 'Alt+Shift+ArrowDown');
      await expect.poll(() => table.words(1)).toEqual(['One', 'three', 'two']);
      await table.press('Alt+Shift+ArrowRight');
      const levels = () =>
        table.page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('[data-seat="1"] .draft-provision')].map(
            (each) => each.dataset['level'],
          ),
        );
      await expect.poll(levels).toEqual(['0', '0', '1']);
      await table.press('Alt+Shift+ArrowLeft');
      await expect.poll(levels).toEqual(['0', '0', '0']);
    }));

  test('E12 what is selected is told as it is at once, before the browser has told of it', () =>
    atTable(['One two', 'three'], async (table) => {
      await table.stand(0, 1);
      const told = await handle<{ head: { offset: number } }>(
        table,
        0,
        `(() => {
          const words = [...document.querySelectorAll('[data-seat="0"] .draft-run')].at(-1).firstChild;
          document.getSelection().collapse(words, 4);
          return { words: words.data, ...handle.selection() };
        })()`,
      );
      expect(told).toMatchObject({ words: 'three', head: { offset: 4 }, spans: [] });
    }));

  test('E12 Ctrl+I sets words in italics and takes it back; a delegation is told why not', () =>
    atTable(['One two'], async (table) => {
      await table.stand(0, 4, { select: 3 });
      const italics = () => table.page.locator('[data-seat="1"] .is-italic').allTextContents();
      await table.press('Control+i');
      await expect.poll(italics).toEqual(['One', 'two']);
      await table.press('Control+i');
      await expect.poll(italics).toEqual(['One']);
      await table.stand(0, 4, { seat: 1, select: 3 });
      await table.press('Control+b');
      await expect.poll(() => table.refusals(1)).toEqual(['chair-only']);
    }));

  test('E12 the next and the previous open bracket, round the ends', () =>
    atTable(['a [?EU:b] c', 'd [?EU:[?NOR:e]] f', 'g'], async (table) => {
      await table.stand(0, 0);
      const walk = async (call: string, times: number) => {
        const steps: string[] = [];
        for (let step = 0; step < times; step += 1) {
          const { index, total, wrapped } = await handle<{ index: number; total: number; wrapped: boolean }>(
            table,
            0,
            `handle.${call}()`,
          );
          steps.push(`${index}/${total}${wrapped ? ' round' : ''} ${await table.caret()}`);
        }
        return steps;
      };
      expect(await walk('nextBracket', 4)).toEqual([
        '1/3 a [|b] c',
        '2/3 d [[|e]] f',
        '3/3 d [[|e]] f',
        '1/3 round a [|b] c',
      ]);
      expect(await walk('previousBracket', 2)).toEqual(['3/3 round d [[|e]] f', '2/3 d [[|e]] f']);
      await table.stand(2, 1);
      expect(await walk('previousBracket', 1)).toEqual(['3/3 d [[|e]] f']);
    }));

  test('E12 bracketing the selection, a bare placeholder, and withdrawing', () =>
    atTable(['One two three'], async (table) => {
      const seat = 1;
      await table.stand(0, 4, { seat });
      expect(await handle(table, seat, "handle.bracketSelection('hold')")).toBe(false);
      await expect.poll(() => table.refusals(seat)).toEqual(['no-selection']);
      expect(await handle(table, seat, "handle.bracketSelection('placeholder')")).toBe(true);
      await expect.poll(() => table.screen(0)).toEqual(['One []two three']);
      expect(await handle(table, seat, 'handle.withdraw()')).toBe(true);
      await table.stand(0, 4, { seat, select: 3 });
      expect(await handle(table, seat, "handle.bracketSelection('delete')")).toBe(true);
      await expect.poll(() => table.screen(0)).toEqual(['One [two] three']);
      expect(await handle(table, seat, 'handle.selection().spans')).toMatchObject([{ from: 4, to: 7 }]);
      expect(await handle(table, seat, 'handle.withdraw()')).toBe(true);
      await expect.poll(() => table.screen(0)).toEqual(['One two three']);
    }));
});
