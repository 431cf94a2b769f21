import * as Y from 'yjs';
import type { Refused } from './verdict.ts';
import { refused } from './verdict.ts';
import { pushTo } from '../../schema/push-to.ts';

/** An update taken apart: its structs by client in clock order, and what it deletes. */
export interface Decoded {
  readonly structs: ReadonlyMap<number, readonly (Y.Item | Y.GC)[]>;
  readonly deletes: ReadonlyMap<number, readonly Range[]>;
  /** How many structs there are. */
  readonly size: number;
  /** The struct that holds a client's clock. */
  at(client: number, clock: number): Y.Item | Y.GC | undefined;
}

export interface Range {
  readonly clock: number;
  readonly len: number;
}

/**
 * Takes an update apart without applying it; garbage, gaps inside it and ids out of range are refused (rule R9).
 * Yjs' decoder reads lazily, so a length of billions with no data behind it ends at the end of the data.
 */
export function decode(update: Uint8Array, maxClients: number): Decoded | Refused {
  const malformed = refused('update-malformed', 'R9');
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return malformed;
  }
  const structs = new Map<number, (Y.Item | Y.GC)[]>();
  let size = 0;
  for (const struct of decoded.structs) {
    const { client, clock } = struct.id;
    // A skip stands for structs that this update lacks.
    if (struct instanceof Y.Skip) return refused('update-pending', 'R9');
    if (!isClientId(client) || !Number.isSafeInteger(clock + struct.length) || struct.length < 1) return malformed;
    const last = structs.get(client)?.at(-1);
    if (last && last.id.clock + last.length !== clock) return refused('update-pending', 'R9');
    pushTo(structs, client, struct);
    if (structs.size > maxClients) return malformed;
    size += 1;
  }
  for (const [client, ranges] of decoded.ds.clients) {
    if (!isClientId(client) || !isAscending(ranges)) return malformed;
  }
  const at = (client: number, clock: number): Y.Item | Y.GC | undefined => structAt(structs.get(client), clock);
  return { structs, deletes: decoded.ds.clients, size, at };
}

function structAt(structs: readonly (Y.Item | Y.GC)[] | undefined, clock: number): Y.Item | Y.GC | undefined {
  let low = 0;
  let high = (structs?.length ?? 0) - 1;
  while (structs && low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle]!;
    if (clock < struct.id.clock) high = middle - 1;
    else if (clock >= struct.id.clock + struct.length) low = middle + 1;
    else return struct;
  }
  return undefined;
}

/**
 * Whether ranges follow each other without overlap, as every encoder of Yjs writes them. A thousand ranges over the same
 * thousand items would cost a million steps, here and in Yjs, for a few kilobytes sent.
 */
function isAscending(ranges: readonly Range[]): boolean {
  let end = 0;
  for (const { clock, len } of ranges) {
    if (clock < end || len < 1 || !Number.isSafeInteger(clock + len)) return false;
    end = clock + len;
  }
  return true;
}

function isClientId(client: number): boolean {
  return Number.isInteger(client) && client >= 0 && client <= 0xffff_ffff;
}
