import { $createParagraphNode, $createTextNode, $getRoot, type ElementNode } from 'lexical';
import type { Bracket } from '../../../../shared/schema/bracket.ts';
import type { Draft } from '../../../../shared/schema/draft.ts';
import { groupBy } from '../../../../renderer/app/group-by.ts';
import { MarkedNode } from './nodes.ts';

/** Puts a draft whose brackets nest into a Lexical root: a paragraph a provision, an inline element a bracket. */
export function $growTree({ provisions, brackets }: Draft): void {
  const of = groupBy(brackets, (bracket) => bracket.pieces[0]?.provision);
  $getRoot().append(
    ...provisions.map(({ id, text }) => {
      const paragraph = $createParagraphNode();
      $fill(paragraph, text, { from: 0, to: text.length, inside: of.get(id) ?? [] });
      return paragraph;
    }),
  );
}

function $fill(
  element: ElementNode,
  text: string,
  { from, to, inside }: { from: number; to: number; inside: readonly Bracket[] },
): void {
  let at = from;
  const say = (until: number) => {
    if (until > at) element.append($createTextNode(text.slice(at, until)));
    at = Math.max(at, until);
  };
  for (const bracket of inside) {
    const piece = bracket.pieces[0]!;
    if (piece.from < at) continue;
    say(piece.from);
    const mark = new MarkedNode(bracket.kind, bracket.id);
    $fill(mark, text, {
      from: piece.from,
      to: piece.to,
      inside: inside.filter((each) => {
        const { from: start, to: end } = each.pieces[0]!;
        return each !== bracket && piece.from <= start && end <= piece.to;
      }),
    });
    element.append(mark);
    at = piece.to;
  }
  say(to);
}
