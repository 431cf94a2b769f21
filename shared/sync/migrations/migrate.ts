import type * as Y from 'yjs';
import { MIGRATIONS } from './migrations.ts';
import { rootsOf, SCHEMA_VERSION } from '../document/roots.ts';
import type { Roots } from '../document/roots.ts';
import { invariant, ok, refuse } from '../../schema/result.ts';
import type { Result } from '../../schema/result.ts';

/** One step from a version to the next. Runs in one transaction; it may read anything and must not throw on garbage. */
export interface Migration {
  /** The version it leads to. */
  readonly to: number;
  /** What changes, in one line, for the record. */
  readonly what: string;
  run(roots: Roots): void;
}

/** Origin of a migration's transaction. */
export const MIGRATION = Symbol('migration');

export type MigrationRefusal =
  /** Written by a later version of the application than this one. */
  | 'schema-newer'
  /** No draft has been written here yet, or what was written says no version. */
  | 'schema-unknown';

/** The schema version a document says it has; `undefined` for an empty or foreign one. */
export function versionOf(doc: Y.Doc): number | undefined {
  const version: unknown = rootsOf(doc).meta.get('version');
  return typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : undefined;
}

/** Whether the steps lead from each version to the next without a gap, up to the present one. */
export function areMigrationsSound(migrations: readonly Migration[], version: number): boolean {
  return migrations.length === version - 1 && migrations.every((each, index) => each.to === index + 2);
}

/**
 * Brings a document to the present version, step by step, each in a transaction that also raises the version it says
 * it has. Gives the version it had. Only the chair's client or the relay does this, and only one at a time.
 */
export function migrate(
  doc: Y.Doc,
  migrations: readonly Migration[] = MIGRATIONS,
  version: number = SCHEMA_VERSION,
): Result<number, MigrationRefusal> {
  invariant(areMigrationsSound(migrations, version), 'migrations lead from 1 to the present version without a gap');
  const before = versionOf(doc);
  if (before === undefined) return refuse('schema-unknown');
  if (before > version) return refuse('schema-newer');
  const roots = rootsOf(doc);
  for (const migration of migrations) {
    if (migration.to <= before) continue;
    doc.transact(() => {
      migration.run(roots);
      roots.meta.set('version', migration.to);
    }, MIGRATION);
  }
  return ok(before);
}
