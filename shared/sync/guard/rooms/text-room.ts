/**
 * The room `text`. The chair and the secretariat draft: they write whatever the schema has. A delegation adds words and
 * anchors, under its own prefix; it takes out only words of its own, and keys of its own. It moves, splits and joins
 * nothing: what it proposes of that is a bracket under its own prefix (rule W10).
 */
import { proponentOf } from '../../../schema/ids.ts';
import { bracketOfKey, readBracket } from '../../document/bracket-record.ts';
import { isRecord } from '../../document/decode.ts';
import { isOrderKey } from '../../document/order-key.ts';
import { PROVISION_KINDS } from '../../../schema/provision.ts';
import { isRestoredKey, type Clocks } from '../../document/restored.ts';
import { isSame } from '../../reading/same.ts';
import { readVoice, voiceKeyOf } from '../../document/voice-record.ts';
import type { WriteRefusalReason } from '../../protocol/refusal.ts';
import type { Held } from '../content.ts';
import type { Policy, Put, Taken, Writer } from '../policy.ts';
import { presides } from '../policy.ts';

type Check = (held: Held) => boolean;

const one =
  (check: (value: unknown) => boolean): Check =>
  (held) =>
    held.type === 'nothing' || (held.type === 'values' && held.values.length === 1 && check(held.values[0]));

