import { expect, test } from 'vitest';
import { $getRoot } from 'lexical';
import { $isGlyphNode, type GlyphFace } from '../../renderer/editor/nodes/glyph-node.ts';
import { $provisionNodes } from '../../renderer/editor/nodes/section-node.ts';
import { registerImplied } from '../../renderer/editor/extensions/implied.ts';
import { registerStances } from '../../renderer/editor/extensions/stances.ts';
import type { Observed } from '../../renderer/session/contract.ts';
import { positionsByBracket } from '../../shared/interop/attribution-notes.ts';
import type { BracketId, Code } from '../../shared/schema/ids.ts';
import type { Position } from '../../shared/schema/position.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { replaceText } from '../../shared/sync/commands/replace-text.ts';
import { second } from '../../shared/sync/commands/second.ts';
import { copyOf, handOf, heal, opened, provisionId, texts } from '../sync/building.ts';
import { openScreen } from './screen.ts';
import type { Screen } from './screen.ts';

/** A value that changes by hand. */
function kept<Value>(value: Value): Observed<Value> & { set(next: Value): void } {
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(next) {
      value = next;
      for (const listener of listeners) listener();
    },
  };
}

/** What the screen shows, with who stands behind each bracket. */
const drawn = ({ editor }: Screen): string[] =>
  editor.read(() =>
    $provisionNodes().map((node) =>
      node
        .getChildren()
        .map((child) => child.getTextContent() + ($isGlyphNode(child) ? child.getFace().proponent : ''))
        .join(''),
    ),
  );

const glyphs = ({ editor }: Screen): readonly GlyphFace[] =>
  editor.read(() =>
    $getRoot()
      .getAllTextNodes()
      .filter($isGlyphNode)
      .map((node) => node.getFace()),
  );

test('E16 words of a delegation outside any bracket are drawn in one, as soon as it is known whose they are', () => {
  const chair = opened(texts('States agree.'));
  const eu = copyOf(chair, 2);
  const authors = kept<ReadonlyMap<number, Code>>(new Map());
  const screen = openScreen(chair, { authors });
  registerImplied(screen.binding);
  eu.index.records.get(provisionId(1))!.own!.insert(6, ' always');
  heal(chair, eu);
  expect(drawn(screen)).toEqual(['States always agree.']);
  authors.set(new Map([[2, 'EU' as Code]]));
  expect(drawn(screen)).toEqual(['States[ always]EU agree.']);
  insertText(eu, handOf('EU', 'propose'), { at: { provision: provisionId(1), offset: 20 }, text: ' Now.' });
  heal(chair, eu);
  expect(drawn(screen)).toEqual(['States[ always]EU agree.[ Now.]EU']);
});

test('E17 a bracket typed behind a word is drawn behind the space that its words begin with', () => {
  const chair = opened(texts('States agree.', 'States agree.'));
  const eu = copyOf(chair, 2);
  const hand = handOf('EU', 'propose');
  insertText(eu, hand, { at: { provision: provisionId(1), offset: 6 }, text: ' always' });
  insertText(eu, hand, { at: { provision: provisionId(2), offset: 7 }, text: 'always ' });
  heal(chair, eu);
  const leans = ({ look }: { look: string }) => look.includes('leaning');
  expect(glyphs(openScreen(chair)).map(leans)).toEqual([true, false, false, false]);
});

test('T5 words that stood before another wording was offered beside them are nobody’s proposal', () => {
  const chair = opened(texts('States agree.'));
  const eu = copyOf(chair, 2);
  replaceText(eu, handOf('EU', 'propose'), {
    spans: [{ provision: provisionId(1), from: 7, to: 12 }],
    text: 'decide',
  });
  heal(chair, eu);
  expect(drawn(openScreen(chair))).toEqual(['States [agree][decide]EU.']);
});

test('T5 who stands behind a bracket, and with which position, stands beside it and follows what is said', () => {
  const chair = opened(texts('States agree.'));
  const eu = copyOf(chair, 2);
  insertText(eu, handOf('EU', 'propose'), { at: { provision: provisionId(1), offset: 6 }, text: ' always' });
  heal(chair, eu);
  const stances = kept<ReadonlyMap<BracketId, readonly Position[]>>(new Map());
  const screen = openScreen(chair, { stances });
  registerStances(screen.binding);
  const { id } = chair.read().brackets[0]!;
  second(chair, handOf('MEX', 'propose'), { bracket: id, as: 'second' });
  expect(drawn(screen)).toEqual(['States[ always]EU, MEX agree.']);
  const position: Position = {
    delegation: 'RUS' as Code,
    target: { type: 'bracket', bracket: id },
    stance: 'reserve',
    audience: 'room',
    source: 'national',
    at: 1,
  };
  stances.set(positionsByBracket([position]));
  expect(drawn(screen)).toEqual(['States[ always]EU, MEX; RUS reserves agree.']);
  stances.set(new Map());
  expect(drawn(screen)).toEqual(['States[ always]EU, MEX agree.']);
});
