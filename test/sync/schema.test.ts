import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { areMigrationsSound, migrate, versionOf } from '../../shared/sync/migrations/migrate.ts';
import type { Migration } from '../../shared/sync/migrations/migrate.ts';
import { MIGRATIONS } from '../../shared/sync/migrations/migrations.ts';
import { SCHEMA_VERSION } from '../../shared/sync/document/roots.ts';
import { SCHEMA_DESCRIPTION } from '../../shared/sync/document/schema-description.ts';
import { opened, shown, texts } from './building.ts';

/** The description each version had. Never change a line: a new schema is a new version, a migration and a new line. */
const PINNED = [
  '6edd40c06cd989c1b71cfec886465d49bb62d87a8cd5016a8f2efa393d6b25f3',
  '8ccf4bc06dbb87fa3e8f2031485e2b67938e23e120c264f5c9fd2b48070a4ebe',
  'f4bc2eb0fbb405c21146fd7f83c7c5557263d589197d1088d51f27b8c1af7f0a',
  'a2e39f90e2d923b80664f539271e29a3895020ca8ef5a97b801bcb4fa85eb86d',
  '4a2bb315131133626d9ea0666004c99a8a419c4cfa34a25f60eca6ad05382f76',
  '1d83f32f9e0db9232b68b6031c3c6ea6732010cd1743986bc66756146b9ca9c2',
];

test('S9 the schema is the one its version stands for', () => {
  const hash = createHash('sha256').update(JSON.stringify(SCHEMA_DESCRIPTION)).digest('hex');
  expect(PINNED).toHaveLength(SCHEMA_VERSION);
  expect(hash).toBe(PINNED[SCHEMA_VERSION - 1]);
});

test('S9 migrations lead to the present version one by one, and a gap is refused', () => {
  expect(areMigrationsSound(MIGRATIONS, SCHEMA_VERSION)).toBe(true);
  const step = (to: number): Migration => ({ to, what: '', run: () => undefined });
  expect(areMigrationsSound([step(2), step(3)], 3)).toBe(true);
  expect(areMigrationsSound([step(3), step(2)], 3)).toBe(false);
  expect(areMigrationsSound([step(2)], 3)).toBe(false);
});

test('S9 a document is migrated once, keeps its words, and a later one is refused', () => {
  const replica = opened(texts('one', 'two'));
  replica.index.roots.meta.set('version', 1);
  const ran: number[] = [];
  const steps: Migration[] = [2, 3].map((to) => ({
    to,
    what: 'sets a key',
    run: (roots) => {
      ran.push(to);
      roots.meta.set(`step${to}`, true);
    },
  }));
  expect(migrate(replica.doc, steps, 3)).toEqual({ ok: true, value: 1 });
  expect(migrate(replica.doc, steps, 3)).toEqual({ ok: true, value: 3 });
  expect(ran).toEqual([2, 3]);
  expect(shown(replica)).toEqual(['one', 'two']);
  replica.index.roots.meta.set('version', SCHEMA_VERSION + 1);
  expect(migrate(replica.doc)).toEqual({ ok: false, reason: 'schema-newer' });
  expect(migrate(new Y.Doc())).toEqual({ ok: false, reason: 'schema-unknown' });
  expect(versionOf(replica.doc)).toBe(SCHEMA_VERSION + 1);
});
