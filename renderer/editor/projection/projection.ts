import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { DraftChange, DraftReplica } from '../../../shared/sync/contract.ts';
import { $isProvisionNode, type ProvisionNode } from '../nodes/provision-node.ts';
import { $provisionNodes } from '../nodes/section-node.ts';
import type { ProvisionLook } from './look.ts';
import { $projectProvision, type Projected } from './project.ts';
import { $projectOrder } from './project-order.ts';
import { retagged, tagsOf, type Tags } from './tags.ts';

/** The tag of every update in which the projection writes; any other change of nodes is refused (rule E2). */
export const PROJECTION_TAG = 'rostrum-projection';

/**
 * Keeps a Lexical editor's nodes showing the replica's draft. One way only: nothing here writes the draft.
 *
 * While an input method composes in a provision that provision is *held*: it is not projected, nor is the order, until
 * `$release`; what changed meanwhile is remembered and shown then (rule E3).
 */
export class Projection {
  readonly #editor: LexicalEditor;
  readonly #replica: DraftReplica;
  readonly #describe: (provision: ProvisionId, tags: Tags) => ProvisionLook;
  readonly #keys = new Map<ProvisionId, NodeKey>();
  readonly #stale = new Set<ProvisionId>();
  #held: ProvisionId | undefined;
  #tags: Tags;
  #orderStale = false;

  constructor(
    editor: LexicalEditor,
    replica: DraftReplica,
    describe: (provision: ProvisionId, tags: Tags) => ProvisionLook,
  ) {
    this.#editor = editor;
    this.#replica = replica;
    this.#describe = describe;
  }

  /** How many provisions are on the screen. */
  get size(): number {
    return this.#keys.size;
  }

  get held(): ProvisionId | undefined {
    return this.#held;
  }

  $nodeOf(provision: ProvisionId): ProvisionNode | undefined {
    const key = this.#keys.get(provision);
    const node = key === undefined ? null : $getNodeByKey(key);
    return $isProvisionNode(node) && node.isAttached() ? node : undefined;
  }

  /** The element that shows a provision, for overlays and for scrolling to it. */
  elementOf(provision: ProvisionId): HTMLElement | null {
    const key = this.#keys.get(provision);
    return key === undefined ? null : this.#editor.getElementByKey(key);
  }

  $hold(provision: ProvisionId): void {
    this.#held = provision;
    // What the input method leaves in the nodes has to be taken back whether or not anything arrives meanwhile.
    this.#stale.add(provision);
  }

  $release(): void {
    this.#held = undefined;
    if (this.#orderStale) this.$showOrder();
    for (const provision of this.#stale) this.#$project(provision);
    this.#stale.clear();
    this.#$retag();
  }

  /** Shows what a transaction changed. */
  $apply(change: DraftChange): void {
    let edges = change.reordered || change.gone.size > 0;
    if (edges) this.$showOrder();
    for (const provision of change.provisions) {
      edges = this.#$project(provision) === 'edges' || edges;
      // Where it has no number, a proposal to move something to it calls it by its first words.
      for (const naming of this.#replica.namedAt(provision)) this.#$project(naming);
    }
    // Which brackets cross depends on the order of edges alone, so words that come and go cannot change it.
    if (edges) this.#$retag();
  }

  /** Shows the whole draft; unchanged provisions are compared and left alone. */
  $applyAll(): void {
    const draft = this.#replica.read();
    const stood = new Set(this.#keys.keys());
    this.#tags = tagsOf(draft);
    this.$showOrder();
    // What was made just now shows its draft.
    for (const { id } of draft.provisions) if (stood.has(id)) this.$show(id);
  }

  /** Shows one provision anew; true where that changed anything. */
  $show(provision: ProvisionId): boolean {
    return this.#$project(provision) !== 'same';
  }

  #$project(provision: ProvisionId): Projected {
    if (provision === this.#held) {
      this.#stale.add(provision);
      return 'same';
    }
    if (this.#replica.provision(provision) === undefined) return 'same';
    const node = this.$nodeOf(provision);
    return node === undefined ? 'same' : $projectProvision(node, this.#describe(provision, this.#tags));
  }

  #$retag(): void {
    const draft = this.#replica.read();
    const before = this.#tags;
    this.#tags = tagsOf(draft);
    for (const provision of retagged(before, this.#tags, draft)) this.#$project(provision);
  }

  $showOrder(): boolean {
    if (this.#held !== undefined) {
      this.#orderStale = true;
      return false;
    }
    this.#orderStale = false;
    const order = this.#replica.read().provisions.map((provision) => provision.id);
    const changed = $projectOrder(
      order,
      (provision) => this.$nodeOf(provision),
      (provision) => this.#describe(provision, this.#tags),
    );
    this.#keys.clear();
    for (const node of $provisionNodes()) this.#keys.set(node.getProvision(), node.getKey());
    return changed;
  }
}
