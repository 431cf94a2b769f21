import type { Migration } from './migrate.ts';

/** All steps in order, from version 1 to the present one. Steps are never changed once released. */
export const MIGRATIONS: readonly Migration[] = [
  { to: 2, what: 'brackets can propose to move, split and join provisions', run: () => undefined },
  { to: 3, what: 'what a ruling settled of a proposed provision has keys of its own', run: () => undefined },
  { to: 4, what: 'a ruling has the words that it let stand, and the bracket as it was', run: () => undefined },
  { to: 5, what: 'a provision can be an option beside another', run: () => undefined },
  { to: 6, what: 'a bracket over one stretch of one hand is written as a word', run: () => undefined },
];
