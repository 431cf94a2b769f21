import { eraseText } from '../../../shared/sync/commands/erase-text.ts';
import { joinProvision } from '../../../shared/sync/commands/join-provision.ts';
import { removeProvision } from '../../../shared/sync/commands/remove-provision.ts';
import { withdrawBracket } from '../../../shared/sync/commands/withdraw-bracket.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { Place } from '../../../shared/sync/contract.ts';
import type { Binding } from '../binding.ts';
import { isSamePlace } from '../own-caret.ts';
import { $spansBetween } from '../projection/places.ts';
import type { ScreenRange } from './screen-range.ts';

export type EraseDirection = 'backward' | 'forward' | 'selection';

/**
 * Takes words out: drafting removes them, proposing brackets others' for deletion and takes back one's own (the command
 * decides). The caret ends where the next press goes on: before what was struck, or behind it when erasing forward.
 */
export function $erase(binding: Binding, range: ScreenRange, direction: EraseDirection): void {
  const { from, to } = range;
  if (from.provision !== to.provision) {
    if (direction === 'selection') binding.$asOne(() => $eraseAcross(binding, range));
    else $join(binding, to.provision);
    return;
  }
  if (isSamePlace(from, to)) {
    const glyph = direction === 'backward' ? range.glyphs.at(-1) : range.glyphs[0];
    if (glyph !== undefined && direction !== 'selection') $eraseGlyph(binding, glyph, from, direction);
    return;
  }
  $eraseWithin(binding, from, to, direction);
}

function $eraseWithin(binding: Binding, from: Place, to: Place, direction: EraseDirection): void {
  const length = () => binding.replica.provision(from.provision)?.text.length;
  const before = length();
  const spans = [{ provision: from.provision, from: from.offset, to: to.offset }];
  const outcome = binding.$write((replica, hand) => eraseText(replica, hand, { spans }), ['nothing-to-do']);
  if (!outcome.ok && outcome.reason !== 'nothing-to-do') return;
  if (direction === 'forward' && length() === before) binding.$select(to, { side: 1 });
  else binding.$select(from);
}

/** A selection over several provisions: drafting leaves one provision of what stands outside it. */
function $eraseAcross(binding: Binding, { from, to }: ScreenRange): void {
  const spans = $spansBetween(from, to);
  const outcome = binding.$write((replica, hand) => eraseText(replica, hand, { spans }), ['nothing-to-do']);
  if (!outcome.ok && outcome.reason !== 'nothing-to-do') return;
  if (binding.settings.hand.mode === 'draft') {
    const order = binding.replica.read().provisions;
    const first = binding.replica.indexOf(from.provision);
    const last = binding.replica.indexOf(to.provision);
    for (const between of order.slice(first + 1, last)) {
      binding.$write((replica, hand) => removeProvision(replica, hand, { provision: between.id }));
    }
    // A selection that ends before the first word of a provision (a triple click) leaves that provision alone.
    if (to.offset > 0) binding.$write((replica, hand) => joinProvision(replica, hand, { provision: to.provision }));
  }
  binding.$select(from);
}

/** Backspace at a provision's start, Delete at its end: drafting closes the seam, proposing proposes to. */
function $join(binding: Binding, provision: ProvisionId): void {
  const joined = binding.$write((replica, hand) => joinProvision(replica, hand, { provision }));
  if (joined.ok) binding.$select(joined.value);
}

/**
 * Erasing a glyph: one's own bracket is withdrawn, pair and all; a proposal with words in it is stepped into instead,
 * since withdrawing it would take all its words. Another's bracket stays: the caret passes it, with a reason.
 */
function $eraseGlyph(
  binding: Binding,
  glyph: ScreenRange['glyphs'][number],
  at: Place,
  direction: 'backward' | 'forward',
): void {
  const bracket = binding.replica.bracket(glyph.bracket);
  if (bracket === undefined) return;
  const isOwn = bracket.proponent === binding.settings.hand.code;
  const hasWords = bracket.pieces.some((piece) => piece.from < piece.to);
  if (isOwn && !(bracket.kind === 'insert' && hasWords)) {
    const withdrawn = binding.$write((replica, hand) => withdrawBracket(replica, hand, { bracket: bracket.id }));
    if (withdrawn.ok) binding.$select(at);
    return;
  }
  if (!isOwn) binding.settings.onRefusal?.('bracket-of-another');
  binding.$selectBeside(glyph, direction === 'backward' ? 'before' : 'after');
}
