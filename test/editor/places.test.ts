import { $createRangeSelection } from 'lexical';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { $provisionNodes } from '../../renderer/editor/nodes/section-node.ts';
import { $placeIn, $placeOf, $spansBetween, $spotAt } from '../../renderer/editor/projection/places.ts';
import { createReplica } from '../../shared/sync/replica.ts';
import { seedDraft } from '../../shared/sync/seed.ts';
import { draftOf } from './draft.ts';
import { openScreen } from './screen.ts';

function screenOf(...lines: string[]) {
  const doc = new Y.Doc();
  const replica = createReplica(doc);
  seedDraft(doc, draftOf(lines));
  return { replica, ...openScreen(replica) };
}

/** The screen's text with `|` at the point for a place. */
function pointShown(line: string, offset: number, side: -1 | 1): string {
  const { editor } = screenOf(line);
  return editor.read(() => {
    const [provision] = $provisionNodes();
    if (provision === undefined) throw new Error('a provision is shown');
    const spot = $spotAt(provision, offset, side);
    if (spot.type === 'element') return '|';
    return provision
      .getChildren()
      .map((child) => {
        const text = child.getTextContent();
        return child.is(spot.node) ? `${text.slice(0, spot.offset)}|${text.slice(spot.offset)}` : text;
      })
      .join('');
  });
}

describe('E6 places and points', () => {
  test.each([
    ['E6 the character before', 'ab[+EU:cd]ef', 2, -1, 'ab|[cd]ef'],
    ['E6 the character after', 'ab[+EU:cd]ef', 2, 1, 'ab[|cd]ef'],
    ['E6 inside the end', 'ab[+EU:cd]ef', 4, -1, 'ab[cd|]ef'],
    ['E6 outside the end', 'ab[+EU:cd]ef', 4, 1, 'ab[cd]|ef'],
    ['E6 the very start stands outside', '[+EU:cd]ef', 0, -1, '|[cd]ef'],
    ['E6 the start of the first word', '[+EU:cd]ef', 0, 1, '[|cd]ef'],
    ['E6 the very end stands outside', 'ab[+EU:cd]', 4, 1, 'ab[cd]|'],
    ['E6 the end of the last word', 'ab[+EU:cd]', 4, -1, 'ab[cd|]'],
    ['E6 before an empty bracket', 'ab[?EU:]cd', 2, -1, 'ab|[]cd'],
    ['E6 behind an empty bracket', 'ab[?EU:]cd', 2, 1, 'ab[]|cd'],
    ['E6 an empty provision', '', 0, -1, '|'],
    ['E6 nothing but an empty bracket', '[?EU:]', 0, -1, '|[]'],
  ] as const)('%s', (_, line, offset, side, shown) => {
    expect(pointShown(line, offset, side)).toBe(shown);
  });

  test('E6 every point of the screen has one place, and finds back to it from both sides', () => {
    const { editor } = screenOf('ab[+EU:c[?NOR:d]e][-MEX:f]g', '', '[?EU:]', '[+EU:whole]');
    editor.read(() => {
      for (const provision of $provisionNodes()) {
        for (const child of provision.getChildren()) {
          for (let offset = 0; offset <= child.getTextContentSize(); offset += 1) {
            const place = $placeIn(child, offset)!;
            for (const side of [-1, 1] as const) {
              const spot = $spotAt(provision, place.offset, side);
              expect($placeIn(spot.node, spot.offset)).toEqual(place);
            }
          }
        }
      }
    });
  });

  test('E6 a selection over provisions is a span in each', () => {
    const { editor, replica } = screenOf('one [+EU:two] three', '', 'four five');
    const [first, , last] = replica.read().provisions.map((provision) => provision.id);
    editor.update(
      () => {
        const selection = $createRangeSelection();
        const [from, , to] = $provisionNodes();
        if (from === undefined || to === undefined) throw new Error('provisions are shown');
        const start = $spotAt(from, 6, 1);
        const end = $spotAt(to, 4, -1);
        selection.anchor.set(start.node.getKey(), start.offset, start.type);
        selection.focus.set(end.node.getKey(), end.offset, end.type);
        expect($spansBetween($placeOf(selection.anchor)!, $placeOf(selection.focus)!)).toEqual([
          { provision: first, from: 6, to: 13 },
          { provision: last, from: 0, to: 4 },
        ]);
        expect($spansBetween($placeOf(selection.focus)!, $placeOf(selection.anchor)!)).toHaveLength(2);
      },
      { discrete: true },
    );
  });
});
