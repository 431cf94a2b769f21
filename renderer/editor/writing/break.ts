import { eraseText } from '../../../shared/sync/commands/erase-text.ts';
import { splitProvision } from '../../../shared/sync/commands/split-provision.ts';
import type { Place } from '../../../shared/sync/contract.ts';
import type { Binding } from '../binding.ts';
import { isSamePlace } from '../own-caret.ts';
import { $spansBetween } from '../projection/places.ts';
import { $nextProposal } from './insert.ts';
import type { ScreenRange } from './screen-range.ts';

/** Enter: drafting cuts the provision in two; proposing proposes a new provision after it and leaves it whole. */
export function $breakProvision(binding: Binding, range: ScreenRange): void {
  if (binding.settings.hand.mode === 'propose') {
    $nextProposal(binding, range.to, '');
    return;
  }
  if (isSamePlace(range.from, range.to)) $cut(binding, range.from);
  else binding.$asOne(() => $cutOver(binding, range));
}

function $cutOver(binding: Binding, range: ScreenRange): void {
  const spans = $spansBetween(range.from, range.to);
  const erased = binding.$write((replica, hand) => eraseText(replica, hand, { spans }));
  if (erased.ok) $cut(binding, erased.value);
}

function $cut(binding: Binding, at: Place): void {
  const split = binding.$write((replica, hand) => splitProvision(replica, hand, { at }));
  if (split.ok) binding.$select(split.value, { side: 1 });
}
