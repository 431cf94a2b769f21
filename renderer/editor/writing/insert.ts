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

/** As `$insert`; each further line goes to a provision of its own, and blank lines are left out. */
export function $insertLines(binding: Binding, range: ScreenRange, text: string): void {
  const lines = text.split(/\r\n?|\n|\u2028|\u2029/u);
  const [first = '', ...more] = lines.length === 1 ? lines : lines.filter((line) => line.trim() !== '');
  let at = $insert(binding, { at: range.from, spans: $spansBetween(range.from, range.to) }, first);
  for (const line of more) {
    if (at === undefined) return;
    at = binding.settings.hand.mode === 'draft' ? $nextLine(binding, at, line) : $nextProposal(binding, at, line);
  }
}

function $nextLine(binding: Binding, at: Place, line: string): Place | undefined {
  const split = binding.$write((replica, hand) => splitProvision(replica, hand, { at }));
  return split.ok ? $insert(binding, { at: split.value }, line) : undefined;
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
