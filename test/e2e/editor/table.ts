import type { CDPSession, Page } from 'playwright-core';
import type { Stage } from './stage.ts';

export interface TableRequest {
  readonly lines: readonly string[];
  readonly seats?: readonly { code: string; mode: 'propose' | 'draft'; person?: string }[];
  readonly language?: 'ar' | 'zh' | 'en' | 'fr' | 'ru' | 'es';
}

/** A table that is laid: editors of one draft side by side, driven by keys, mouse and input methods. */
export class Table {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly errors: readonly string[];

  constructor({ page, cdp, errors }: Pick<Stage, 'page' | 'cdp' | 'errors'>) {
    this.page = page;
    this.cdp = cdp;
    this.errors = errors;
  }

  /** Stands seat `seat`'s caret in a provision, or selects from there on. */
  async stand(provision: number, offset: number, { seat = 0, select = 0 } = {}): Promise<void> {
    await this.page.evaluate(
      ([at, place, from]) => {
        const { replica, handle } = window.room.seats[at!]!;
        handle.current!.focus({ provision: replica.read().provisions[place!]!.id, offset: from! });
      },
      [seat, provision, offset],
    );
    for (let step = 0; step < select; step += 1) await this.page.keyboard.press('Shift+ArrowRight');
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  press(...keys: string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** What an input method does: `steps` are shown one after the other, then `commit` is entered (`null`: given up). */
  async compose(steps: readonly string[], commit: string | null, between?: () => Promise<void>): Promise<void> {
    for (const [index, text] of steps.entries()) {
      const end = text.length;
      await this.cdp.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end });
      if (index === 0) await between?.();
    }
    if (commit === null) {
      await this.cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
    } else {
      await this.cdp.send('Input.insertText', { text: commit });
    }
  }

  words(seat = 0): Promise<string[]> {
    return this.page.evaluate((at) => window.room.words(at), seat);
  }

  brackets(seat = 0): Promise<string[]> {
    return this.page.evaluate((at) => window.room.brackets(at), seat);
  }

  screen(seat = 0): Promise<string[]> {
    return this.page.evaluate((at) => window.room.screen(at), seat);
  }

  refusals(seat = 0): Promise<string[]> {
    return this.page.evaluate((at) => [...window.room.seats[at]!.refusals], seat);
  }

  /** The screen with `|` where the browser's own caret is. */
  caret(): Promise<string> {
    return this.page.evaluate(() => {
      const selection = document.getSelection()!;
      const provision = selection.focusNode?.parentElement?.closest('.draft-provision') ?? selection.focusNode;
      const range = document.createRange();
      range.selectNodeContents(provision!);
      range.setEnd(selection.focusNode!, selection.focusOffset);
      const before = range.toString();
      return `${before}|${(provision!.textContent ?? '').slice(before.length)}`;
    });
  }

  /** Nothing went wrong that nobody asked about: no foreign change of nodes, no console error, both ends equal. */
  async soundness(): Promise<{ rejected: number[]; errors: readonly string[]; equal: boolean; fresh: boolean }> {
    const state = await this.page.evaluate(() => {
      const seats = window.room.seats.map((_, at) => at);
      const drafts = seats.map((at) => JSON.stringify([window.room.words(at), window.room.brackets(at)]));
      return {
        rejected: seats.map((at) => window.room.rejected(at)),
        equal: new Set(drafts).size === 1 && new Set(seats.map((at) => window.room.screen(at).join('\n'))).size === 1,
        fresh: seats.every((at) => window.room.isFresh(at)),
      };
    });
    return { ...state, errors: this.errors };
  }
}

const CHAIR_AND_DELEGATION = [
  { code: 'CHAIR', mode: 'draft', person: 'Amina' },
  { code: 'NOR', mode: 'propose', person: 'Kari' },
] as const;

export async function openTable(stage: Stage, request: TableRequest): Promise<Table> {
  stage.errors.length = 0;
  const table = new Table(stage);
  await table.page.evaluate(([lines, seats, language]) => window.room.open(lines, seats, { language }), [
    request.lines,
    request.seats ?? CHAIR_AND_DELEGATION,
    request.language ?? 'en',
  ] as const);
  return table;
}

/** What `soundness` says when all is well. */
export const SOUND = { rejected: [0, 0], errors: [], equal: true, fresh: true };
