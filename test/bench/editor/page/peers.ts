import {
  CONTROLLED_TEXT_INSERTION_COMMAND,
  $getSelection,
  $isRangeSelection,
  createEditor,
  type LexicalEditor,
} from 'lexical';
import * as Y from 'yjs';
import { bindStock, paragraphOf } from '../peer/collab.ts';
import { PEER_NODES } from '../peer/nodes.ts';
import type { Opened } from './page.tsx';

/** Lexical with `@lexical/yjs` (V1), from a document's bytes. */
export function openStock(bytes: Uint8Array): Opened {
  const doc = new Y.Doc();
  const { editor, close } = stand();
  bindStock(editor, doc);
  Y.applyUpdate(doc, bytes, 'line');
  return { doc, close, remoteKeys: (at, keys) => typedElsewhere(doc, at, keys) };
}

/** Lexical alone, from its own JSON. */
export function openBare(json: string): Opened {
  const { editor, close } = stand();
  editor.setEditorState(editor.parseEditorState(json));
  return { close };
}

/** An editor set as ours is: the same width, type and paragraphs. */
function stand(): { readonly editor: LexicalEditor; close(): void } {
  const page = document.getElementById('root')!;
  page.innerHTML =
    '<section class="draft-pane"><div class="draft-sheet"><div class="draft-editor">' +
    '<div class="draft-text" contenteditable="true" role="textbox" spellcheck="true" lang="en" dir="ltr"></div></div></div></section>';
  const editor = createEditor({
    namespace: 'peer',
    nodes: PEER_NODES,
    theme: { paragraph: 'draft-provision' },
    onError(error) {
      throw error;
    },
  });
  editor.registerCommand(
    CONTROLLED_TEXT_INSERTION_COMMAND,
    (text) => {
      const selection = $getSelection();
      if (typeof text === 'string' && $isRangeSelection(selection)) selection.insertText(text);
      return true;
    },
    0,
  );
  editor.setRootElement(page.querySelector<HTMLElement>('.draft-text'));
  return {
    editor,
    close() {
      editor.setRootElement(null);
      page.replaceChildren();
    },
  };
}

/** The updates of another's keys, one by one: V1 writes a character into the shared text of its paragraph. */
function typedElsewhere(doc: Y.Doc, at: number, keys: number): Uint8Array[] {
  const far = new Y.Doc();
  Y.applyUpdate(far, Y.encodeStateAsUpdate(doc));
  const updates: Uint8Array[] = [];
  far.on('update', (update: Uint8Array) => updates.push(update));
  const paragraph = paragraphOf(far, at);
  for (let key = 0; key < keys; key += 1) paragraph.insert(13 + key, 'y');
  return updates;
}
