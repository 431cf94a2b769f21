import { describe, expect, test } from 'vitest';
import { movedPast } from '../../shared/schema/move-past.ts';
import type { ProvisionId } from '../../shared/schema/ids.ts';

/** A draft of one letter a provision: `#a` is a heading, `##a` one under it, `-a` and `--a` subparagraphs. */
const draft = (shapes: string) =>
  shapes.split(' ').map((each) => {
    const marks = each.slice(0, -1);
    const isHeading = marks.startsWith('#');
    return {
      id: each.at(-1)! as ProvisionId,
      kind: isHeading ? ('heading' as const) : ('operative' as const),
      level: isHeading ? marks.length - 1 : marks.length,
    };
  });

describe('E12 past its neighbour a provision moves with what stands under it', () => {
  test.for([
    ['past a paragraph', 'a b c', 'b', null, 'c'],
    ['at either end', 'a b', 'a', undefined, 'b'],
    ['past a paragraph with its subparagraphs', 'a -b -c d e', 'd', null, 'e'],
    ['with one’s own', 'a b -c -d e -f', 'b', null, 'f'],
    ['a subparagraph past another', 'a -b --c -d', 'd', 'a', undefined],
    ['a first subparagraph goes to the paragraph before', 'a b -c', 'c', 'a', undefined],
    ['a last subparagraph goes under the next paragraph', 'a -b c -d e', 'b', null, 'd'],
    ['into the sections beside', 'a #b c #d e', 'c', 'a', 'd'],
    ['a subparagraph that has no paragraph in its section', 'a #b -c -d', 'd', 'b', undefined],
    ['a section past another', '#a b #c -d ##e #f g', 'c', null, 'g'],
    ['a first section past the paragraph above it', 'a b -c #d e', 'd', 'a', undefined],
    ['a heading that begins the draft', '#a b #c', 'a', undefined, 'c'],
    ['a section under a section past its like', '#a ##b c ##d e', 'd', 'a', undefined],
  ] as const)('%s: %s', ([, shapes, id, up, down]) => {
    const provisions = draft(shapes);
    const at = provisions.findIndex((each) => each.id === id);
    expect([movedPast(provisions, at, 'up'), movedPast(provisions, at, 'down')]).toEqual([up, down]);
  });
});
