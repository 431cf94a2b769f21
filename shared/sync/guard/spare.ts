import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Clocks } from '../document/restored.ts';
import type { Range } from './decode.ts';
import { pushTo } from '../../schema/push-to.ts';

/** The same update, but that it leaves these words alone; everything else in it is as it was. */
export function spareWords(update: Uint8Array, words: readonly Clocks[]): Uint8Array {
  if (words.length === 0) return update;
  const { structs, ds } = Y.decodeUpdate(update);
  const byClient = new Map<number, (typeof structs)[number][]>();
  for (const struct of structs) pushTo(byClient, struct.id.client, struct);
  // Yjs' first format: structs by client from their first clock on, then what is deleted.
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  encoding.writeVarUint(restEncoder, byClient.size);
  for (const [client, own] of byClient) {
    encoding.writeVarUint(restEncoder, own.length);
    encoder.writeClient(client);
    encoding.writeVarUint(restEncoder, own[0]!.id.clock);
    for (const struct of own) struct.write(encoder, 0);
  }
  const deletes = [...ds.clients].map(([client, ranges]) => {
    const spared = words.filter((each) => each.client === client).toSorted((one, other) => one.from - other.from);
    return [client, ranges.flatMap((range) => without(range, spared))] as const;
  });
  const left = deletes.filter(([, ranges]) => ranges.length > 0);
  encoding.writeVarUint(restEncoder, left.length);
  for (const [client, ranges] of left) {
    encoding.writeVarUint(restEncoder, client);
    encoding.writeVarUint(restEncoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(restEncoder, clock);
      encoding.writeVarUint(restEncoder, len);
    }
  }
  return encoder.toUint8Array();
}

/** What is left of a range beside ascending stretches. */
function without({ clock, len }: Range, stretches: readonly Clocks[]): Range[] {
  const left: Range[] = [];
  let at = clock;
  for (const { from, to } of stretches) {
    if (to <= at || from >= clock + len) continue;
    if (from > at) left.push({ clock: at, len: from - at });
    at = to;
  }
  if (at < clock + len) left.push({ clock: at, len: clock + len - at });
  return left;
}
