import type { Provision } from './provision.ts';

type Shape = Pick<Provision, 'kind' | 'level'>;

/**
 * Where a block ends: a provision and what stands under it as far as that follows without a break, under a heading its
 * section, under any other its subparagraphs. Places count from 0 up to `count`; the end is the first place behind.
 */
export function blockEnd(head: number, count: number, shapeAt: (place: number) => Shape): number {
  const shape = shapeAt(head);
  let end = head + 1;
  while (end < count && standsUnder(shape, shapeAt(end))) end += 1;
  return end;
}

function standsUnder(head: Shape, next: Shape): boolean {
  if (head.kind === 'heading') return next.kind !== 'heading' || next.level > head.level;
  return next.kind !== 'heading' && next.level > head.level;
}
