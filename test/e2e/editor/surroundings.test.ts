import { describe, expect, test } from 'vitest';
import { atRest } from '../../support/at-rest.ts';
import { violationsOn } from '../../support/axe.ts';
import type { Table } from './table.ts';
import { tableForTests } from './table-for-tests.ts';

const atTable = tableForTests();

const clipboard = (table: Table) => table.page.evaluate(() => navigator.clipboard.readText());
const putOnClipboard = (table: Table, words: string) =>
  table.page.evaluate((text) => navigator.clipboard.writeText(text), words);

describe('E7 the clipboard', () => {
  test('E7 words are copied with the brackets among them', () =>
    atTable({ lines: ['States [?EU:shall [+NOR:not]] act'] }, async (table) => {
      await table.stand(0, 0);
      await table.press('Shift+End', 'Control+c');
      await expect.poll(() => clipboard(table)).toBe('1. States [shall [not]] act');
      await table.stand(0, 3, { select: 8 });
      await table.press('Control+c');
      await expect.poll(() => clipboard(table)).toBe('tes [sha');
    }));

  test('E7 provisions are copied with their numbers, a line each', () =>
    atTable({ lines: ['One [?EU:two]', 'three', 'four'] }, async (table) => {
      await table.stand(0, 4);
      await table.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+End', 'Control+c');
      await expect.poll(() => clipboard(table)).toMatch(/^\[?two\]\n2\. three\n3\. four$/u);
    }));

  test('E7 cutting takes the words along', () =>
    atTable({ lines: ['One two three'] }, async (table) => {
      await table.stand(0, 3, { select: 4 });
      await table.press('Control+x');
      await expect.poll(() => clipboard(table)).toBe(' two');
      await expect.poll(() => table.words(1)).toEqual(['One three']);
      await table.press('End', 'Control+v');
      await expect.poll(() => table.words(1)).toEqual(['One three two']);
    }));

  test('E7 lines that are pasted become provisions', () =>
    atTable({ lines: ['One two', 'three'] }, async (table) => {
      await table.stand(0, 4);
      await putOnClipboard(table, 'a\r\n\r\nb\nc ');
      await table.press('Control+v');
      await expect.poll(() => table.words(1)).toEqual(['One a', 'b', 'c two', 'three']);
    }));

  test('E7 a delegation’s paste is a proposal, and its further lines new provisions', () =>
    atTable({ lines: ['One two', 'three'] }, async (table) => {
      await table.stand(0, 4, { seat: 1 });
      await putOnClipboard(table, 'a\nb');
      await table.press('Control+v');
      await expect.poll(() => table.words(0)).toEqual(['One atwo', 'b', 'three']);
      await expect.poll(() => table.brackets(0)).toContain('insert NOR: a');
    }));

  test('E7 of a web page only the words come in', () =>
    atTable({ lines: ['ab'] }, async (table) => {
      await table.stand(0, 1);
      await table.page.evaluate(() =>
        navigator.clipboard.write([
          new ClipboardItem({
            'text/html': new Blob(['<p onclick="x()">one <b>two</b></p><script>alert(1)</script>'], {
              type: 'text/html',
            }),
          }),
        ]),
      );
      await table.press('Control+v');
      await expect.poll(() => table.words(1)).toEqual(['aone twob']);
    }));

  test('E7 words dragged elsewhere move', () =>
    atTable({ lines: ['One two three'] }, async (table) => {
      await table.stand(0, 4, { select: 4 });
      const spot = (offset: number) =>
        table.page.evaluate((at) => {
          const text = document.querySelector('[data-seat="0"] .draft-provision')!;
          const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
          let rest = at;
          for (let node = walker.nextNode()!; node !== null; node = walker.nextNode()!) {
            const length = node.nodeValue!.length;
            if (rest <= length) {
              const range = document.createRange();
              range.setStart(node, rest);
              const { left, top, height } = range.getBoundingClientRect();
              return { x: left, y: top + height / 2 };
            }
            rest -= length;
          }
          throw new Error('offset in sight');
        }, offset);
      const from = await spot(6);
      const to = await spot(13);
      await table.page.mouse.move(from.x, from.y);
      await table.page.mouse.down();
      await table.page.mouse.move(from.x + 8, from.y, { steps: 4 });
      await table.page.mouse.move(to.x, to.y, { steps: 8 });
      await table.page.mouse.up();
      await expect.poll(async () => (await table.words(1))[0]).toBe('One threetwo ');
    }));
});

