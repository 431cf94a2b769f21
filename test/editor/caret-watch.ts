import { isDeepStrictEqual } from 'node:util';
import type { Binding } from '../../renderer/editor/binding.ts';
import type { ProvisionId } from '../../shared/schema/ids.ts';
import type { DraftReplica, Place } from '../../shared/sync/contract.ts';
import { idAt } from '../../shared/sync/reading/strand.ts';
import type { Replica } from '../../shared/sync/replica.ts';
import { characters, inSight } from '../rooms/ledger.ts';

/** Whether a caret keeps to its words (rule E4): in a room every character is there once, so that each can be followed. */
export class CaretWatch {
  readonly #replica: Replica;
  readonly #binding: Binding;
  readonly stop: () => void;
  /** What the caret was put behind, and what it stood behind of late; it was not moved from here since. */
  #before: readonly (Letter | undefined)[] = [];
  /** Where it stood after the latest change, and behind what. */
  #stood: { readonly provision: ProvisionId; readonly character: string | undefined } | undefined;
  /** What the caret goes back to is not known, until it is put somewhere. */
  #isAdrift = false;

  /** Made after the binding follows the replica, so that it hears of each change after the caret does. */
  constructor(replica: Replica, binding: Binding) {
    this.#replica = replica;
    this.#binding = binding;
    this.stop = replica.observe(({ gone }) => this.#follow(gone));
  }

  /** The caret was put where it is from here. */
  wasPut(): void {
    this.#before = [];
    this.#isAdrift = false;
  }

  #follow(gone: ReadonlySet<ProvisionId>): void {
    // A caret whose provision leaves sight stands elsewhere, and does not follow when that comes back; one whose words are
    // in another provision now is with them.
    if (this.#stood !== undefined && gone.has(this.#stood.provision)) {
      if (this.#stood.character === undefined) this.#isAdrift = true;
      else if (!inSight(this.#replica).has(this.#stood.character)) this.#before = [];
    }
    this.#note(this.#binding.caret()?.head);
  }

  #note(head: Place | undefined): void {
    this.#stood = head && { provision: head.provision, character: characterBefore(this.#replica, head) };
  }

  /** Throws where the caret stands elsewhere on the screen than in the draft, or beside other words than it did. */
  check(standing: Place | undefined): void {
    const caret = this.#binding.caret();
    if (caret !== undefined && (standing === undefined || !isDeepStrictEqual(standing, caret.head))) {
      throw new Error(`the caret stands at ${JSON.stringify(standing)}, not ${JSON.stringify(caret.head)}`);
    }
    const now = standing && characterBefore(this.#replica, standing);
    // Which of several slashes it stands behind cannot be told.
    const known = now === '/' ? undefined : this.#before.find((each) => each && isKnown(this.#replica, each));
    if (!this.#isAdrift && known !== undefined && known.character !== now) {
      throw new Error(`the caret stood behind ${known.character} and stands behind ${now}`);
    }
    this.#note(standing);
    const letter = now === undefined ? undefined : { character: now, id: idOf(this.#replica, now) };
    this.#before = [this.#before.length === 0 ? letter : this.#before[0], letter];
  }
}

/** The character that a place stands behind; every character of a room is there once, save the slash between wordings. */
function characterBefore(replica: DraftReplica, { provision, offset }: Place): string | undefined {
  const before = replica.provision(provision)?.text.slice(0, offset) ?? '';
  return before.endsWith('/') ? '/' : characters(before).at(-1);
}

/** A character of the draft, and the item it was when the caret stood behind it. */
interface Letter {
  readonly character: string;
  readonly id: Id | undefined;
}

type Id = NonNullable<ReturnType<typeof idAt>>;

function idOf(replica: Replica, character: string): Id | undefined {
  for (const view of replica.index.views.values()) {
    for (const { text, from } of view.segments) {
      if (text.includes(character)) return idAt(view, from + text.indexOf(character));
    }
  }
  return undefined;
}

/** Whether a character is in sight and known for the same: the note by which an undo made it anew may not be here yet. */
function isKnown(replica: Replica, { character, id }: Letter): boolean {
  if (!inSight(replica).has(character)) return false;
  const now = idOf(replica, character);
  if (now === undefined || isDeepStrictEqual(now, id)) return true;
  return [...replica.index.views.values()].some(({ restored }) =>
    restored.some((note) => {
      const [client, clock] = note.now;
      return client === now.client && clock <= now.clock && now.clock < clock + note.length;
    }),
  );
}
