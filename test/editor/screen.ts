import { provisionName } from '../../shared/brackets/notation.ts';
import { createHeadlessEditor } from '@lexical/headless';
import { $getRoot, type LexicalEditor } from 'lexical';
import { Binding } from '../../renderer/editor/binding.ts';
import { DRAFT_NODES } from '../../renderer/editor/nodes/draft-nodes.ts';
import { $isSectionNode } from '../../renderer/editor/nodes/section-node.ts';
import { $isProvisionNode } from '../../renderer/editor/nodes/provision-node.ts';
import { describeProvision } from '../../renderer/editor/projection/describe.ts';
import type { ProvisionLook } from '../../renderer/editor/projection/look.ts';
import { $lookOf } from '../../renderer/editor/projection/project.ts';
import { tagsOf } from '../../renderer/editor/projection/tags.ts';
import type { EditorSettings } from '../../renderer/editor/settings.ts';
import { CHAIR, type ProvisionId } from '../../shared/schema/ids.ts';
import type { DraftReplica } from '../../shared/sync/contract.ts';
import type { Undo } from '../../shared/sync/undo.ts';

/** A provision as a screen shows it; `look` is absent where a node is not the projection's. */
export interface ShownProvision {
  readonly id: ProvisionId;
  readonly look: ProvisionLook | undefined;
}

/** A screen without a browser: a headless Lexical that follows a replica as a mounted editor does. */
export interface Screen {
  readonly editor: LexicalEditor;
  readonly binding: Binding;
  /** What the nodes show now. */
  shown(): readonly ShownProvision[];
  /** What they should show, computed from the draft alone. */
  expected(): readonly ShownProvision[];
  close(): void;
}

export function openScreen(
  replica: DraftReplica,
  { undo, ...settings }: Partial<EditorSettings> & { undo?: Undo } = {},
): Screen {
  const editor = createHeadlessEditor({
    namespace: 'screen',
    nodes: DRAFT_NODES,
    onError: (error) => {
      throw error;
    },
  });
  const all: EditorSettings = {
    hand: { code: CHAIR, mode: 'draft', now: () => 0, random: () => 0.5 },
    language: 'en',
    editable: true,
    rendering: 'attributed',
    ...settings,
  };
  const binding = new Binding({ editor, replica, settings: () => all, ...(undo && { undo }) });
  const close = binding.connect();
  return {
    editor,
    binding,
    shown: () =>
      editor.read(() =>
        $getRoot()
          .getChildren()
          .flatMap((section) => ($isSectionNode(section) ? section.getChildren() : [section]))
          .map((node) =>
            $isProvisionNode(node)
              ? { id: node.getProvision(), look: $lookOf(node) }
              : { id: '' as ProvisionId, look: undefined },
          ),
      ),
    expected() {
      const draft = replica.read();
      const tags = tagsOf(draft);
      const name = (id: ProvisionId) =>
        provisionName(draft.provisions, replica.indexOf(id), ({ label }) => label ?? '');
      return draft.provisions.map(({ id }) => ({
        id,
        look: describeProvision(replica, id, { number: '', tags, name }),
      }));
    },
    close,
  };
}
