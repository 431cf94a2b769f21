import { $getRoot, $createTextNode } from 'lexical';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { registerIntegrity } from '../../renderer/editor/extensions/integrity.ts';
import { $provisionNodes } from '../../renderer/editor/nodes/section-node.ts';
import { $isRunNode } from '../../renderer/editor/nodes/run-node.ts';
import type { Code } from '../../shared/schema/ids.ts';
import type { Hand } from '../../shared/sync/contract.ts';
import { addBracket } from '../../shared/sync/commands/add-bracket.ts';
import { addProvision } from '../../shared/sync/commands/add-provision.ts';
import { eraseText } from '../../shared/sync/commands/erase-text.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { joinProvision } from '../../shared/sync/commands/join-provision.ts';
import { moveProvision } from '../../shared/sync/commands/move-provision.ts';
import { offerOption } from '../../shared/sync/commands/offer-option.ts';
import { removeProvision } from '../../shared/sync/commands/remove-provision.ts';
import { replaceText } from '../../shared/sync/commands/replace-text.ts';
import { setProvision } from '../../shared/sync/commands/set-provision.ts';
import { splitProvision } from '../../shared/sync/commands/split-provision.ts';
import { withdrawBracket } from '../../shared/sync/commands/withdraw-bracket.ts';
import { createReplica, type Replica } from '../../shared/sync/replica.ts';
import { seedDraft } from '../../shared/sync/seed.ts';
import { draftOf } from './draft.ts';
import { openScreen, type Screen } from './screen.ts';

function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

interface Peer {
  readonly replica: Replica;
  readonly hand: Hand;
  readonly screen: Screen;
}

function peersOf(lines: readonly string[], random: () => number): readonly [Peer, Peer] {
  const first = new Y.Doc();
  first.clientID = 1;
  const second = new Y.Doc();
  second.clientID = 2;
  const replicas = [createReplica(first), createReplica(second)] as const;
  seedDraft(first, draftOf(lines));
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first));
  first.on(
    'update',
    (update: Uint8Array, origin: unknown) => origin !== 'line' && Y.applyUpdate(second, update, 'line'),
  );
  second.on(
    'update',
    (update: Uint8Array, origin: unknown) => origin !== 'line' && Y.applyUpdate(first, update, 'line'),
  );
  const [chair, delegation] = replicas;
  const hand = (code: string, mode: Hand['mode']): Hand => ({ code: code as Code, mode, now: () => 0, random });
  return [
    { replica: chair, hand: hand('CHAIR', 'draft'), screen: openScreen(chair) },
    { replica: delegation, hand: hand('NOR', 'propose'), screen: openScreen(delegation) },
  ];
}

/** One random command of one peer; refusals are part of the game. */
function act({ replica, hand }: Peer, random: () => number): string {
  const { provisions } = replica.read();
  const pick = (count: number) => Math.floor(random() * count);
  const provision = provisions[pick(provisions.length)]!;
  const from = pick(provision.text.length + 1);
  const to = Math.min(provision.text.length, from + 1 + pick(6));
  const spans = [{ provision: provision.id, from, to }];
  const at = { provision: provision.id, offset: from };
  const move = pick(25);
  const outcome = (() => {
    if (move < 8) return insertText(replica, hand, { at, text: 'abc'.slice(pick(3)) });
    if (move < 12) return eraseText(replica, hand, { spans });
    if (move < 14) return replaceText(replica, hand, { spans, text: 'new' });
    if (move < 15) return splitProvision(replica, hand, { at });
    if (move < 16) return joinProvision(replica, hand, { provision: provision.id });
    if (move < 17) {
      return moveProvision(replica, hand, {
        provision: provision.id,
        after: provisions[pick(provisions.length)]!.id,
      });
    }
    if (move < 18 && provisions.length > 2) return removeProvision(replica, hand, { provision: provision.id });
    if (move < 20) {
      return addProvision(replica, hand, { after: provision.id, kind: 'operative', level: 0, text: 'More' });
    }
    if (move < 23) {
      // Over this provision and, now and then, the next ones: so that brackets cross out of sight of one another.
      const more = provisions.slice(replica.indexOf(provision.id) + 1).slice(0, pick(3));
      const over = more.map((each) => ({ provision: each.id, from: 0, to: 1 + pick(each.text.length) }));
      return addBracket(replica, hand, {
        kind: 'hold',
        spans: [{ ...spans[0]!, to: more.length > 0 ? provision.text.length : to }, ...over],
      });
    }
    if (move < 24) return addBracket(replica, hand, { kind: 'hold', spans: [], whole: [provision.id] });
    const own = replica.read().brackets.filter((each) => each.proponent === hand.code);
    const bracket = own[pick(own.length)]?.id;
    return bracket === undefined
      ? insertText(replica, hand, { at, text: 'x' })
      : withdrawBracket(replica, hand, { bracket });
  })();
  return `${hand.code} ${move} ${provision.id} ${from}-${to}: ${outcome.ok ? 'done' : outcome.reason}`;
}

const LINES = ['One two three', 'four [?EU:five [+MEX:six]] seven', '', '[+EU:eight nine]'];

