import { spotOf } from '../reading/anchor.ts';
import { attributesAt } from '../writing/attributes-at.ts';
import type { Hand, Place, WriteOutcome } from '../contract.ts';
import type { Composed, LaidPart } from '../reading/compose.ts';
import { targetAtEnd } from '../writing/join-target.ts';
import { entryOf, writeProvision } from '../writing/new-provision.ts';
import { hostOf } from '../reading/placement.ts';
import { orderAfter } from '../writing/reading-order.ts';
import type { Replica } from '../replica.ts';
import { indexAfter } from '../reading/strand.ts';
import { cutsPair } from '../writing/words.ts';
import type { Shaping } from './shaping.ts';
import { mintId } from '../../schema/ids.ts';
import type { ProvisionId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

/**
 * Cutting a provision in two; the words stay where they are in the strand, and whoever types in either half at the same
 * time is unharmed. At the beginning, an empty provision is put in before it, so that the words keep their provision
 * and with it their positions. The place is the beginning of the second half.
 */
export function splitAt(live: Replica, hand: Hand, at: Place): WriteOutcome<Shaping> {
  const { provision } = at;
  const composed = live.index.composed.get(provision);
  if (composed === undefined) return refuse('provision-gone');
  const { text } = composed.provision;
  const offset = cutsPair(text, at.offset) ? at.offset + 1 : at.offset;
  if (offset === 0 && text !== '') return ok(putBefore(live, hand, composed));
  const seam = composed.parts.findIndex((part, index) => index > 0 && part.base === offset && part.length > 0);
  if (seam > 0 && offset < text.length) return ok(unjoin(live, hand, { composed, seam }));
  const spot = spotOf(live.index, { provision, offset }, -1);
  if (spot === undefined) return refuse('place-gone');
  const id = mintId<ProvisionId>(hand.code, hand.random);
  const [order] = orderAfter(live.index, provision, { count: 1, random: hand.random });
  const { kind, level } = composed.provision;
  // The seams of a strand tell the order of what was split off in it, but not where joined words are shown.
  const bornAfter = spot.part === 0 && { a: live.index.orderOf(provision) };
  const stray = strayBehind(live, composed.parts, spot);
  const write = (): void => {
    standByItself(live, provision);
    writeProvision(live, id, { k: kind, l: level, o: order!, f: spot.view.owner, ...bornAfter });
    spot.view.text.insertEmbed(indexAfter(spot.view, spot.unit), { p: id }, { ...attributesAt(spot) });
    for (const { part, ahead } of stray) {
      const view = live.index.viewNow(ahead.strand, id);
      // Right behind the cut, the part ahead is the new half.
      const first = ahead === composed.parts[spot.part];
      const segment = first ? view.segments.findIndex((each) => each.provision === id) : ahead.segment;
      const behind = !first && ahead.strand === spot.view.owner && ahead.segment > composed.parts[spot.part]!.segment;
      entryOf(live, part.provision)?.set(
        'into',
        targetAtEnd(view, { ...ahead, segment: behind ? segment + 1 : segment }),
      );
    }
  };
  return ok({ place: { provision: id, offset: 0 }, write });
}

/**
 * A provision may be joined to another that is joined to it, by two who did so at once; the circle is broken where it
 * reads first (rule S6). The cut may part the circle, and the provision would jump to where it was joined.
 */
function standByItself(live: Replica, root: ProvisionId): void {
  if (live.index.records.get(root)?.into !== undefined) entryOf(live, root)?.set('into', null);
}

/**
 * Joined provisions shown behind a cut that hold on to something before it: they would jump back before the second
 * half. Each comes with the part ahead of it, behind which it is to be shown from now on.
 */
function strayBehind(
  live: Replica,
  parts: readonly LaidPart[],
  cut: { readonly part: number; readonly unit: number },
): { readonly part: LaidPart; readonly ahead: LaidPart }[] {
  const before = new Set(parts.slice(0, cut.part).map((part) => part.provision));
  const divided = parts[cut.part]!.provision;
  return parts.slice(cut.part + 1).flatMap((part, index) => {
    const host = hostOf(live.index.records.get(part.provision)!, live.index.views);
    if (host === undefined) return [];
    const stays = before.has(host.provision) || (host.provision === divided && host.unit <= cut.unit);
    return stays ? [{ part, ahead: parts[cut.part + index]! }] : [];
  });
}

function putBefore(live: Replica, hand: Hand, { provision }: Composed): Shaping {
  const at = live.indexOf(provision.id);
  const before = live.index.placement.order[at - 1] ?? null;
  const id = mintId<ProvisionId>(hand.code, hand.random);
  const [order] = orderAfter(live.index, before, { count: 1, random: hand.random });
  return {
    place: { provision: provision.id, offset: 0 },
    write: () => void writeProvision(live, id, { k: provision.kind, l: provision.level, o: order! }),
  };
}

/** Where two provisions were joined, cutting takes the join back; what was joined behind goes with the second half. */
function unjoin(live: Replica, hand: Hand, where: { readonly composed: Composed; readonly seam: number }): Shaping {
  const { index } = live;
  const { composed, seam } = where;
  const { parts } = composed;
  const second = parts[seam]!.provision;
  // Nothing of the second half itself stays behind: only what hangs on a provision before it does.
  const stray = strayBehind(live, parts, { part: seam, unit: -1 });
  const [order] = orderAfter(index, composed.provision.id, { count: 1, random: hand.random });
  const write = (): void => {
    standByItself(live, composed.provision.id);
    const entry = entryOf(live, second);
    entry?.set('into', null);
    entry?.set('order', order);
    for (const { part, ahead } of stray) {
      entryOf(live, part.provision)?.set('into', targetAtEnd(index.views.get(ahead.strand)!, ahead));
    }
  };
  return { place: { provision: second, offset: 0 }, write };
}
