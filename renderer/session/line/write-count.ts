/** Counts changes against the relay's acknowledgements, exactly: nothing is called saved that is not on its disk. */
export interface WriteCount {
  /** Changes no acknowledgement covers, earlier windows' included. */
  pending(): number;
  /** A change of this doc that did not come from the relay; called before the provider sends it. */
  changed(): void;
  /** A new connection counts its writes from zero. */
  connected(): void;
  /** Whether updates may go out one by one: only after the answer that holds everything they build on. */
  mayStream(): boolean;
  /** A write went out on this connection. An answer holds all changes so far, an update the latest alone. */
  sent(write: 'answer' | 'update'): void;
  /** How many writes of this connection are acknowledged; it stands still when the line is dead. */
  settled(): number;
  /** The first `count` writes of this connection are on the relay's disk. */
  acknowledged(count: number): void;
}

export function countWrites(options: {
  readonly inherited: number;
  readonly onInheritedSaved: () => void;
}): WriteCount {
  let inherited = options.inherited;
  let changes = 0;
  const unsaved = new Set<number>();
  let answered = false;
  let acknowledged = 0;
  let writes: { readonly write: 'answer' | 'update'; readonly upTo: number }[] = [];

  const settle = ({ write, upTo }: (typeof writes)[number]) => {
    if (write === 'update') {
      unsaved.delete(upTo);
      return;
    }
    for (const change of unsaved) if (change <= upTo) unsaved.delete(change);
    if (inherited > 0) {
      inherited = 0;
      options.onInheritedSaved();
    }
  };

  return {
    pending: () => inherited + unsaved.size,
    changed() {
      changes += 1;
      unsaved.add(changes);
    },
    connected() {
      answered = false;
      acknowledged = 0;
      writes = [];
    },
    mayStream: () => answered,
    sent(write) {
      if (write === 'answer') answered = true;
      writes.push({ write, upTo: changes });
    },
    settled: () => acknowledged,
    acknowledged(count) {
      for (const write of writes.slice(acknowledged, count)) settle(write);
      acknowledged = Math.max(acknowledged, Math.min(count, writes.length));
    },
  };
}
