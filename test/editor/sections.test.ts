import { $getRoot, type ElementNode } from 'lexical';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { $provisionNodes } from '../../renderer/editor/nodes/section-node.ts';
import { longestRise } from '../../renderer/editor/projection/longest-rise.ts';
import { SECTION } from '../../renderer/editor/projection/project-order.ts';
import { CHAIR, type ProvisionId } from '../../shared/schema/ids.ts';
import type { Hand } from '../../shared/sync/contract.ts';
import { addProvision } from '../../shared/sync/commands/add-provision.ts';
import { moveProvision } from '../../shared/sync/commands/move-provision.ts';
import { removeProvision } from '../../shared/sync/commands/remove-provision.ts';
import { createReplica, type Replica } from '../../shared/sync/replica.ts';
import { seedDraft } from '../../shared/sync/seed.ts';
import { draftOf } from './draft.ts';
import { openScreen, type Screen } from './screen.ts';

const random = (() => {
  let state = 11;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
})();
const chair: Hand = { code: CHAIR, mode: 'draft', now: () => 0, random };
const below = (limit: number) => Math.floor(random() * limit);

function opened(provisions: number): { readonly replica: Replica; readonly screen: Screen } {
  const doc = new Y.Doc();
  const replica = createReplica(doc);
  seedDraft(doc, draftOf(Array.from({ length: provisions }, (_, at) => `Provision ${at}`)));
  return { replica, screen: openScreen(replica) };
}

const sizes = ({ editor }: Screen) =>
  editor.read(() =>
    $getRoot()
      .getChildren<ElementNode>()
      .map((section) => section.getChildrenSize()),
  );

/** By provision, its node and the section that it stands in: who changes either is drawn anew. */
const homes = ({ editor }: Screen) =>
  editor.read(
    () => new Map($provisionNodes().map((node) => [node.getProvision(), [node.__key, node.__parent].join()])),
  );

const idAt = (replica: Replica, at: number): ProvisionId => replica.read().provisions[at]!.id;

test.each([
  ['E18 in order all stay', [0, 0, 1, 1, 2], [0, 1, 2, 3, 4]],
  ['E18 one that went to the end', [0, 1, 1, 2, 0], [0, 1, 2, 3]],
  ['E18 one that went to the beginning', [2, 0, 0, 1, 1], [1, 2, 3, 4]],
  ['E18 new ones lie on no rise', [-1, 0, -1, 0, 1], [1, 3, 4]],
  ['E18 nothing', [], []],
])('%s', (_, values, stay) => {
  expect([...longestRise(values)].toSorted((one, other) => one - other)).toEqual(stay);
});

test('E18 a draft opens in sections, and what is put in one place cuts the section there up', () => {
  const { replica, screen } = opened(SECTION * 5 + 3);
  expect(sizes(screen)).toEqual([SECTION, SECTION, SECTION, SECTION, SECTION, 3]);
  let after = idAt(replica, SECTION);
  for (let more = 0; more <= SECTION; more += 1) {
    const added = addProvision(replica, chair, { after, kind: 'operative', level: 0, text: 'More' });
    if (added.ok) after = added.value.provision;
  }
  expect(sizes(screen)).toEqual([SECTION, SECTION, SECTION, 1, SECTION, SECTION, SECTION, 3]);
  expect(screen.shown()).toEqual(screen.expected());
});

test.each([
  ['E18 down the whole draft', 1, 38],
  ['E18 up the whole draft', 38, 1],
])('E18 a provision that moves leaves all others undrawn: %s', (_, from, to) => {
  const { replica, screen } = opened(SECTION * 5);
  const before = homes(screen);
  const moved = idAt(replica, from);
  expect(moveProvision(replica, chair, { provision: moved, after: idAt(replica, to) }).ok).toBe(true);
  const changed = [...homes(screen)].filter(([id, home]) => before.get(id) !== home).map(([id]) => id);
  expect(changed).toEqual([moved]);
  expect(screen.shown()).toEqual(screen.expected());
});

test('E18 whatever comes, goes and moves, the screen has the draft’s order in sections that are neither empty nor long', () => {
  const { replica, screen } = opened(SECTION * 4);
  for (let step = 0; step < 150; step += 1) {
    const provision = idAt(replica, below(replica.read().provisions.length));
    const after = idAt(replica, below(replica.read().provisions.length));
    const act = below(5);
    if (act < 2) addProvision(replica, chair, { after, kind: 'operative', level: 0, text: `Step ${step}` });
    else if (act === 2 && replica.read().provisions.length > 5) removeProvision(replica, chair, { provision });
    else moveProvision(replica, chair, { provision, after });
    expect(screen.shown()).toEqual(screen.expected());
    expect(Math.min(...sizes(screen))).toBeGreaterThan(0);
    expect(Math.max(...sizes(screen))).toBeLessThanOrEqual(2 * SECTION);
  }
});
