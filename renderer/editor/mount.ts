import { $getRoot, createEditor, mergeRegister, type LexicalEditor } from 'lexical';
import type { DraftReplica } from '../../shared/sync/contract.ts';
import { Binding } from './binding.ts';
import { registerAsking } from './extensions/asking.ts';
import { registerBracketing } from './extensions/bracketing.ts';
import { registerCaret } from './extensions/caret.ts';
import { registerClipboard } from './extensions/clipboard.ts';
import { registerComposition } from './extensions/composition.ts';
import { registerDragging } from './extensions/dragging.ts';
import { registerFocus } from './extensions/focus.ts';
import { registerImplied } from './extensions/implied.ts';
import { registerInput } from './extensions/input.ts';
import { registerIntegrity } from './extensions/integrity.ts';
import { registerKeys } from './extensions/keys.ts';
import { registerLongDraft } from './extensions/long-draft.ts';
import { registerNumbers } from './extensions/numbers.ts';
import { ownSelection } from './extensions/selection-owner.ts';
import type { DraftEditorHandle } from './handle.ts';
import { DRAFT_NODES } from './nodes/draft-nodes.ts';
import { registerLines } from './overlays/lines.ts';
import { Marks } from './overlays/marks.ts';
import { registerPresence } from './overlays/presence.ts';
import type { EditorSettings } from './settings.ts';
import { registerStances } from './extensions/stances.ts';
import { steer } from './steer.ts';

export interface MountedEditor {
  readonly editor: LexicalEditor;
  readonly binding: Binding;
  readonly handle: DraftEditorHandle;
  unmount(): void;
}

/** Puts an editor of `replica` into `root`, with the carets of others on `layer` above it. */
export function mountDraftEditor(
  { root, layer }: { root: HTMLElement; layer: HTMLElement },
  replica: DraftReplica,
  settings: () => EditorSettings,
): MountedEditor {
  const editor = createEditor({
    namespace: 'draft',
    nodes: DRAFT_NODES,
    editable: settings().editable,
    onError: (error) => {
      throw error;
    },
  });
  const binding = new Binding({ editor, replica, settings });
  const marks = new Marks(binding);
  let rejected = 0;
  binding.update(() => $getRoot().setDirection(directionOf(settings().language)));
  const disconnect = binding.connect();
  editor.setRootElement(root);
  const dispose = mergeRegister(
    registerAsking(binding),
    registerBracketing(binding),
    registerInput(binding),
    registerKeys(binding),
    registerComposition(binding),
    registerClipboard(binding),
    registerDragging(binding),
    registerIntegrity(binding, () => {
      rejected += 1;
    }),
    registerNumbers(binding),
    registerImplied(binding),
    registerStances(binding),
    registerCaret(binding),
    registerFocus(binding),
    registerLongDraft(binding),
    registerPresence(binding, layer),
    registerLines(binding, layer),
    () => marks.clear(),
    ownSelection(root),
    disconnect,
  );
  return {
    editor,
    binding,
    handle: steer(binding, marks, () => rejected),
    unmount() {
      dispose();
      editor.setRootElement(null);
    },
  };
}

/** Set from the draft's language, never guessed from its first letters: an Arabic paragraph may open with a Latin symbol. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}
