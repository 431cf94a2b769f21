import {
  $createRangeSelectionFromDom,
  $getSelection,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  COPY_COMMAND,
  CUT_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
} from 'lexical';
import type { Binding } from '../binding.ts';
import { $erase } from '../writing/erase.ts';
import { $copySelection } from '../writing/excerpt.ts';
import { $paste } from '../writing/paste.ts';
import { $screenRange } from '../writing/screen-range.ts';

/** Copies words with their brackets and numbers; takes in words, whatever they were dressed in. */
export function registerClipboard(binding: Binding): () => void {
  const { editor } = binding;
  // The browser's own selection: Lexical hears of its changes later than of the keys that copy and paste.
  const $standAsBrowser = () => {
    const selection = $createRangeSelectionFromDom(document.getSelection(), editor);
    if (selection !== null) $setSelection(selection);
  };
  return mergeRegister(
    editor.registerCommand(
      COPY_COMMAND,
      (event) => {
        $standAsBrowser();
        const data = event !== null && 'clipboardData' in event ? event.clipboardData : null;
        if (data !== null && $copySelection(data)) event?.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (event === null || !('clipboardData' in event)) return true;
        event.preventDefault();
        $standAsBrowser();
        const range = $screenRange(undefined, $getSelection());
        if (event.clipboardData !== null && $copySelection(event.clipboardData) && range !== undefined) {
          $erase(binding, range, 'selection');
        }
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        event.preventDefault();
        $standAsBrowser();
        const data =
          'clipboardData' in event ? event.clipboardData : 'dataTransfer' in event ? event.dataTransfer : null;
        const range = $screenRange(undefined, $getSelection());
        if (data !== null && range !== undefined) $paste(binding, range, wordsIn(data));
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

/** The plain words of what is pasted; of a page without any, its text, paragraph by paragraph. */
function wordsIn(data: DataTransfer): string {
  const plain = data.getData('text/plain');
  if (plain !== '') return plain;
  const html = data.getData('text/html');
  if (html === '') return '';
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const unspoken of page.querySelectorAll('script, style, template')) unspoken.remove();
  for (const line of page.querySelectorAll('br')) line.replaceWith('\n');
  for (const end of page.querySelectorAll('p, div, li, h1, h2, h3, h4, h5, h6, tr')) end.append('\n');
  return page.body.textContent.trim();
}
