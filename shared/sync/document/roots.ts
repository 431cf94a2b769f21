import type * as Y from 'yjs';

/** The version of the text room's schema (rule S9); raised together with a migration and the pinned hash. */
export const SCHEMA_VERSION = 6;

/** The shared roots of a `text` room. The list is closed: a document with any other root is not ours. */
export const ROOT_NAMES = ['meta', 'provisions', 'brackets', 'supports'] as const;

export interface Roots {
  readonly meta: Y.Map<unknown>;
  /** Provision id to its Y.Map; neither the map nor its strand is ever deleted. */
  readonly provisions: Y.Map<unknown>;
  /** `ID` to what a bracket was made as, written once; `ID/…` to what changes about it (see `bracket-record.ts`). */
  readonly brackets: Y.Map<unknown>;
  /** `CODE:BRACKETID` to `second` or `keep`; each delegation writes under its own code alone. */
  readonly supports: Y.Map<unknown>;
}

/** Defines all roots. Called before any update is applied, because a root defined late loses formatting (yjs#606). */
export function rootsOf(doc: Y.Doc): Roots {
  return {
    meta: doc.getMap('meta'),
    provisions: doc.getMap('provisions'),
    brackets: doc.getMap('brackets'),
    supports: doc.getMap('supports'),
  };
}

/** Origin of every edit that undo may take back. */
export const EDIT = Symbol('edit');
/** Origin of what follows a ruling: undo never touches it. */
export const RULING = Symbol('ruling');
/** Origin of the seeding of an empty document. */
export const SEED = Symbol('seed');
/** Origin of what sets bracket edges right after an undo; itself never undone. */
export const MEND = Symbol('mend');

const LOCAL: ReadonlySet<unknown> = new Set([EDIT, RULING, SEED, MEND]);

/** Whether a transaction's origin is one of ours, made on this machine. */
export function isLocalOrigin(origin: unknown): boolean {
  return LOCAL.has(origin);
}
