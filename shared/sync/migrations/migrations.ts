import type { Migration } from './migrate.ts';

/** All steps in order, from version 1 to the present one. Steps are never changed once released. */
export const MIGRATIONS: readonly Migration[] = [
  { to: 2, what: 'brackets can propose to move, split and join provisions', run: () => undefined },
];
