import { SKIP_DOM_SELECTION_TAG } from 'lexical';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { eraseText } from '../../shared/sync/commands/erase-text.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { removeProvision } from '../../shared/sync/commands/remove-provision.ts';
import { restoreProvision } from '../../shared/sync/commands/restore-provision.ts';
import { createUndo } from '../../shared/sync/undo.ts';
import { createReplica } from '../../shared/sync/replica.ts';
import { seedDraft } from '../../shared/sync/seed.ts';
import { CHAIR, type ProvisionId } from '../../shared/schema/ids.ts';
import type { Hand } from '../../shared/sync/contract.ts';
import { draftOf } from './draft.ts';
import { openScreen } from './screen.ts';

const ids = (at: number) => `CHAIR-provision00${at}` as ProvisionId;
const HAND: Hand = { code: CHAIR, mode: 'draft', now: () => 0, random: () => 0.5 };

/** A screen, and whoever else writes in its draft. */
function screenOf(lines: readonly string[]) {
  const [near, far] = [new Y.Doc(), new Y.Doc()];
  const [replica, others] = [createReplica(near), createReplica(far)];
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    from.on('update', (update: Uint8Array, origin: unknown) => origin !== 'line' && Y.applyUpdate(to, update, 'line'));
  }
  seedDraft(near, draftOf(lines));
  return { replica, others, ...openScreen(replica) };
}

describe('E4 one’s own selection', () => {
  test.for([
    ['forwards', false],
    ['backwards', true],
  ] as const)('E4 selected %s over a bracket, it stays though others take out words at its end', ([, backward]) => {
    const { others, binding, editor } = screenOf(['One [?EU:two three] four five']);
    const provision = ids(0);
    const [from, to] = [
      { provision, offset: 2 },
      { provision, offset: 'One two three four'.length },
    ];
    binding.update(() => void binding.$select(backward ? from : to, { anchor: backward ? to : from }));
    eraseText(others, HAND, { spans: [{ provision, from: 14, to: 23 }] });
    const range = editor.read(() => binding.$range());
    expect(range).toMatchObject({ from, to: { provision, offset: 14 } });
  });

  const OVER = { provision: ids(0), offset: 10 };

  function erasedAndBack(meanwhile: (at: ReturnType<typeof screenOf>, undo: () => void) => void) {
    const at = screenOf(['One two three', 'four']);
    at.binding.update(() => void at.binding.$select(OVER));
    const undo = createUndo(at.others, HAND);
    eraseText(at.others, HAND, { spans: [{ provision: OVER.provision, from: 4, to: 13 }] });
    expect(at.editor.read(() => at.binding.$range()?.head)).toEqual({ ...OVER, offset: 4 });
    meanwhile(at, () => undo.undo());
    return at.editor.read(() => at.binding.$range()?.head);
  }

  test('E4 its words erased and brought back by others, the caret stands in them again', () => {
    expect(erasedAndBack((_, undo) => undo())).toEqual(OVER);
  });

  test('E4 it does so whatever is written there meanwhile', () => {
    let text = '';
    const back = erasedAndBack(({ replica }, undo) => {
      insertText(replica, HAND, { at: { ...OVER, offset: 4 }, text: 'and ' });
      undo();
      text = replica.provision(OVER.provision)!.text;
    });
    expect(text.slice(0, back?.offset)).toMatch(/two th$/u);
    expect(text).toContain('and ');
  });

  test('E4 its provision taken out and put back by others, the caret stands in it again', () => {
    const { others, binding, editor } = screenOf(['One two three', 'four']);
    binding.update(() => void binding.$select(OVER));
    removeProvision(others, HAND, { provision: OVER.provision });
    expect(editor.read(() => binding.$range()?.head.provision)).not.toBe(OVER.provision);
    restoreProvision(others, HAND, { provision: OVER.provision });
    expect(editor.read(() => binding.$range()?.head)).toEqual(OVER);
  });

  test('E4 what others write elsewhere leaves the browser’s selection untouched', () => {
    const { others, binding, editor } = screenOf(['One two three', 'four']);
    binding.update(() => void binding.$select(OVER));
    const leftAlone: boolean[] = [];
    editor.registerUpdateListener(({ tags }) => void leftAlone.push(tags.has(SKIP_DOM_SELECTION_TAG)));
    insertText(others, HAND, { at: { provision: ids(1), offset: 2 }, text: 'x' });
    insertText(others, HAND, { at: { provision: OVER.provision, offset: 2 }, text: 'x' });
    expect(leftAlone).toEqual([true, false]);
    expect(editor.read(() => binding.$range()?.head)).toEqual({ ...OVER, offset: 11 });
  });

  test('E4 put elsewhere meanwhile, it stays there', () => {
    const elsewhere = { provision: ids(1), offset: 2 };
    const back = erasedAndBack(({ binding }, undo) => {
      binding.update(() => void binding.$select(elsewhere));
      undo();
    });
    expect(back).toEqual(elsewhere);
  });
});