describe('E5 the projection', () => {
  test.each(Array.from({ length: 40 }, (_, index) => index + 1))(
    'E5 kept step by step equals shown afresh, %i',
    (seed) => {
      const random = randomOf(seed);
      const peers = peersOf(LINES, random);
      const log: string[] = [];
      for (let step = 0; step < 60; step += 1) {
        log.push(act(peers[Math.floor(random() * 2)]!, random));
        for (const { screen } of peers) expect(screen.shown(), log.join('\n')).toEqual(screen.expected());
      }
      expect(peers[0].screen.shown()).toEqual(peers[1].screen.shown());
    },
  );

  test('E5 a provision bracketed whole has its bracket before its number', () => {
    const [{ replica, hand, screen }] = peersOf(['One', 'two'], randomOf(1));
    const second = replica.read().provisions[1]!;
    addBracket(replica, hand, { kind: 'hold', spans: [], whole: [second.id] });
    const look = screen.shown()[1]!.look!;
    expect(look.face.lead).toBe('[');
    expect(look.parts.map((part) => (part.type === 'run' ? part.text : part.face.side))).toEqual(['two', 'close']);
  });

  test('E5 brackets that cross over several provisions are told apart in all of them', () => {
    const [{ replica, hand, screen }] = peersOf(['ab', 'cd', 'ef'], randomOf(1));
    const [one, two, three] = replica.read().provisions.map((provision) => provision.id);
    const span = (provision: typeof one, from: number, to: number) => ({ provision: provision!, from, to });
    const tags = () =>
      screen.shown().map(({ look }) => look!.parts.flatMap((part) => (part.type === 'glyph' ? [part.face.tag] : [])));
    addBracket(replica, hand, { kind: 'hold', spans: [span(one, 1, 2), span(two, 0, 1)] });
    expect(tags()).toEqual([[''], [''], []]);
    addBracket(replica, hand, { kind: 'hold', spans: [span(one, 0, 1)] });
    addBracket(replica, hand, { kind: 'hold', spans: [span(one, 1, 2), span(two, 0, 2), span(three, 0, 1)] });
    expect(tags()).toEqual([['', '', '', ''], [''], ['']]);
    const over = addBracket(replica, hand, { kind: 'hold', spans: [span(two, 1, 2), span(three, 0, 2)] });
    expect(
      tags()
        .flat()
        .filter((tag) => tag !== '').length,
    ).toBeGreaterThan(2);
    if (over.ok) withdrawBracket(replica, hand, { bracket: over.value });
    expect(tags().flat().join('')).toBe('');
  });

  test('E5 an option that comes to reach over several provisions has all crossing brackets told apart anew', () => {
    const [{ replica, hand, screen }] = peersOf(['ab', 'cd', 'efg', 'hij'], randomOf(1));
    const [one, two, three, four] = replica.read().provisions.map((provision) => provision.id);
    for (const provision of [three!, four!])
      for (const from of [0, 1])
        addBracket(replica, hand, { kind: 'hold', spans: [{ provision, from, to: from + 2 }] });
    const tags = () =>
      screen
        .shown()
        .map(({ look }) => look!.parts.map((part) => (part.type === 'glyph' ? part.face.tag : '')).join(''));
    expect(offerOption(replica, hand, { provision: one!, text: 'other' }).ok).toBe(true);
    expect(tags().slice(-2)).toEqual(['1212', '1212']);
    setProvision(replica, hand, { provision: two!, level: 1 });
    expect(screen.shown()).toEqual(screen.expected());
    expect(tags().slice(-2)).toEqual(['1212', '3434']);
  });

  test('E5 runs that did not change keep their nodes', () => {
    const [{ replica, hand, screen }] = peersOf(['One [?EU:two] three', 'four'], randomOf(1));
    const keys = () =>
      screen.editor.read(() => $provisionNodes().map((node) => [node.getKey(), ...node.getChildrenKeys()]));
    const before = keys();
    const [first] = replica.read().provisions;
    insertText(replica, hand, { at: { provision: first!.id, offset: 2 }, text: 'xyz' });
    expect(keys()).toEqual(before);
    eraseText(replica, hand, { spans: [{ provision: first!.id, from: 8, to: 9 }] });
    expect(keys()).toEqual(before);
  });

  test('E5 an edit touches only its own provision', () => {
    const [{ replica, hand, screen }] = peersOf(['One', 'two', 'three'], randomOf(1));
    const touched: number[] = [];
    screen.editor.registerUpdateListener(({ dirtyElements }) => touched.push(dirtyElements.size));
    insertText(replica, hand, { at: { provision: replica.read().provisions[1]!.id, offset: 1 }, text: 'x' });
    // The provision and, above it, its section and the root.
    expect(touched).toEqual([3]);
  });
});

describe('E2 changes that are not the projection’s', () => {
  test('E2 are shown back and counted, whatever they are', () => {
    const [{ screen }] = peersOf(LINES, randomOf(1));
    let rejected = 0;
    registerIntegrity(screen.binding, () => {
      rejected += 1;
    });
    const meddle = (change: () => void) => screen.editor.update(change, { discrete: true });
    const provision = (at: number) => {
      const node = $provisionNodes()[at];
      if (node === undefined) throw new Error('a provision is shown');
      return node;
    };
    const meddling: readonly (() => void)[] = [
      () => provision(0).getChildren().find($isRunNode)!.setTextContent('forged'),
      () => void provision(1).append($createTextNode('more')),
      () => provision(1).getFirstChild()!.remove(),
      () => provision(0).remove(),
      () => void provision(0).insertBefore(provision(3)),
      () => void $getRoot().clear(),
    ];
    for (const [count, change] of meddling.entries()) {
      meddle(change);
      expect(screen.shown()).toEqual(screen.expected());
      expect(rejected).toBe(count + 1);
    }
    meddle(() => provision(0).markDirty());
    expect(rejected).toBe(meddling.length);
  });
});
