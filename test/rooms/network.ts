import * as Y from 'yjs';

const ARRIVED = Symbol('arrived');

/** A document on the network, which may be replaced by another when its peer starts anew. */
export interface Station {
  readonly doc: Y.Doc;
}

/**
 * A network with a queue for each link. What a peer writes waits in the queue to every other peer until it is
 * delivered; links may be down, queues keep their order, links do not keep order among each other.
 */
export class Network<Name extends string> {
  readonly #stations = new Map<Name, Station>();
  readonly #queues = new Map<string, Uint8Array[]>();
  readonly #sides = new Map<Name, number>();
  readonly #stops = new Map<Name, () => void>();
  /** For mutation checks: what becomes of an update on its way. */
  readonly #carry: (update: Uint8Array) => Uint8Array | undefined;

  constructor(carry: (update: Uint8Array) => Uint8Array | undefined = (update) => update) {
    this.#carry = carry;
  }

  /** Puts a document on the network; under a name known before, in the place of the other. */
  join(name: Name, station: Station): void {
    this.#stops.get(name)?.();
    this.#stations.set(name, station);
    const send = (update: Uint8Array, origin: unknown): void => {
      if (origin === ARRIVED) return;
      for (const other of this.#stations.keys()) {
        const carried = other === name ? undefined : this.#carry(update);
        if (carried !== undefined) this.#queue(name, other).push(carried);
      }
    };
    station.doc.on('update', send);
    this.#stops.set(name, () => station.doc.off('update', send));
  }

  #queue(from: Name, to: Name): Uint8Array[] {
    const key = `${from}>${to}`;
    let queue = this.#queues.get(key);
    if (queue === undefined) this.#queues.set(key, (queue = []));
    return queue;
  }

  /** Puts each peer on a side; only peers of one side reach each other. */
  partition(sideOf: (name: Name) => number): void {
    for (const name of this.#stations.keys()) this.#sides.set(name, sideOf(name));
  }

  /** Delivers up to `most` updates on every link that is up; gives the names of those that received something. */
  deliver(most: (from: Name, to: Name) => number): Name[] {
    const received = new Set<Name>();
    for (const from of this.#stations.keys()) {
      for (const [to, { doc }] of this.#stations) {
        if (from === to || this.#sides.get(from) !== this.#sides.get(to)) continue;
        for (const update of this.#queue(from, to).splice(0, most(from, to))) {
          Y.applyUpdate(doc, update, ARRIVED);
          received.add(to);
        }
      }
    }
    return [...received];
  }

  /** Brings every link up and delivers everything that waits. */
  heal(): void {
    this.partition(() => 0);
    while (this.deliver(() => Infinity).length > 0);
  }
}
