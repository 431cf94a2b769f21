import { $getSelection, $isRangeSelection, BEFORE_INPUT_COMMAND, COMMAND_PRIORITY_CRITICAL } from 'lexical';
import type { Binding } from '../binding.ts';
import { $breakProvision } from '../writing/break.ts';
import { $erase, type EraseDirection } from '../writing/erase.ts';
import { $format } from '../writing/format.ts';
import { $insertLines } from '../writing/insert.ts';
import { $paste } from '../writing/paste.ts';
import { $screenRange } from '../writing/screen-range.ts';

/**
 * Every input that the browser announces becomes a command, and the browser is kept from carrying it out (rule E1).
 *
 * What is to be removed or replaced is read from the event's target range: the browser knows words, lines, graphemes and
 * what a spell checker means to replace in every language. Only compositions pass: `composition.ts` reads them when done.
 */
export function registerInput(binding: Binding): () => void {
  return binding.editor.registerCommand(
    BEFORE_INPUT_COMMAND,
    (event) => {
      if (binding.projection.held !== undefined) return false;
      event.preventDefault();
      $takeInput(binding, event);
      return true;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
}

function $takeInput(binding: Binding, event: InputEvent): void {
  const range = $screenRange(event.getTargetRanges()[0], $getSelection());
  switch (event.inputType) {
    case 'historyUndo':
      binding.$undo();
      return;
    case 'historyRedo':
      binding.$redo();
      return;
    case 'formatBold':
    case 'formatItalic':
      if (range !== undefined) $format(binding, range, event.inputType === 'formatBold' ? 'bold' : 'italic');
      return;
  }
  if (range === undefined) return;
  if (event.inputType.startsWith('delete')) {
    $erase(binding, range, directionOf(event.inputType));
    return;
  }
  switch (event.inputType) {
    case 'insertParagraph':
    case 'insertLineBreak':
      $breakProvision(binding, range);
      return;
    case 'insertText':
    case 'insertReplacementText':
    case 'insertTranspose':
    case 'insertFromYank':
    case 'insertFromComposition':
      $insertLines(binding, range, wordsOf(event));
      return;
    case 'insertFromDrop':
    case 'insertFromPaste':
    case 'insertFromPasteAsQuotation':
      $paste(binding, range, wordsOf(event));
      return;
  }
}

function wordsOf(event: InputEvent): string {
  return event.dataTransfer?.getData('text/plain') || event.data || '';
}

function directionOf(inputType: string): EraseDirection {
  const selection = $getSelection();
  if ($isRangeSelection(selection) && !selection.isCollapsed()) return 'selection';
  if (inputType === 'deleteByCut' || inputType === 'deleteByDrag') return 'selection';
  return inputType.endsWith('Forward') ? 'forward' : 'backward';
}
