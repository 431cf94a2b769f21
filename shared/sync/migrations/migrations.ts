import type { Migration } from './migrate.ts';

/** All steps in order, from version 1 to the present one. Steps are never changed once released. */
export const MIGRATIONS: readonly Migration[] = [];
