import type * as Y from 'yjs';
import { decodeRuling } from '../../../shared/procedure/ruling-record.ts';
import type { Ruling } from '../../../shared/schema/ruling.ts';
import type { Observed } from '../contract.ts';
import { ROOTS } from '../rooms.ts';
import { entryOf } from './decode.ts';
import { keep } from './observed.ts';

/** The chair's decisions, oldest first. Append-only: one is undone only by another. */
export interface RulingsStore {
  readonly rulings: Observed<readonly Ruling[]>;
  record(ruling: Ruling): void;
  stop(): void;
}

const RECORD_RULING = Symbol('record ruling');

export function openRulings(doc: Y.Doc): RulingsStore {
  const root = doc.getArray<unknown>(ROOTS.rulings);
  const decoded = new WeakMap<object, Ruling>();
  const decodeOnce = (value: unknown): Ruling | undefined => {
    const entry = entryOf(value);
    if (!entry) return undefined;
    const ruling = decoded.get(entry) ?? decodeRuling(entry);
    if (ruling) decoded.set(entry, ruling);
    return ruling;
  };
  const read = () => root.toArray().flatMap((value) => decodeOnce(value) ?? []);
  const rulings = keep<readonly Ruling[]>(read());
  const refresh = () => rulings.set(read());
  root.observe(refresh);
  return {
    rulings,
    record: (ruling) => doc.transact(() => root.push([ruling]), RECORD_RULING),
    stop: () => root.unobserve(refresh),
  };
}
