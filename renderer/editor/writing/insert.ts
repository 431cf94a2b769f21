import type { Span } from '../../../shared/schema/bracket.ts';
import type { Place } from '../../../shared/sync/contract.ts';
import { addProvisions } from '../../../shared/sync/commands/add-provision.ts';
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

/**
 * Puts each line in a provision of its own; where each begins. Stops at the first that has no place. A proposal never
 * cuts another's provision in two: its further lines are proposed as new provisions behind it.
 */
export function $insertEach(binding: Binding, range: ScreenRange, lines: readonly string[]): readonly Place[] {
  const [first = '', ...more] = lines;
  const spans = $spansBetween(range.from, range.to);
  const at = first === '' && spans.length === 0 ? range.from : $insert(binding, { at: range.from, spans }, first);
  if (at === undefined) return [];
  const further = binding.settings.hand.mode === 'draft' ? $nextLines : $nextProposals;
  return [at, ...further(binding, at, more)].map(({ provision, offset }, place) => ({
    provision,
    offset: offset - lines[place]!.length,
  }));
}

function $nextLines(binding: Binding, at: Place, lines: readonly string[]): readonly Place[] {
  const ends: Place[] = [];
  for (const line of lines) {
    const end = $nextLine(binding, ends.at(-1) ?? at, line);
    if (end === undefined) break;
    ends.push(end);
  }
  return ends;
}

function $nextLine(binding: Binding, at: Place, line: string): Place | undefined {
  const split = binding.$write((replica, hand) => splitProvision(replica, hand, { at }));
  if (!split.ok || line === '') return split.ok ? split.value : undefined;
  return $insert(binding, { at: split.value }, line);
}

/** Proposes each line as a new provision, behind the one of the place; the ends of their words. */
export function $nextProposals(binding: Binding, at: Place, texts: readonly string[]): readonly Place[] {
  const standing = binding.replica.provision(at.provision);
  if (standing === undefined || texts.length === 0) return [];
  const made = binding.$write((replica, hand) =>
    addProvisions(replica, hand, {
      after: at.provision,
      kind: standing.kind,
      level: standing.level,
      relation: { type: 'insertAfter', to: at.provision },
      texts,
    }),
  );
  if (!made.ok) return [];
  binding.$select(made.value.at(-1)!);
  return made.value;
}
