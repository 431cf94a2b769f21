import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** What `change` makes of a copy of `doc`, as an update, written under `client` (a fresh id where none is given). */
export function forged(doc: Y.Doc, change: (copy: Y.Doc) => void, client?: number): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  if (client !== undefined) copy.clientID = client;
  let update: Uint8Array = new Uint8Array();
  copy.on('update', (bytes: Uint8Array) => {
    update = bytes;
  });
  copy.transact(() => change(copy));
  return update;
}

/** Writes an update by hand: Yjs' first format, with whatever numbers are asked for. */
export class RawUpdate {
  readonly encoder = encoding.createEncoder();

  u(...numbers: readonly number[]): this {
    for (const number of numbers) encoding.writeVarUint(this.encoder, number);
    return this;
  }

  byte(...bytes: readonly number[]): this {
    for (const one of bytes) encoding.writeUint8(this.encoder, one);
    return this;
  }

  s(text: string): this {
    encoding.writeVarString(this.encoder, text);
    return this;
  }

  bytes(): Uint8Array {
    return encoding.toUint8Array(this.encoder);
  }
}

/** Kinds of content by their number in an update. */
export const REF = {
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  doc: 9,
  skip: 10,
};

const BIT_KEY = 0b0010_0000;

/** One struct of `client` at `clock` in the root `root` under `key`, whose content `write` writes. */
export function atRoot(
  place: { client: number; clock?: number; root: string; key?: string },
  ref: number,
  write: (update: RawUpdate) => RawUpdate,
): Uint8Array {
  const update = new RawUpdate().u(1, 1, place.client, place.clock ?? 0);
  update
    .byte(place.key === undefined ? ref : ref | BIT_KEY)
    .u(1)
    .s(place.root);
  if (place.key !== undefined) update.s(place.key);
  return write(update).u(0).bytes();
}
