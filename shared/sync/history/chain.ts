/**
 * The chain of a room's past: each entry is hashed together with the hash before it, so that a changed, missing, moved or
 * added entry shows at the first that does not fit (rule R13). The relay makes it; whoever reads the past checks it.
 */
import * as encoding from 'lib0/encoding';
import { encodeUtf8 } from 'lib0/string';

/** What of an entry goes into its hash, beside its number. */
export interface ChainedEntry {
  /** Milliseconds since 1970, by the relay's clock. */
  readonly at: number;
  readonly code: string;
  /** The id of the invitation it was made under, which opens nothing. */
  readonly invitation: string;
  /** Client ids that belong to `code` from this entry on. */
  readonly clients: readonly number[];
  readonly body: Uint8Array;
}

/** SHA-256. */
export type Digest = (bytes: Uint8Array) => Uint8Array;

export const ENTRY_FORMAT = 1;

/** The bytes of an entry that its hash is made of, after the hash before it. */
export function entryContent(seq: number, entry: ChainedEntry): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, ENTRY_FORMAT);
  encoding.writeVarUint(encoder, seq);
  encoding.writeVarUint(encoder, entry.at);
  encoding.writeVarString(encoder, entry.code);
  encoding.writeVarString(encoder, entry.invitation);
  encoding.writeVarUint(encoder, entry.clients.length);
  for (const client of entry.clients) encoding.writeVarUint(encoder, client);
  encoding.writeVarUint8Array(encoder, entry.body);
  return encoding.toUint8Array(encoder);
}

/** What the hash is made of that a stream starts from, so that entries of one stream do not fit another. */
export function genesisContent(stream: string): Uint8Array {
  return encodeUtf8(`rostrum journal ${stream}`);
}

/** Where a chain stands: the number of the last entry, and its hash in hexadecimal. */
export interface ChainPlace {
  readonly seq: number;
  readonly hash: string;
}

/** The first place at which a past does not fit. */
export interface PastMisfit {
  readonly seq: number;
  readonly reason:
    /** An entry is not what its hash was made of, or does not follow the one before it. */
    | 'entry-changed'
    /** It is not the past that was read here before. */
    | 'past-exchanged'
    /** A publication has recorded another past. */
    | 'revision-elsewhere';
}

/** Follows a room's chain, entry by entry, and says where it first does not fit. */
export class PastChain {
  readonly #digest: Digest;
  readonly #anchors = new Map<number, string>();
  #place: ChainPlace;
  #misfit: PastMisfit | undefined;

  constructor(stream: string, digest: Digest) {
    this.#digest = digest;
    this.#place = { seq: 0, hash: hexOf(digest(genesisContent(stream))) };
  }

  get place(): ChainPlace {
    return this.#place;
  }

  get misfit(): PastMisfit | undefined {
    return this.#misfit;
  }

  /** Takes the next entry, with its number and hash as they are told. */
  take(entry: ChainedEntry & ChainPlace): void {
    const hash = this.#hashOf(this.#place.seq + 1, entry);
    if (entry.seq !== this.#place.seq + 1 || entry.hash !== hash) this.#break(this.#place.seq + 1, 'entry-changed');
    this.#place = { seq: entry.seq, hash: entry.hash };
    const anchor = this.#anchors.get(entry.seq);
    if (anchor !== undefined && anchor !== entry.hash) this.#break(entry.seq, 'revision-elsewhere');
  }

  /** What the relay says its chain has where ours stands. */
  compare(place: ChainPlace): void {
    if (place.seq === this.#place.seq && place.hash === this.#place.hash) return;
    this.#break(this.#place.seq, 'past-exchanged');
  }

  /** A publication recorded that the chain had this hash there. */
  anchor({ seq, hash }: ChainPlace): void {
    const known = this.#anchors.get(seq);
    if (known === undefined) this.#anchors.set(seq, hash);
    else if (known !== hash) this.#break(seq, 'revision-elsewhere');
  }

  #hashOf(seq: number, entry: ChainedEntry): string {
    const before = bytesOf(this.#place.hash);
    const content = entryContent(seq, entry);
    const all = new Uint8Array(before.length + content.length);
    all.set(before);
    all.set(content, before.length);
    return hexOf(this.#digest(all));
  }

  #break(seq: number, reason: PastMisfit['reason']): void {
    this.#misfit ??= { seq, reason };
  }
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length >> 1 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));
}
