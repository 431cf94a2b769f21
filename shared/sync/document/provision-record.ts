import * as Y from 'yjs';
import { countOf, isRecord, itemIdOf, oneOf, textOf } from './decode.ts';
import type { ItemId } from './decode.ts';
import { isOrderKey } from './order-key.ts';
import { statedProponent } from './stated-proponent.ts';
import { proponentOf } from '../../schema/ids.ts';
import type { Code, ProvisionId } from '../../schema/ids.ts';
import { PROVISION_KINDS } from '../../schema/provision.ts';
import type { ProvisionKind, ProvisionRelation, SourceBit, SourceTrim } from '../../schema/provision.ts';

/** What a provision was made as: one JSON value, written once, the fallback for every key that changes. */
export interface Made {
  /** Kind. */
  readonly k: ProvisionKind;
  /** Level. */
  readonly l: number;
  /** Order key. */
  readonly o: string;
  /** Relation. */
  readonly r?: readonly [type: ProvisionRelation['type'], to: ProvisionId];
  /** Number read from a file or frozen by a revision. */
  readonly n?: string;
  /** White space of the source: lead, gap, tail; then format, inset, bits and their signature. */
  readonly t?: readonly [lead: string, gap: string, tail?: string | null, more?: object];
  /** Born by a split: the provision whose strand holds its words. */
  readonly f?: ProvisionId;
  /** Of one born by a split: the order key of the provision it was split off. */
  readonly a?: string;
  /** In sight even without words: as one that the document was seeded with. */
  readonly e?: 1;
  /** Who put it in, where its id does not say it (a draft read from a file keeps its proponents). */
  readonly by?: Code;
}

/** The place at whose provision's end a joined provision is shown: an item of a strand, or the strand's beginning. */
export interface Into {
  readonly strand: ProvisionId;
  readonly item: ItemId | null;
}

/** A provision's entry, decoded. Malformed keys count as absent. */
export interface ProvisionRecord {
  readonly id: ProvisionId;
  readonly proponent: Code;
  readonly kind: ProvisionKind;
  readonly level: number;
  readonly order: string;
  /** Born by a split: the key it was given, and the key of the provision it was split off. They stay when it is moved. */
  readonly born?: { readonly order: string; readonly after: string };
  readonly relation?: ProvisionRelation;
  readonly label?: string;
  readonly trim?: SourceTrim;
  /** `true`: taken out. `false`: in. Absent: its making was undone, so it is in only while it has words. */
  readonly hidden?: boolean;
  readonly into?: Into;
  /** The strand its first segment lies in: its own, or the one it was split off. */
  readonly strand: ProvisionId;
  readonly own?: Y.Text;
}

const HIGHEST_LEVEL = 12;
const LONGEST_LABEL = 64;
const LONGEST_TRIM = 20_000;
const LONGEST_PROVISION = 100_000_000;
/** Where a provision without a usable order key stands. */
const NO_ORDER = 'z';

const isProvisionId = (value: unknown): value is ProvisionId =>
  typeof value === 'string' && proponentOf(value) !== undefined;

function relationOf(value: unknown): ProvisionRelation | undefined {
  if (!Array.isArray(value)) return undefined;
  const type = oneOf(value[0], ['insertAfter', 'alternativeTo', 'optionTo'] as const);
  const to: unknown = value[1];
  return type === undefined || !isProvisionId(to) ? undefined : { type, to };
}

function trimOf(value: unknown): SourceTrim | undefined {
  if (!Array.isArray(value)) return undefined;
  const lead = textOf(value[0], LONGEST_TRIM);
  const gap = textOf(value[1], LONGEST_TRIM);
  const tail = textOf(value[2], LONGEST_TRIM);
  if (lead === undefined || gap === undefined) return undefined;
  const more = isRecord(value[3]) ? value[3] : {};
  const inset = textOf(more['i'], LONGEST_TRIM);
  const bits = bitsOf(more['b']);
  const of = textOf(more['o'], LONGEST_LABEL);
  return {
    lead,
    gap,
    ...(tail !== undefined && { tail }),
    ...(more['f'] === 'markdown' && { format: more['f'] }),
    ...(inset !== undefined && { inset }),
    ...(bits && of !== undefined && { bits, of }),
  };
}

