import { readPasted, type PastedSpan } from '../../../shared/brackets/reading/read-pasted.ts';
import type { Span } from '../../../shared/schema/bracket.ts';
import { addBracket } from '../../../shared/sync/commands/add-bracket.ts';
import type { Place } from '../../../shared/sync/contract.ts';
import type { Binding } from '../binding.ts';
import { $insertEach, linesOf } from './insert.ts';
import type { ScreenRange } from './screen-range.ts';

/**
 * Takes words from elsewhere in (rule E14): a paragraph becomes a provision, literal brackets become brackets of one's
 * own, everything else stays as it was written. One step of undo.
 */
export function $paste(binding: Binding, range: ScreenRange, text: string): void {
  const { lines, brackets } = readPasted(linesOf(spoken(text)));
  if (lines.length === 1 && brackets.length === 0) {
    $insertEach(binding, range, lines);
    return;
  }
  binding.$asOne(() => {
    const begins = $insertEach(binding, range, lines);
    const caret = binding.$range()?.head;
    for (const bracket of brackets) {
      const spans = (of: readonly PastedSpan[]) => of.flatMap((span) => placed(span, begins));
      const request =
        bracket.kind === 'choice'
          ? { kind: bracket.kind, spans: [], variants: bracket.variants.map(spans) }
          : { kind: bracket.kind, spans: spans(bracket.spans) };
      binding.$write((replica, hand) => addBracket(replica, hand, request), ['nothing-to-do']);
    }
    if (caret !== undefined) binding.$select(caret);
  });
}

function placed({ line, from, to }: PastedSpan, begins: readonly Place[]): Span[] {
  const begin = begins[line];
  if (begin === undefined) return [];
  return [{ provision: begin.provision, from: begin.offset + from, to: begin.offset + to }];
}

/** Tabs and a word processor's own line breaks are blanks; other control characters say nothing. */
function spoken(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\t\v\f]/gu, ' ').replace(/[\u0000-\u0009\u000e-\u001f\u007f]/gu, '');
}