describe('E10 other scripts', () => {
  test('E10 Arabic runs from the right even where it opens with Latin letters', () =>
    atTable({ lines: ['UNODA تقرر الدول [+EU:أن] تعمل', 'تقرر'], language: 'ar' }, async (table) => {
      const shown = await table.page.evaluate(() => {
        const provision = document.querySelector<HTMLElement>('[data-seat="0"] .draft-provision')!;
        return { direction: getComputedStyle(provision).direction, own: provision.getAttribute('dir') };
      });
      expect(shown).toEqual({ direction: 'rtl', own: null });
      await table.stand(1, 4);
      await table.type(' الدول');
      await expect.poll(async () => (await table.words(1))[1]).toBe('تقرر الدول');
      await table.press('ArrowRight', 'Backspace');
      await expect.poll(async () => (await table.words(1))[1]).toBe('تقرر الدل');
    }));

  test('E10 a proposal in Arabic stands in brackets that the script mirrors', () =>
    atTable({ lines: ['تقرر الدول'], language: 'ar' }, async (table) => {
      await table.stand(0, 4, { seat: 1 });
      await table.type(' جميع');
      await expect.poll(() => table.screen(0)).toEqual(['تقرر[ جميع] الدول']);
      const [open, close] = await table.page.evaluate(() =>
        [...document.querySelectorAll('[data-seat="0"] .draft-glyph')].map(
          (glyph) => glyph.getBoundingClientRect().left,
        ),
      );
      expect(open).toBeGreaterThan(close!);
    }));
});

describe('E10 what is written in every script', () => {
  test.each([
    { language: 'ar', line: 'تقرر الدول [+EU:جميعها] أن تعمل', word: 'الدول', inside: 'جميعها' },
    { language: 'zh', line: '各国应[+EU:立即]采取措施', word: '各国应', inside: '立即' },
    { language: 'ru', line: 'Государства [+EU:должны] принять меры', word: 'Государства', inside: 'должны' },
  ] as const)(
    'E10 $language: typing, bracketing, finding, deleting at a bracket edge',
    ({ language, line, word, inside }) =>
      atTable({ lines: [line], language }, async (table) => {
        const text = (await table.words())[0]!;
        const start = text.indexOf(inside);
        const end = start + inside.length;
        // What is found is the words, without the glyphs at their edges.
        const found = await table.page.evaluate(
          ([from, to]) => {
            const { replica, handle } = window.room.seats[0]!;
            const provision = replica.read().provisions[0]!.id;
            handle.current!.mark('found', [{ provision, from: from!, to: to! }]);
            handle.current!.select({ provision, from: from!, to: to! });
            const marked = [...(CSS.highlights.get('draft-found') ?? [])].map(String);
            handle.current!.mark('found', []);
            return [marked.join(), document.getSelection()!.toString()];
          },
          [start, end],
        );
        expect(found).toEqual([inside, inside]);
        // The chair's words at the outer edge stay outside; erasing at the inner edge takes a letter of the proposal.
        await table.stand(0, end);
        await table.press('Backspace');
        await expect.poll(async () => (await table.brackets(1))[0]).toBe(`insert EU: ${inside.slice(0, -1)}`);
        await table.stand(0, text.indexOf(word) + word.length);
        await table.type('X');
        await expect.poll(async () => (await table.words(1))[0]).toContain(`${word}X`);
        // A delegation brackets a word by typing over what is selected.
        await table.page.evaluate(
          ([from, to]) => {
            const { replica, handle } = window.room.seats[1]!;
            handle.current!.select({ provision: replica.read().provisions[0]!.id, from: from!, to: to! });
          },
          [text.indexOf(word), text.indexOf(word) + word.length],
        );
        await table.type('[');
        await expect.poll(() => table.brackets(0)).toContain(`hold NOR: ${word}`);
      }),
  );

  test('E10 arrows go the way they point in Arabic, over glyphs too', () =>
    atTable({ lines: ['أ[+EU:ب]ج'], language: 'ar' }, async (table) => {
      await table.stand(0, 0);
      const seen: string[] = [];
      const x = () =>
        table.page.evaluate(() => {
          const range = document.getSelection()!.getRangeAt(0);
          const rects = range.getClientRects();
          return rects[rects.length - 1]?.left ?? Number.NaN;
        });
      let before = await x();
      for (let step = 0; step < 5; step += 1) {
        await table.press('ArrowLeft');
        const now = await x();
        seen.push(now <= before ? 'left' : 'right');
        before = now;
      }
      expect(seen).toEqual(['left', 'left', 'left', 'left', 'left']);
      await expect.poll(() => table.caret()).toBe('أ[ب]ج|');
    }));
});

