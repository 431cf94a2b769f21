import type { Span } from '../../../shared/schema/bracket.ts';
import type { Place } from '../../../shared/sync/contract.ts';
import { addProvision } from '../../../shared/sync/commands/add-provision.ts';
import { eraseText } from '../../../shared/sync/commands/erase-text.ts';
import { insertText } from '../../../shared/sync/commands/insert-text.ts';
import { replaceText } from '../../../shared/sync/commands/replace-text.ts';
import { splitProvision } from '../../../shared/sync/commands/split-provision.ts';
import type { Binding } from '../binding.ts';
import { $spansBetween } from '../projection/places.ts';
import type { ScreenRange } from './screen-range.ts';

/** Puts words at a place, or in the stead of stretches, and stands the caret behind them. */
export function $insert(
  binding: Binding,
  { at, spans = [] }: { at: Place; spans?: readonly Span[] },
  text: string,
): Place | undefined {
  if (text === '' && spans.length === 0) return undefined;
  const outcome =
    spans.length === 0
      ? binding.$write((replica, hand) => insertText(replica, hand, { at, text }))
      : binding.$write((replica, hand) =>
          text === '' ? eraseText(replica, hand, { spans }) : replaceText(replica, hand, { spans, text }),
        );
  if (!outcome.ok) return undefined;
  binding.$select(outcome.value);
  return outcome.value;
}

const LINE_ENDS = /\r\n?|\n|\u2028|\u2029/u;

/** As `$insert`; each further line goes to a provision of its own, and blank lines are left out. One step of undo. */
export function $insertLines(binding: Binding, range: ScreenRange, text: string): void {
  const lines = linesOf(text);
  if (lines.length === 1) $insertEach(binding, range, lines);
  else binding.$asOne(() => $insertEach(binding, range, lines));
}

/** The paragraphs of a text; a single line is taken as it is. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split(LINE_ENDS);
  const full = lines.filter((line) => line.trim() !== '');
  return lines.length === 1 || full.length === 0 ? lines.slice(0, 1) : full;
}

/** Puts each line in a provision of its own; where each begins. Stops at the first that has no place. */
export function $insertEach(binding: Binding, range: ScreenRange, lines: readonly string[]): readonly Place[] {
  const [first = '', ...more] = lines;
  const begins: Place[] = [];
  const spans = $spansBetween(range.from, range.to);
  let at = first === '' && spans.length === 0 ? range.from : $insert(binding, { at: range.from, spans }, first);
  for (const line of [first, ...more]) {
    if (begins.length > 0) {
      if (at === undefined) return begins;
      at = binding.settings.hand.mode === 'draft' ? $nextLine(binding, at, line) : $nextProposal(binding, at, line);
    }
    if (at === undefined) return begins;
    begins.push({ provision: at.provision, offset: at.offset - line.length });
  }
  return begins;
}

function $nextLine(binding: Binding, at: Place, line: string): Place | undefined {
  const split = binding.$write((replica, hand) => splitProvision(replica, hand, { at }));
  if (!split.ok || line === '') return split.ok ? split.value : undefined;
  return $insert(binding, { at: split.value }, line);
}

/** A proposal never cuts another's provision in two: a further line is proposed as a new provision after it. */
export function $nextProposal(binding: Binding, at: Place, text: string): Place | undefined {
  const standing = binding.replica.provision(at.provision);
  if (standing === undefined) return undefined;
  const made = binding.$write((replica, hand) =>
    addProvision(replica, hand, {
      after: at.provision,
      kind: standing.kind,
      level: standing.level,
      relation: { type: 'insertAfter', to: at.provision },
      text,
    }),
  );
  if (!made.ok) return undefined;
  binding.$select(made.value);
  return made.value;
}
