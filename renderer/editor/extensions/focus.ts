import { $addUpdateTag, COMMAND_PRIORITY_CRITICAL, SELECTION_CHANGE_COMMAND, SKIP_DOM_SELECTION_TAG } from 'lexical';
import type { Binding } from '../binding.ts';

/**
 * Leaves the keyboard where it went (rule E13). The browser tells of a moved caret late, at times after the focus has
 * left for a panel; Lexical would answer by taking the focus back, and a digit meant for a position would be typed
 * into the text.
 */
export function registerFocus({ editor }: Binding): () => void {
  return editor.registerCommand(
    SELECTION_CHANGE_COMMAND,
    () => {
      const root = editor.getRootElement();
      const focused = root?.ownerDocument.activeElement;
      if (root && focused && focused !== root.ownerDocument.body && !root.contains(focused)) {
        $addUpdateTag(SKIP_DOM_SELECTION_TAG);
      }
      return false;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
}