describe('E8 others', () => {
  test('E8 carets and selections of others are drawn beside the text and go with their words', () =>
    atTable({ lines: ['One two three'] }, async (table) => {
      await table.stand(0, 4, { seat: 1, select: 3 });
      const caret = table.page.locator('[data-seat="0"] .draft-caret');
      await caret.waitFor();
      await expect.poll(() => caret.textContent()).toContain('NOR');
      const left = (await caret.boundingBox())!.x;
      await expect.poll(() => table.page.evaluate(() => CSS.highlights.get('draft-presence')?.size)).toBe(1);
      expect(await table.page.locator('[data-seat="0"] .draft-text .draft-caret').count()).toBe(0);
      await table.page.evaluate(() => window.room.remoteInsert(0, 0, 0, 'Before: '));
      await expect.poll(async () => (await caret.boundingBox())!.x).toBeGreaterThan(left + 20);
    }));

  test('E8 in a long draft a caret out of sight is drawn when its provision comes into sight', () =>
    atTable({ lines: Array.from({ length: 400 }, (_, line) => `Provision ${line} of a long draft`) }, async (table) => {
      await table.stand(380, 4, { seat: 1 });
      await atRest(table.page);
      const carets = table.page.locator('[data-seat="0"] .draft-caret');
      expect(await carets.count()).toBe(0);
      const provision = table.page.locator('[data-seat="0"] .draft-provision').nth(380);
      await provision.scrollIntoViewIfNeeded();
      await carets.waitFor();
      const [caret, words] = [(await carets.boundingBox())!, (await provision.boundingBox())!];
      expect(caret.y).toBeGreaterThan(words.y - 4);
      expect(caret.y).toBeLessThan(words.y + words.height);
    }));

  test('E18 the caret and a selection cross from section to section of a long draft', () =>
    atTable({ lines: Array.from({ length: 60 }, (_, line) => `Line ${line}`) }, async (table) => {
      const at = () =>
        table.page.evaluate(() => {
          const { handle, replica } = window.room.seats[0]!;
          const { anchor, head, spans } = handle.current!.selection()!;
          return [replica.indexOf(anchor.provision), replica.indexOf(head.provision), spans.length];
        });
      await table.stand(0, 3);
      await table.press(...Array.from({ length: 40 }, () => 'ArrowDown'));
      await expect.poll(at).toEqual([40, 40, 0]);
      await table.press(...Array.from({ length: 20 }, () => 'ArrowUp'));
      await expect.poll(at).toEqual([20, 20, 0]);
      await table.press('End', ...Array.from({ length: 12 }, () => 'Shift+ArrowDown'));
      await expect.poll(at).toEqual([20, 32, 12]);
      await table.press('ArrowRight', 'Home', 'Backspace');
      await table.press('Control+z');
      await table.press('Control+a');
      await expect.poll(at).toEqual([0, 59, 60]);
    }));

  test('E8 a caret left alone for ten seconds goes', () =>
    atTable({ lines: ['One two three'] }, async (table) => {
      await table.stand(0, 4, { seat: 1 });
      const caret = table.page.locator('[data-seat="0"] .draft-caret');
      await caret.waitFor();
      await table.page.evaluate(() => window.room.rest(1, 8_000));
      await expect.poll(() => caret.count()).toBe(0);
    }));
});

describe('E11 the keyboard and the screen reader', () => {
  test('E11 Tab moves on, Escape leaves', () =>
    atTable({ lines: ['One'] }, async (table) => {
      const focused = () =>
        table.page.evaluate(() => document.activeElement?.closest('[data-seat]')?.getAttribute('data-seat') ?? 'none');
      await table.stand(0, 0);
      await table.press('Tab');
      await expect.poll(focused).toBe('1');
      await table.press('Shift+Tab');
      await expect.poll(focused).toBe('0');
      await table.press('Escape');
      await expect.poll(focused).toBe('none');
      await expect.poll(() => table.words()).toEqual(['One']);
    }));

  test('E11 no accessibility violation, and brackets are in what is read', () =>
    atTable({ lines: ['# Part', 'States [+EU:shall] [-NOR:all] act', '(a) now'] }, async (table) => {
      expect(await violationsOn(table.page, '#room')).toEqual([]);
      expect(await table.page.locator('[data-seat="0"] [role=textbox]').ariaSnapshot()).toContain('[');
    }));
});
