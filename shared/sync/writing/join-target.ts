import type { ItemId } from '../document/decode.ts';
import type { Part } from '../reading/placement.ts';
import { idAt } from '../reading/strand.ts';
import type { StrandView } from '../reading/strand.ts';
import type { ProvisionId } from '../../schema/ids.ts';

/**
 * What a provision joined behind a part remembers: the part's last character, or the seam before it where it has
 * none. When the part is split later, the joined one stays behind that character.
 */
export function targetAtEnd(view: StrandView, part: Part): { readonly s: ProvisionId; readonly i: ItemId | null } {
  const { to } = view.segments[part.segment]!;
  const last = to === 0 ? undefined : idAt(view, to - 1);
  return { s: part.strand, i: last === undefined ? null : [last.client, last.clock] };
}
