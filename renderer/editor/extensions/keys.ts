import { COMMAND_PRIORITY_CRITICAL, KEY_DOWN_COMMAND } from 'lexical';
import type { Binding } from '../binding.ts';
import { $arrange, type Arrangement } from '../writing/arrange.ts';

/**
 * Keys that the browser does not announce as input. Lexical's own key handling is kept out altogether: it would prevent
 * the browser's `beforeinput` events, which alone tell what a key means to erase. Tab is left to the browser, so that the
 * text is no trap, and Escape leaves it. Alt+Shift with arrows moves, promotes and demotes, as in outlines elsewhere.
 */
export function registerKeys(binding: Binding): () => void {
  return binding.editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event) => {
      if (event.isComposing || binding.projection.held !== undefined) return false;
      const act = actOf(event, binding.settings.language === 'ar');
      if (act === undefined) return true;
      event.preventDefault();
      switch (act) {
        case 'undo':
          binding.$undo();
          break;
        case 'redo':
          binding.$redo();
          break;
        case 'promote':
        case 'demote':
        case 'up':
        case 'down':
          $arrange(binding, act);
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

type Act = 'undo' | 'redo' | 'leave' | Arrangement;

function actOf(event: KeyboardEvent, isRightToLeft: boolean): Act | undefined {
  if (event.key === 'Escape') return 'leave';
  const command = event.ctrlKey || event.metaKey;
  if (event.altKey && event.shiftKey && !command) {
    switch (event.key) {
      case 'ArrowUp':
        return 'up';
      case 'ArrowDown':
        return 'down';
      case 'ArrowLeft':
        return isRightToLeft ? 'demote' : 'promote';
      case 'ArrowRight':
        return isRightToLeft ? 'promote' : 'demote';
    }
  }
  // AltGr reports Control and Alt together and types a character.
  if (!command || event.altKey) return undefined;
  // Where the layout writes no Latin letter (Russian, Arabic), the key's place decides.
  const letter = /^[a-z]$/iu.test(event.key) ? event.key.toLowerCase() : event.code.slice(-1).toLowerCase();
  if (letter === 'z') return event.shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !event.shiftKey ? 'redo' : undefined;
}
