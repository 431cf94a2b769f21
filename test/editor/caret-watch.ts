import { isDeepStrictEqual } from 'node:util';
import type { Binding } from '../../renderer/editor/binding.ts';
import type { ProvisionId } from '../../shared/schema/ids.ts';
import type { DraftReplica, Place } from '../../shared/sync/contract.ts';
import { idAt } from '../../shared/sync/reading/strand.ts';
import type { Replica } from '../../shared/sync/replica.ts';
import { characters } from '../rooms/ledger.ts';

/** Whether a caret keeps to its words (rule E4): in a room every character is there once, so that each can be followed. */
export class CaretWatch {
  readonly #replica: Replica;
  readonly #binding: Binding;
  readonly stop: () => void;
  /** What the caret was put behind; `undefined` until it is next looked at. */
  #home: Stood | undefined;
  /** What it stands behind since, for as long as that has been in sight. */
  #latest: Letter | undefined;

  constructor(replica: Replica, binding: Binding) {
    this.#replica = replica;
    this.#binding = binding;
    this.stop = replica.observe(() => {
      if (this.#latest !== undefined && !isKnown(replica, this.#latest)) this.#latest = undefined;
    });
  }

  /** The caret was put where it is from here. */
  wasPut(): void {
    this.#home = undefined;
    this.#latest = undefined;
  }

  /** Throws where the caret stands elsewhere on the screen than in the draft, or beside other words than it did. */
  check(standing: Place | undefined): void {
    const caret = this.#binding.caret();
    if (caret !== undefined && (standing === undefined || !isDeepStrictEqual(standing, caret.head))) {
      throw new Error(`the caret stands at ${JSON.stringify(standing)}, not ${JSON.stringify(caret.head)}`);
    }
    const now = standing && characterBefore(this.#replica, standing);
    const beginning = this.#beginning();
    if (beginning !== undefined && !isDeepStrictEqual(standing, beginning)) {
      throw new Error(`the caret stands at ${JSON.stringify(standing)}, not at the beginning where it was put`);
    }
    const known = beginning === undefined ? this.#expected(now) : undefined;
    if (known !== undefined && known.character !== now) {
      throw new Error(`the caret stood behind ${known.character} and stands behind ${now}`);
    }
    this.#latest = now === undefined ? undefined : { character: now, id: idOf(this.#replica, now) };
    this.#home ??= { letter: this.#latest, provision: standing?.provision };
  }

  /** The beginning of the provision where the caret was put at one, wherever that is shown now. */
  #beginning(): Place | undefined {
    if (this.#home?.provision === undefined || this.#home.letter !== undefined) return undefined;
    const { placement, composed } = this.#replica.index;
    const provision = placement.shownIn.get(this.#home.provision);
    const part = provision && composed.get(provision)?.parts.find((each) => each.provision === this.#home?.provision);
    return provision && part && { provision, offset: part.base };
  }

  #expected(now: string | undefined): Letter | undefined {
    // Which of several slashes it stands behind cannot be told.
    if (now === '/') return undefined;
    const home = this.#home?.letter;
    return home !== undefined && isKnown(this.#replica, home) ? home : this.#latest;
  }
}

interface Stood {
  /** Absent at the beginning of a provision. */
  readonly letter: Letter | undefined;
  readonly provision: ProvisionId | undefined;
}

/** The character that a place stands behind; every character of a room is there once, save the slash between wordings. */
function characterBefore(replica: DraftReplica, { provision, offset }: Place): string | undefined {
  const before = replica.provision(provision)?.text.slice(0, offset) ?? '';
  return before.endsWith('/') ? '/' : characters(before).at(-1);
}

/** A character in sight, and the item it was when the caret stood behind it. */
interface Letter {
  readonly character: string;
  readonly id: Id | undefined;
}

type Id = NonNullable<ReturnType<typeof idAt>>;

function idOf({ index }: Replica, character: string): Id | undefined {
  for (const view of index.views.values()) {
    for (const { text, from, provision } of view.segments) {
      const at = index.placement.shownIn.has(provision) ? text.indexOf(character) : -1;
      if (at >= 0) return idAt(view, from + at);
    }
  }
  return undefined;
}

/** Whether a character is in sight and known for the same: the note by which an undo made it anew may not be here yet. */
function isKnown(replica: Replica, { character, id }: Letter): boolean {
  const now = character === '/' ? undefined : idOf(replica, character);
  if (now === undefined || isDeepStrictEqual(now, id)) return now !== undefined;
  return [...replica.index.views.values()].some(({ restored }) =>
    restored.some((note) => {
      const [client, clock] = note.now;
      return client === now.client && clock <= now.clock && now.clock < clock + note.length;
    }),
  );
}
