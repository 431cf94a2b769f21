import type { Provision } from './provision.ts';

type Shape = Pick<Provision, 'kind' | 'level'>;

/**
 * Whether a provision that follows a head without a break stands under it: under a heading its section, under any other
 * its subparagraphs.
 */
export function standsUnder(head: Shape, next: Shape): boolean {
  if (head.kind === 'heading') return next.kind !== 'heading' || next.level > head.level;
  return next.kind !== 'heading' && next.level > head.level;
}
