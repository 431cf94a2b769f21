import type { Span } from '../../../shared/schema/bracket.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { Anchor, Place } from '../../../shared/sync/contract.ts';
import type { Binding } from '../binding.ts';
import { $isRunNode } from '../nodes/run-node.ts';
import { caretDiff, type CaretText } from './caret-diff.ts';
import { $insert } from './insert.ts';

/** Zero-width spaces that Lexical keeps beside composed text. */
export const SCAFFOLD = /[\u200b]/gu;

/**
 * What is known of a provision from the moment an input method started composing in it (rule E3). Every offset was
 * anchored then, so that what others do meanwhile, even at the caret, is kept.
 */
export interface Composition {
  readonly provision: ProvisionId;
  /** The words on the screen at the start, glyphs included. */
  readonly before: CaretText;
  /** The model's offset for each of the screen's. */
  readonly offsets: readonly number[];
  /** By offset: stays with the character before, and with the one after. */
  readonly anchors: readonly { readonly before: Anchor; readonly after: Anchor }[];
  /** What was selected when the composition started, and gives way to it: a pair of anchors a character. */
  readonly selected: readonly Stretch[];
}

interface Stretch {
  readonly from: Anchor;
  readonly to: Anchor;
}

/** Holds the provision for an input method that starts at `at` and replaces `spans`; `before` is what it shows. */
export function $beginComposition(
  binding: Binding,
  { at, spans, before }: { at: Place; spans: readonly Span[]; before: CaretText },
): Composition {
  const { replica, projection } = binding;
  const anchor = (offset: number, side: -1 | 1) => replica.anchor({ provision: at.provision, offset }, side);
  const offsets: number[] = [];
  let model = 0;
  for (const child of projection.$nodeOf(at.provision)?.getChildren() ?? []) {
    for (const unit of child.getTextContent().split('')) {
      if (unit.replace(SCAFFOLD, '') !== '') offsets.push(model);
      if ($isRunNode(child)) model += 1;
    }
  }
  offsets.push(model);
  projection.$hold(at.provision);
  return {
    provision: at.provision,
    before,
    offsets,
    anchors: Array.from({ length: model + 1 }, (_, offset) => ({
      before: anchor(offset, -1),
      after: anchor(offset, 1),
    })),
    selected: spans.flatMap((span) => stretches(binding, span)),
  };
}

/** Lets the provision go and writes what the input method left, as one command at the places where those words are by now. */
export function $finishComposition(
  binding: Binding,
  composition: Composition,
  screen: CaretText | undefined,
): Place | undefined {
  binding.projection.$release();
  const change = screen === undefined ? undefined : caretDiff(composition.before, screen);
  const { replica } = binding;
  if (change === undefined) {
    const at = replica.resolve(composition.anchors[offsetAt(composition, composition.before.caret)]?.before);
    if (at !== undefined) binding.$select(at);
    return undefined;
  }
  const from = offsetAt(composition, change.at);
  const to = offsetAt(composition, change.at + change.removed);
  const removed = composition.anchors.slice(from, to).map(({ after }, index) => {
    return { from: after, to: composition.anchors[from + index + 1]!.before };
  });
  const at = replica.resolve(composition.anchors[from]?.before);
  // What was composed before one could be asked is not lost: it is shown to be entered again.
  if (at === undefined || binding.asksFirst([at.provision])) {
    binding.settings.onUnplaced?.(change.inserted);
    return undefined;
  }
  const spans = [...composition.selected, ...removed].flatMap((stretch) => $resolved(binding, stretch));
  return $insert(binding, { at, spans }, change.inserted);
}

/** A pair of anchors for every unit of a span: what others put between two of them is not in any. */
function stretches({ replica }: Binding, { provision, from, to }: Span): Stretch[] {
  return Array.from({ length: to - from }, (_, index) => ({
    from: replica.anchor({ provision, offset: from + index }, 1),
    to: replica.anchor({ provision, offset: from + index + 1 }, -1),
  }));
}

function offsetAt(composition: Composition, screenOffset: number): number {
  return composition.offsets[Math.min(screenOffset, composition.offsets.length - 1)] ?? 0;
}

function $resolved(binding: Binding, { from, to }: Stretch): Span[] {
  const start = binding.replica.resolve(from);
  const end = binding.replica.resolve(to);
  if (start === undefined || end === undefined || start.provision !== end.provision) return [];
  return start.offset < end.offset ? [{ provision: start.provision, from: start.offset, to: end.offset }] : [];
}
