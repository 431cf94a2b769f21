import type { Placement } from './placement.ts';
import type { ProvisionRecord } from '../document/provision-record.ts';
import { blockEnd } from '../../schema/block-end.ts';
import type { ProvisionId } from '../../schema/ids.ts';

/** What tells where provisions stand. */
export interface StandingOrder {
  readonly placement: Placement;
  readonly records: ReadonlyMap<ProvisionId, ProvisionRecord>;
  /** Index in reading order. */
  indexOf(id: ProvisionId): number;
}

/** A provision and what stands under it: a heading with its section, any other with its subparagraphs. */
export function blockOf(index: StandingOrder, id: ProvisionId): ProvisionId[] {
  const { order } = index.placement;
  const head = index.indexOf(id);
  return order.slice(
    head,
    blockEnd(head, order.length, (at) => index.records.get(order[at]!)!),
  );
}

/**
 * What an option is an option over: the provision at its head and what stands under it now, whoever put it there and
 * when (rule W18); not the options beside it.
 */
export function optionBlock(index: StandingOrder, head: ProvisionId): ProvisionId[] {
  const beside = index.records.get(head)!.relation;
  const slot = beside?.type === 'optionTo' ? beside.to : head;
  const block = blockOf(index, head);
  const end = block.findIndex((id, at) => {
    const relation = at === 0 ? undefined : index.records.get(id)!.relation;
    return relation?.type === 'optionTo' && relation.to === slot;
  });
  return end < 0 ? block : block.slice(0, end);
}
