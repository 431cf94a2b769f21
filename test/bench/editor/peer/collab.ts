import {
  createBinding,
  createUndoManager,
  syncLexicalUpdateToYjs,
  syncYjsChangesToLexical,
  type Binding,
  type Provider,
  type ProviderAwareness,
} from '@lexical/yjs';
import type { LexicalEditor } from 'lexical';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

/** Joins a Lexical editor to a document with `@lexical/yjs` (V1), as `@lexical/react` does, undo and carets included. */
export function bindStock(editor: LexicalEditor, doc: Y.Doc): Binding {
  const quiet = { connect() {}, disconnect() {}, on() {}, off() {} };
  const provider: Provider = { ...quiet, awareness: new Awareness(doc) as unknown as ProviderAwareness };
  const binding = createBinding(editor, provider, 'main', doc, new Map([['main', doc]]));
  editor.registerUpdateListener(
    ({ prevEditorState, editorState, dirtyLeaves, dirtyElements, normalizedNodes, tags }) => {
      if (tags.has('skip-collab')) return;
      syncLexicalUpdateToYjs(
        binding,
        provider,
        prevEditorState,
        editorState,
        dirtyElements,
        dirtyLeaves,
        normalizedNodes,
        tags,
      );
    },
  );
  const shared = binding.root.getSharedType();
  shared.observeDeep((events, transaction) => {
    if (transaction.origin === binding) return;
    syncYjsChangesToLexical(binding, provider, events as never, transaction.origin instanceof Y.UndoManager);
  });
  createUndoManager(binding, shared);
  return binding;
}

/** The shared text of one paragraph, as V1 keeps it. */
export function paragraphOf(doc: Y.Doc, at: number): Y.XmlText {
  const paragraphs = (doc.get('root', Y.XmlText) as Y.XmlText).toDelta() as { insert: unknown }[];
  return paragraphs[at]!.insert as Y.XmlText;
}
