import * as Y from 'yjs';
import { anchorAt, holdsAnchor, resolveAnchor } from './reading/anchor.ts';
import type { Anchor, DraftChange, DraftReplica, Place } from './contract.ts';
import { DraftIndex } from './reading/draft-index.ts';
import { DraftAssembler } from './reading/assemble.ts';
import { authorsOf, writtenIn, type Written } from './reading/authors.ts';
import { keepQuiet } from './quiet.ts';
import { isLocalOrigin } from './document/roots.ts';
import { touchedBy } from './reading/touched.ts';
import { invariant } from '../schema/result.ts';
import type { Bracket } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { BracketId, ProvisionId } from '../schema/ids.ts';
import type { Provision } from '../schema/provision.ts';

export interface ReplicaOptions {
  /** Whether a Yjs client belongs to the delegation at this screen; the relay's registry knows. Default: this document's own. */
  readonly isMine?: (client: number) => boolean;
}

/** The live draft over one document; the only thing that listens to it. */
export class Replica implements DraftReplica {
  readonly doc: Y.Doc;
  readonly index: DraftIndex;
  readonly isMine: (client: number) => boolean;
  /** Called before a command that changes structure, so that undo takes it back as a step of its own. */
  readonly beforeStructure = new Set<() => void>();
  private readonly listeners = new Set<(change: DraftChange) => void>();
  private readonly letSpeak: () => void;
  private readonly assembler: DraftAssembler;

  constructor(doc: Y.Doc, options: ReplicaOptions) {
    this.doc = doc;
    const listed = options.isMine;
    // One's own client counts before the relay has listed it.
    this.isMine = (client) => client === doc.clientID || (listed?.(client) ?? false);
    this.index = new DraftIndex(doc);
    this.assembler = new DraftAssembler(this.index);
    this.letSpeak = keepQuiet(doc);
    doc.on('afterTransactionCleanup', this.follow);
  }

  // After the clean-up, because Yjs merges items there; ids stay, items do not.
  private readonly follow = (transaction: Y.Transaction): void => {
    const touched = touchedBy(transaction, this.index.roots);
    if (touched === undefined) return;
    const effect = this.index.update(touched);
    const { provisions, gone, brackets, reordered, reanchored } = effect;
    const isNothing = provisions.size + gone.size + brackets.size === 0 && !reordered && !reanchored;
    if (!touched.meta && isNothing) return;
    this.assembler.note(effect, touched.meta);
    const origin =
      transaction.origin instanceof Y.UndoManager ? 'undo' : isLocalOrigin(transaction.origin) ? 'local' : 'remote';
    const change: DraftChange = { provisions, gone, brackets, reordered, origin };
    for (const listener of this.listeners) listener(change);
  };

  read(): Draft {
    return this.assembler.read();
  }

  provision(id: ProvisionId): Provision | undefined {
    return this.index.composed.get(id)?.provision;
  }

  bracket(id: BracketId): Bracket | undefined {
    return this.index.brackets.values.get(id);
  }

  bracketsIn(id: ProvisionId): readonly Bracket[] {
    return this.index.brackets.inside(id);
  }

  namedAt(id: ProvisionId): readonly ProvisionId[] {
    return this.index.brackets.naming(id);
  }

  indexOf(id: ProvisionId): number {
    return this.index.indexOf(id);
  }

  observe(listener: (change: DraftChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  anchor(place: Place, side: -1 | 1): Anchor {
    return anchorAt(this.index, place, side);
  }

  resolve(anchor: Anchor): Place | undefined {
    return resolveAnchor(this.index, anchor);
  }

  holds(anchor: Anchor): boolean {
    return holdsAnchor(this.index, anchor);
  }

  authors(id: ProvisionId): readonly { readonly from: number; readonly to: number; readonly client: number }[] {
    return authorsOf(this.index, id);
  }

  written(id: ProvisionId): readonly Written[] {
    return writtenIn(this.index, id);
  }

  destroy(): void {
    this.doc.off('afterTransactionCleanup', this.follow);
    this.letSpeak();
    this.listeners.clear();
    this.beforeStructure.clear();
  }
}

/** Opens the draft in a document, which may be empty yet. Defines the roots, so call it before updates arrive. */
export function createReplica(doc: Y.Doc, options: ReplicaOptions = {}): Replica {
  return new Replica(doc, options);
}

/** The replica's own workings, for the commands. */
export function workings(replica: DraftReplica): Replica {
  invariant(replica instanceof Replica, 'a replica is made by createReplica');
  return replica;
}

/** The draft computed from nothing but the document: what `read()` must equal at every step (rule S3). */
export function readFresh(doc: Y.Doc): Draft {
  return new DraftAssembler(new DraftIndex(doc)).read();
}