/** All bits or none: half of a source's markup would be worse than what export makes up. */
function bitsOf(value: unknown): readonly SourceBit[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const bits = value.map((bit: unknown): SourceBit | undefined => {
    if (!Array.isArray(bit)) return undefined;
    const [at, skip, length] = [0, 1, 2].map((place) => countOf(bit[place], LONGEST_PROVISION));
    const raw = textOf(bit[3], LONGEST_TRIM);
    if (at === undefined || skip === undefined || length === undefined || raw === undefined) return undefined;
    return { at, skip, length, raw };
  });
  return bits.every((bit) => bit !== undefined) ? bits : undefined;
}

function intoOf(value: unknown): Into | undefined {
  if (!isRecord(value)) return undefined;
  const strand = value['s'];
  if (!isProvisionId(strand)) return undefined;
  if (value['i'] === null) return { strand, item: null };
  const item = itemIdOf(value['i']);
  return item === undefined ? undefined : { strand, item };
}

/**
 * Decodes a provision's entry. One with a strand always decodes, whatever else is broken in it, so that no words go
 * out of sight (rule S8); one without must say in whose strand it was born.
 */
export function readProvision(id: string, entry: unknown): ProvisionRecord | undefined {
  const holder = proponentOf(id);
  if (holder === undefined || !(entry instanceof Y.Map)) return undefined;
  const key = (name: string): unknown => entry.get(name);
  const rawMade = key('made');
  const made = isRecord(rawMade) ? rawMade : {};
  const strand = key('strand');
  const own = strand instanceof Y.Text ? strand : undefined;
  const bornIn = made['f'];
  if (own === undefined && !isProvisionId(bornIn)) return undefined;
  const order = [key('order'), made['o']].find(isOrderKey);
  const born =
    own === undefined && isOrderKey(made['o']) && isOrderKey(made['a'])
      ? { order: made['o'], after: made['a'] }
      : undefined;
  const kind =
    oneOf(key(ruledKey('kind')), PROVISION_KINDS) ??
    oneOf(key('kind'), PROVISION_KINDS) ??
    oneOf(made['k'], PROVISION_KINDS);
  const relation = relationOf(made['r']);
  const label = textOf(key('label') ?? made['n'], LONGEST_LABEL);
  const trim = trimOf(made['t']);
  const hidden = key(ruledKey('hidden')) ?? key('hidden') ?? (made['e'] === 1 ? false : undefined);
  const into = intoOf(key('into'));
  return {
    id: id as ProvisionId,
    proponent: statedProponent(holder, made['by']),
    kind: kind ?? 'operative',
    level:
      countOf(key(ruledKey('level')), HIGHEST_LEVEL) ??
      countOf(key('level'), HIGHEST_LEVEL) ??
      countOf(made['l'], HIGHEST_LEVEL) ??
      0,
    order: order ?? NO_ORDER,
    ...(born && { born }),
    ...(relation && { relation }),
    ...(label !== undefined && { label }),
    ...(trim && { trim }),
    ...(typeof hidden === 'boolean' && { hidden }),
    ...(into && { into }),
    strand: own === undefined ? (bornIn as ProvisionId) : (id as ProvisionId),
    ...(own && { own }),
  };
}

/** Keys of an entry that its proponent sets. */
export type ProposedKey = 'hidden' | 'kind' | 'level';

/**
 * Where what a ruling settled of such a key stands. It counts before the key itself, and only the chair and the
 * secretariat write it: so whatever the proponent writes then, also at the same time, changes nothing (rule W14).
 */
export function ruledKey(key: ProposedKey): string {
  return `${key}/c`;
}

/** Reading order; ties go by id, so that all peers agree. */
export function compareOrder(
  one: Pick<ProvisionRecord, 'order' | 'id'>,
  other: Pick<ProvisionRecord, 'order' | 'id'>,
): number {
  if (one.order !== other.order) return one.order < other.order ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
