import type { Operation } from './turn.ts';
import { type, erase, replace, several, undo, redo, mark, compose } from './words.ts';
import { bracket, withdraw, rule, bridge, merge, support, offer, offerBeside, offerOption } from './brackets.ts';
import { split, join, move, remove, restore, add, freeze, set } from './provisions.ts';

/** Operations with their weights; a drafting hand has those of the chair too. */
export const PROPOSING: readonly (readonly [Operation, number])[] = [
  [type, 12],
  [erase, 5],
  [replace, 3],
  [bracket, 3],
  [withdraw, 2],
  [add, 1],
  [remove, 1],
  [undo, 3],
  [redo, 1.5],
  [support, 0.5],
  [offer, 1],
  [offerBeside, 1],
  [offerOption, 0.7],
  [set, 0.3],
  [several, 0.8],
  [compose, 2],
  [split, 0.7],
  [join, 0.5],
  [move, 0.7],
];

export const DRAFTING: readonly (readonly [Operation, number])[] = [
  ...PROPOSING,
  [split, 4],
  [join, 3],
  [move, 2],
  [restore, 1.5],
  [rule, 3],
  [mark, 1.5],
  [bridge, 1],
  [merge, 1],
  [freeze, 0.3],
];
