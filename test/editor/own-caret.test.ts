import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { eraseText } from '../../shared/sync/commands/erase-text.ts';
import { createReplica } from '../../shared/sync/replica.ts';
import { seedDraft } from '../../shared/sync/seed.ts';
import { CHAIR } from '../../shared/schema/ids.ts';
import type { Hand } from '../../shared/sync/contract.ts';
import { draftOf } from './draft.ts';
import { openScreen } from './screen.ts';

const HAND: Hand = { code: CHAIR, mode: 'draft', now: () => 0, random: () => 0.5 };

function screenOf(lines: readonly string[]) {
  const doc = new Y.Doc();
  const replica = createReplica(doc);
  seedDraft(doc, draftOf(lines));
  return { replica, ids: replica.read().provisions.map(({ id }) => id), ...openScreen(replica) };
}

describe('E4 one’s own selection', () => {
  test.for([
    ['forwards', false],
    ['backwards', true],
  ] as const)('E4 selected %s over a bracket, it stays though others take out words at its end', ([, backward]) => {
    const { replica, binding, editor, ids } = screenOf(['One [?EU:two three] four five']);
    const provision = ids[0]!;
    const [from, to] = [
      { provision, offset: 2 },
      { provision, offset: 'One two three four'.length },
    ];
    binding.update(() => void binding.$select(backward ? from : to, { anchor: backward ? to : from }));
    eraseText(replica, HAND, { spans: [{ provision, from: 14, to: 23 }] });
    const range = editor.read(() => binding.$range());
    expect(range).toMatchObject({ from, to: { provision, offset: 14 } });
  });
});
