import { createHeadlessEditor } from '@lexical/headless';
import { $createParagraphNode, $getRoot, $isElementNode, $isTextNode, type ElementNode } from 'lexical';
import * as Y from 'yjs';
import { CHAIR } from '../../../shared/schema/ids.ts';
import type { Draft } from '../../../shared/schema/draft.ts';
import { addBracket } from '../../../shared/sync/commands/add-bracket.ts';
import { insertText } from '../../../shared/sync/commands/insert-text.ts';
import { joinProvision } from '../../../shared/sync/commands/join-provision.ts';
import { moveProvision } from '../../../shared/sync/commands/move-provision.ts';
import { splitProvision } from '../../../shared/sync/commands/split-provision.ts';
import type { Hand } from '../../../shared/sync/contract.ts';
import { createReplica } from '../../../shared/sync/replica.ts';
import { seedDraft } from '../../../shared/sync/seed.ts';
import { seeded } from '../consensus/meeting.ts';
import { bindStock } from './peer/collab.ts';
import { MarkedNode, PEER_NODES } from './peer/nodes.ts';
import { $growTree } from './peer/tree.ts';

/** What goes over the line, and what is stored, in bytes. */
export type Wire = Readonly<Record<'keystroke' | 'bracket' | 'split' | 'move' | 'join' | 'document', number>>;

function weigh(doc: Y.Doc): (act: () => void) => number {
  let bytes = 0;
  doc.on('update', (update: Uint8Array) => {
    bytes += update.length;
  });
  return (act) => {
    bytes = 0;
    act();
    return bytes;
  };
}

/** The third of three keys typed in a row: the first begins a run, the others continue it. */
const KEYS = ['a', 'b', 'c'];

export function ourWire(draft: Draft, at: number): Wire {
  const doc = new Y.Doc();
  const replica = createReplica(doc);
  seedDraft(doc, draft);
  const document = Y.encodeStateAsUpdate(doc).length;
  const cost = weigh(doc);
  const hand: Hand = { code: CHAIR, mode: 'draft', now: () => 1_800_000_000_000, random: seeded(5) };
  const { id: provision, text } = replica.read().provisions[at]!;
  const after = replica.read().provisions[at + 1]!.id;
  const place = (offset: number) => ({ provision, offset });
  const [from, to] = tenWords(text, 70);
  return {
    keystroke: KEYS.map((key, index) =>
      cost(() => void insertText(replica, hand, { at: place(700 + index), text: key })),
    ).at(-1)!,
    bracket: cost(() => void addBracket(replica, hand, { kind: 'hold', spans: [{ provision, from, to }] })),
    split: cost(() => void splitProvision(replica, hand, { at: place(640) })),
    join: cost(() => void joinProvision(replica, hand, { provision: replica.read().provisions[at + 1]!.id })),
    move: cost(() => void moveProvision(replica, hand, { provision, after })),
    document,
  };
}

export function stockWire(draft: Draft, at: number): Wire {
  const { doc, editor } = stockDocument(draft);
  const document = Y.encodeStateAsUpdate(doc).length;
  const weighed = weigh(doc);
  const cost = ($act: () => void) => weighed(() => editor.update($act, { discrete: true }));
  const $paragraph = () => $getRoot().getChildAtIndex<ElementNode>(at)!;
  // The plain words between the struck ones and the last proposal; once a bracket parts them, its further side.
  const $plain = (which = 2) => $paragraph().getChildren().filter($isTextNode).at(which)!;
  const wire = {
    keystroke: KEYS.map((key, index) =>
      cost(() =>
        $plain()
          .select(100 + index, 100 + index)
          .insertText(key),
      ),
    ).at(-1)!,
    bracket: cost(() => {
      const [from, to] = tenWords($plain().getTextContent(), 3);
      const parts = $plain().splitText(from, to);
      const mark = new MarkedNode('hold', 'EU-b00000000001');
      parts[1]!.insertBefore(mark);
      mark.append(parts[1]!);
    }),
    split: cost(() => {
      const [, behind] = $plain(3).splitText(20);
      const next = $createParagraphNode();
      next.append(behind!, ...behind!.getNextSiblings());
      $paragraph().insertAfter(next);
    }),
    join: cost(() => {
      const next = $paragraph().getNextSibling();
      if (!$isElementNode(next)) return;
      $paragraph().append(...next.getChildren());
      next.remove();
    }),
    move: cost(
      () =>
        void $getRoot()
          .getChildAtIndex(at + 5)!
          .insertAfter($paragraph()),
    ),
    document,
  };
  // Its awareness would keep the run from ending.
  doc.destroy();
  return wire;
}

/** A draft as V1 stores it. */
export function stockDocument(draft: Draft): {
  readonly doc: Y.Doc;
  readonly editor: ReturnType<typeof createHeadlessEditor>;
} {
  const doc = new Y.Doc();
  const editor = createHeadlessEditor({ nodes: PEER_NODES, onError: fail });
  bindStock(editor, doc);
  editor.update(() => $growTree(draft), { discrete: true });
  return { doc, editor };
}

function tenWords(text: string, word: number): readonly [from: number, to: number] {
  const words = text.split(' ');
  const from = words.slice(0, word).join(' ').length + 1;
  return [from, from + words.slice(word, word + 10).join(' ').length];
}

function fail(error: Error): never {
  throw error;
}