const isWords = (most: number) => one((value) => typeof value === 'string' && value.length <= most);
const isCount = (most: number) =>
  one((value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most);

/** Keys of the root `meta`. */
const META: Readonly<Record<string, Check>> = {
  version: isCount(1_000),
  title: isWords(2_000),
  symbol: isWords(200),
  language: isWords(8),
};

/** Keys of a provision's entry. */
const PROVISION: Readonly<Record<string, Check>> = {
  made: one(isRecord),
  strand: (held) => held.type === 'words' || held.type === 'nothing',
  hidden: one((value) => typeof value === 'boolean'),
  kind: one((value) => (PROVISION_KINDS as readonly unknown[]).includes(value)),
  level: isCount(12),
  order: one(isOrderKey),
  label: isWords(64),
  // What a ruling settled of the above: the chair's and the secretariat's alone, and it counts before them.
  'hidden/c': one((value) => typeof value === 'boolean'),
  'kind/c': one((value) => (PROVISION_KINDS as readonly unknown[]).includes(value)),
  'level/c': isCount(12),
  into: one((value) => value === null || isRecord(value)),
};

/** Of those, the ones that a delegation sets in provisions it proposes. */
const PROPOSING: ReadonlySet<string> = new Set(['made', 'strand', 'hidden', 'kind', 'level']);
/** Written once: they may be written again only as they are. */
const ONCE: ReadonlySet<string> = new Set(['made', 'strand']);

const EDGE = /^[ab]\d{1,4}\/\d{1,16}\.\d{1,16}$/;

export const textPolicy: Policy = {
  put(put, writer) {
    const [root, id = '', key = '', item] = put.path;
    switch (root) {
      case 'meta':
        if (put.path.length !== 2 || META[id]?.(put.held) !== true) return 'value-invalid';
        return presides(writer) ? undefined : 'key-not-yours';
      case 'provisions':
        if (item !== undefined)
          return put.path.length === 4 && key === 'strand' ? putWords(put, writer) : 'value-invalid';
        return key === '' ? putEntry(put, id, writer) : putKey(put, { id, key }, writer);
      case 'brackets':
        return put.path.length === 2 ? putBracket(put, id, writer) : 'value-invalid';
      case 'supports':
        return put.path.length === 2 ? putVoice(put, id, writer) : 'value-invalid';
      default:
        return 'root-unknown';
    }
  },

  take({ path, owner, isAccepted }: Taken, writer) {
    if (presides(writer)) return undefined;
    const [root, id = '', key = ''] = path;
    switch (root) {
      case 'provisions':
        if (path.length === 4) {
          if (owner !== writer.code) return 'delete-not-yours';
          return isAccepted() ? 'words-accepted' : undefined;
        }
        // Others may have written in the entry and the strand: a provision is hidden, never taken out.
        return PROPOSING.has(key) && !ONCE.has(key) && isOwn(id, writer) ? undefined : 'delete-not-yours';
      case 'brackets':
        if (isRestoredKey(id)) {
          if (restorerOf(id) !== writer.code) return 'delete-not-yours';
          // What holds on to the words that were before follows to them by this note.
          return isAccepted(firstRestored(id)) ? 'words-accepted' : undefined;
        }
        return isOwn(bracketOfKey(id) ?? '', writer) && !id.endsWith('/c') ? undefined : 'delete-not-yours';
      case 'supports':
        return voiceKeyOf(id)?.code === writer.code ? undefined : 'delete-not-yours';
      default:
        return 'delete-not-yours';
    }
  },
};

function isOwn(id: string, writer: Writer): boolean {
  return proponentOf(id) === writer.code;
}

function putEntry({ held, before }: Put, id: string, writer: Writer): WriteRefusalReason | undefined {
  if (proponentOf(id) === undefined || (held.type !== 'map' && held.type !== 'nothing')) return 'value-invalid';
  if (presides(writer)) return undefined;
  return isOwn(id, writer) && before() === undefined ? undefined : 'key-not-yours';
}

function putKey(
  { held, before }: Put,
  { id, key }: { readonly id: string; readonly key: string },
  writer: Writer,
): WriteRefusalReason | undefined {
  if (PROVISION[key]?.(held) !== true) return 'value-invalid';
  if (presides(writer)) return undefined;
  if (!isOwn(id, writer) || !PROPOSING.has(key)) return 'key-not-yours';
  return ONCE.has(key) && !isAgain(held, before()) ? 'key-not-yours' : undefined;
}

/** Words, seams and emphasis in a strand, whoever's provision it is. */
function putWords({ held }: Put, writer: Writer): WriteRefusalReason | undefined {
  switch (held.type) {
    case 'text':
    case 'nothing':
      return undefined;
    case 'embed': {
      const born = isRecord(held.value) ? held.value['p'] : undefined;
      if (typeof born !== 'string' || proponentOf(born) === undefined) return 'value-invalid';
      // A seam cuts a provision in two for everybody: a delegation proposes that by a bracket of its own.
      return presides(writer) ? undefined : 'insert-not-allowed';
    }
    case 'format':
      if (held.key !== 'i' && held.key !== 'b') return 'value-invalid';
      if (held.value !== true && held.value !== null) return 'value-invalid';
      // A format holds from its place to the next one, over whoever's words stand there or come there: what is between
      // two cannot be told from the update. A proposal looks as the place it stands in, so its hand never writes one.
      return presides(writer) ? undefined : 'insert-not-allowed';
    default:
      return 'value-invalid';
  }
}

function putBracket(put: Put, key: string, writer: Writer): WriteRefusalReason | undefined {
  if (isRestoredKey(key)) return putRestored(put, key, writer);
  const { held, before } = put;
  const id = bracketOfKey(key);
  if (id === undefined) return 'value-invalid';
  if (!presides(writer) && !isOwn(id, writer)) return 'key-not-yours';
  const suffix = key.slice(id.length + 1);
  if (suffix === '') {
    if (!one((value) => readBracket(id, value, new Map()) !== undefined)(held)) return 'value-invalid';
    return isAgain(held, before()) ? undefined : 'key-not-yours';
  }
  if (suffix === 'c') return presides(writer) ? (one(isRecord)(held) ? undefined : 'value-invalid') : 'key-not-yours';
  if (suffix === 'w') return one(isRecord)(held) ? undefined : 'value-invalid';
  if (suffix === 'f') return one((value) => value === 1)(held) ? undefined : 'value-invalid';
  if (EDGE.test(suffix)) return one((value) => value === 1)(held) ? undefined : 'value-invalid';
  return 'value-invalid';
}

/** `CODE/r/CLIENT.CLOCK`: who says so, and of which words. */
const RESTORED = /^([A-Z][A-Z0-9_]{0,15})\/r\/(\d{1,10})\.\d{1,16}$/;

/** The first of the words that a note is about. */
function firstRestored(key: string): Clocks {
  const [client = 0, clock = 0] = key
    .slice(key.lastIndexOf('/') + 1)
    .split('.')
    .map(Number);
  return { client, from: clock, to: clock + 1 };
}

function restorerOf(key: string): string | undefined {
  return RESTORED.exec(key)?.[1];
}

/**
 * An undo says which of its words stand for which erased ones. A delegation says so of its own words alone: a note on
 * another's would make the other's brackets follow it, or hide what the other brought back itself.
 */
function putRestored({ held, owner }: Put, key: string, writer: Writer): WriteRefusalReason | undefined {
  const [, code, now] = RESTORED.exec(key) ?? [];
  const value = held.type === 'values' && held.values.length === 1 ? held.values[0] : undefined;
  if (held.type === 'nothing') return code === writer.code ? undefined : 'key-not-yours';
  if (code === undefined || !Array.isArray(value) || !value.slice(1).every(Number.isSafeInteger))
    return 'value-invalid';
  if (presides(writer)) return undefined;
  const isMine = (client: number): boolean => (owner(client) ?? writer.code) === writer.code;
  return code === writer.code && isMine(Number(now)) && isMine(Number(value[1])) ? undefined : 'key-not-yours';
}

function putVoice({ held }: Put, key: string, writer: Writer): WriteRefusalReason | undefined {
  const voice = voiceKeyOf(key);
  if (!voice || !one((value) => readVoice(value) !== undefined)(held)) return 'value-invalid';
  return presides(writer) || voice.code === writer.code ? undefined : 'key-not-yours';
}

/** Undoing a withdrawal writes the same thing again; anything else under a key that is written once is an exchange. */
function isAgain(held: Held, before: { readonly value: unknown } | undefined): boolean {
  if (before === undefined || held.type === 'nothing') return true;
  return held.type === 'values' && isSame(held.values[0], before.value);
}
