import { proponentOf } from '../../../shared/schema/ids.ts';
import { eraseText } from '../../../shared/sync/commands/erase-text.ts';
import { splitProvision } from '../../../shared/sync/commands/split-provision.ts';
import type { Place } from '../../../shared/sync/contract.ts';
import type { Binding } from '../binding.ts';
import { isSamePlace } from '../own-caret.ts';
import { $spansBetween } from '../projection/places.ts';
import { $nextProposals } from './insert.ts';
import type { ScreenRange } from './screen-range.ts';

/**
 * Enter: drafting cuts the provision in two; proposing leaves it whole. In the middle of others' words it proposes to cut
 * there (rule W10); at either end, in a provision of one's own or over selected words it proposes a new one after it.
 */
export function $breakProvision(binding: Binding, range: ScreenRange): void {
  if (binding.settings.hand.mode === 'propose') {
    if (isInOthers(binding, range)) $cut(binding, range.from);
    else $nextProposals(binding, range.to, ['']);
    return;
  }
  if (isSamePlace(range.from, range.to)) $cut(binding, range.from);
  else binding.$asOne(() => $cutOver(binding, range));
}

function isInOthers({ replica, settings }: Binding, { from, to }: ScreenRange): boolean {
  const provision = replica.provision(from.provision);
  if (provision === undefined || !isSamePlace(from, to) || proponentOf(provision.id) === settings.hand.code)
    return false;
  const { text } = provision;
  return text.slice(0, from.offset).trim() !== '' && text.slice(from.offset).trim() !== '';
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
