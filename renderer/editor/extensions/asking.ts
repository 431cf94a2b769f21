import {
  $getSelection,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  CUT_COMMAND,
  DROP_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
} from 'lexical';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { Binding } from '../binding.ts';
import { $placeOfDOM } from '../projection/places.ts';
import { $screenRange } from '../writing/screen-range.ts';

/**
 * An edit that would touch a provision that asks first (an agreed one) is not made, and is asked about instead (rule
 * E15). Registered before whatever carries edits out. Compositions cannot be kept from beginning: they ask at their end.
 */
export function registerAsking(binding: Binding): () => void {
  const { editor } = binding;
  const $asks = (event: Event | null, target: StaticRange | undefined): boolean => {
    if (binding.settings.asksFirst === undefined || binding.projection.held !== undefined) return false;
    const range = $screenRange(target, $getSelection());
    if (range === undefined || !binding.asksFirst(between(binding, range.from.provision, range.to.provision))) {
      return false;
    }
    event?.preventDefault();
    return true;
  };
  return mergeRegister(
    editor.registerCommand(
      BEFORE_INPUT_COMMAND,
      (event) => !event.inputType.startsWith('history') && $asks(event, event.getTargetRanges()[0]),
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(CUT_COMMAND, (event) => $asks(event, undefined), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(PASTE_COMMAND, (event) => $asks(event, undefined), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        const point = document.caretRangeFromPoint(event.clientX, event.clientY);
        const at = point === null ? undefined : $placeOfDOM(point.startContainer, point.startOffset);
        if (at === undefined || !binding.asksFirst([at.provision])) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

/** The provisions from one to another in reading order. */
function between({ replica }: Binding, from: ProvisionId, to: ProvisionId): readonly ProvisionId[] {
  if (from === to) return [from];
  return replica
    .read()
    .provisions.slice(replica.indexOf(from), replica.indexOf(to) + 1)
    .map(({ id }) => id);
}
