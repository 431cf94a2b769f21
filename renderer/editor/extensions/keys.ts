import { COMMAND_PRIORITY_CRITICAL, KEY_DOWN_COMMAND } from 'lexical';
import type { Binding } from '../binding.ts';

/**
 * Keys that the browser does not announce as input. Lexical's own key handling is kept out altogether: it would prevent
 * the browser's `beforeinput` events, which alone tell what a key means to erase. Tab is left to the browser, so that the
 * text is no trap, and Escape leaves it.
 */
export function registerKeys(binding: Binding): () => void {
  return binding.editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event) => {
      if (event.isComposing || binding.projection.held !== undefined) return false;
      const act = actOf(event);
      if (act === undefined) return true;
      event.preventDefault();
      switch (act) {
        case 'undo':
          binding.$undo();
          break;
        case 'redo':
          binding.$redo();
          break;
        case 'leave':
          if (binding.settings.onLeave === undefined) binding.editor.blur();
          else binding.settings.onLeave();
          break;
      }
      return true;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
}

function actOf(event: KeyboardEvent): 'undo' | 'redo' | 'leave' | undefined {
  if (event.key === 'Escape') return 'leave';
  // AltGr reports Control and Alt together and types a character.
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : undefined;
}
