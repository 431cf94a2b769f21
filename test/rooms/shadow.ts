import type { DraftChange } from '../../shared/sync/contract.ts';
import type { Replica } from '../../shared/sync/replica.ts';
import type { Bracket } from '../../shared/schema/bracket.ts';
import type { ProvisionId } from '../../shared/schema/ids.ts';
import type { Provision } from '../../shared/schema/provision.ts';
import { demand } from './ledger.ts';

/** A copy of the draft kept by nothing but what listeners are told, as a screen keeps it. */
export class Shadow {
  readonly #replica: Replica;
  readonly #shown = new Map<ProvisionId, { readonly provision: Provision; readonly brackets: readonly Bracket[] }>();
  #order: readonly ProvisionId[] = [];
  readonly stop: () => void;

  constructor(replica: Replica) {
    this.#replica = replica;
    for (const { id } of replica.read().provisions) this.#take(id);
    this.#order = replica.read().provisions.map(({ id }) => id);
    this.stop = replica.observe((change) => this.#follow(change));
  }

  #take(id: ProvisionId): void {
    const provision = this.#replica.provision(id);
    if (provision !== undefined) this.#shown.set(id, { provision, brackets: this.#replica.bracketsIn(id) });
  }

  #follow(change: DraftChange): void {
    for (const id of change.gone) this.#shown.delete(id);
    for (const id of change.provisions) this.#take(id);
    if (change.reordered) this.#order = this.#replica.read().provisions.map(({ id }) => id);
  }

  /** Throws where the copy differs from the draft, or where a listener was not told of a change. */
  check(): void {
    const { provisions } = this.#replica.read();
    demand(this.#order.length === provisions.length, () => 'a listener was not told of the order');
    provisions.forEach((provision, index) => {
      const shown = this.#shown.get(provision.id);
      demand(this.#order[index] === provision.id, () => `a listener was not told where ${provision.id} stands`);
      demand(shown?.provision === provision, () => `a listener was not told of ${provision.id}`);
      const brackets = this.#replica.bracketsIn(provision.id);
      const told =
        shown.brackets.length === brackets.length && shown.brackets.every((each, at) => each === brackets[at]);
      demand(told, () => `a listener was not told of the brackets of ${provision.id}`);
    });
  }
}
