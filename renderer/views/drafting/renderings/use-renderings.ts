import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { ProvisionId } from '../../../../shared/schema/ids.ts';
import type { Place } from '../../../../shared/sync/contract.ts';
import { scrollerOf } from '../../../editor/overlays/marks.ts';
import type { DraftEditorHandle } from '../../../editor/handle.ts';
import type { Rendering } from './rendering.ts';
import type { Clean } from './use-clean.ts';

interface Held {
  readonly place: Place;
  /** Where on the screen it stood. */
  readonly top: number;
}

export interface Renderings {
  readonly rendering: Rendering;
  readonly sheet: RefObject<HTMLElement | null>;
  show(rendering: Rendering): void;
}

/** A slow machine may count the lines of a long draft for seconds. */
const LONGEST_WAIT_MS = 5_000;

/**
 * Switches renderings without losing the place: the words at the caret, or where it is out of view the first words in
 * view, stand where they stood. The caret itself stays in the draft's editor, which only hides meanwhile.
 */
export function useRenderings(
  editor: RefObject<DraftEditorHandle | null>,
  clean: RefObject<Clean | undefined>,
): Renderings {
  const [rendering, setRendering] = useState<Rendering>('attributed');
  const sheet = useRef<HTMLElement>(null);
  const held = useRef<Held>(undefined);

  const show = useCallback(
    (next: Rendering) => {
      setRendering((now) => {
        if (now !== next) {
          held.current =
            now === 'clean' ? placeOnSheet(sheet.current, clean.current, editor.current) : placeInText(editor.current);
        }
        return next;
      });
    },
    [editor, clean],
  );

  // The sheet is there when its lines are counted, a moment after it was asked for: its own effect asks again.
  useLayoutEffect(() => {
    const stay = held.current;
    if (stay === undefined) return;
    const find = () =>
      rendering === 'clean'
        ? rectOnSheet(sheet.current, stay.place, clean.current)
        : rectInText(editor.current, stay.place);
    const asked = performance.now();
    let frame = 0;
    const settle = () => {
      const rect = find();
      const pane =
        rendering === 'clean' ? scrollerOf(sheet.current) : scrollerOf(document.querySelector('.draft-text'));
      if (rect !== undefined && pane !== undefined) {
        pane.scrollBy({ top: rect.top - stay.top });
        held.current = undefined;
      } else if (performance.now() - asked < LONGEST_WAIT_MS) frame = requestAnimationFrame(settle);
    };
    settle();
    return () => cancelAnimationFrame(frame);
  }, [rendering, editor, clean]);

  return { rendering, sheet, show };
}

function placeInText(editor: DraftEditorHandle | null): Held | undefined {
  const pane = scrollerOf(document.querySelector('.draft-text'))?.getBoundingClientRect();
  for (const place of [editor?.selection()?.head, editor?.firstInView()]) {
    const rect = place && rectInText(editor, place);
    if (place && rect && pane && rect.bottom > pane.top && rect.top < pane.bottom) return { place, top: rect.top };
  }
  return undefined;
}

function rectInText(editor: DraftEditorHandle | null, { provision, offset }: Place): DOMRect | undefined {
  // At the end of the words there is no character behind the place.
  return (
    editor?.rectOf({ provision, from: offset, to: offset + 1 }) ??
    editor?.rectOf({ provision, from: Math.max(offset - 1, 0), to: Math.max(offset, 1) })
  );
}

function rectOnSheet(sheet: HTMLElement | null, place: Place, clean: Clean | undefined): DOMRect | undefined {
  const there = clean?.toClean(place) ?? { provision: place.provision, offset: 0 };
  const provision = sheet?.querySelector(`[data-provision="${CSS.escape(there.provision)}"]`);
  if (!provision) return undefined;
  const { offset } = there;
  const words = [...provision.querySelectorAll<HTMLElement>('[data-from]')];
  const found = words.findLast(({ dataset }) => Number(dataset['from']) <= offset) ?? words[0];
  const text = found?.firstChild;
  if (!found || !text) return provision.getBoundingClientRect();
  const range = document.createRange();
  const at = Math.min(offset - Number(found.dataset['from']), (text.textContent?.length ?? 1) - 1);
  range.setStart(text, Math.max(at, 0));
  range.setEnd(text, Math.max(at, 0) + 1);
  return range.getClientRects()[0];
}

/** The place of the page that is to stay: what was selected there, else the caret's words where they are in view, else the first line in view. */
function placeOnSheet(
  sheet: HTMLElement | null,
  clean: Clean | undefined,
  editor: DraftEditorHandle | null,
): Held | undefined {
  const pane = scrollerOf(sheet)?.getBoundingClientRect();
  if (!sheet || !pane || !clean) return undefined;
  const chosen = document.getSelection()?.focusNode;
  const selected = chosen && sheet.contains(chosen) ? chosen.parentElement?.closest<HTMLElement>('[data-from]') : null;
  const caret = editor?.selection()?.head;
  const rect = caret && rectOnSheet(sheet, caret, clean);
  if (!selected && rect && rect.top >= pane.top && rect.bottom <= pane.bottom) return { place: caret, top: rect.top };
  const words =
    selected ??
    [...sheet.querySelectorAll<HTMLElement>('[data-from]')].find(
      (each) => each.getBoundingClientRect().top >= pane.top,
    );
  const provision = words?.closest<HTMLElement>('[data-provision]')?.dataset['provision'] as ProvisionId | undefined;
  if (!words || provision === undefined) return undefined;
  const offset = Number(words.dataset['from']);
  const place = clean.toDraft({ provision, offset }) ?? { provision, offset: 0 };
  return { place, top: words.getBoundingClientRect().top };
}
