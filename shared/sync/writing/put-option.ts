import { writeBracket } from './bracket-write.ts';
import type { Hand } from '../contract.ts';
import { writeProvision } from './new-provision.ts';
import { orderAfter } from './reading-order.ts';
import type { Replica } from '../replica.ts';
import { fillStrand } from './words.ts';
import { mintId } from '../../schema/ids.ts';
import type { BracketId, ProvisionId } from '../../schema/ids.ts';

export interface OptionWords {
  readonly choice: BracketId;
  /** The provision it is an option to, whose number it has no other beside. */
  readonly to: ProvisionId;
  /** The last provision of the options before it. */
  readonly after: ProvisionId;
  readonly text: string;
  /** Its words say which option they are. */
  readonly labelled?: boolean;
}

/** Puts a provision in as an option of a choice, without a number of its own; inside a transaction. */
export function putOption(replica: Replica, hand: Hand, option: OptionWords): BracketId {
  const { choice, to, after, text, labelled } = option;
  const { kind, level } = replica.provision(to)!;
  const id = mintId<ProvisionId>(hand.code, hand.random);
  const [order] = orderAfter(replica.index, after, { count: 1, random: hand.random });
  const strand = writeProvision(replica, id, { k: kind, l: level, o: order!, r: ['optionTo', to] });
  if (strand !== undefined) fillStrand(strand, text, []);
  const shown = labelled ? {} : { x: 1 as const };
  return writeBracket(replica, hand, { k: 'insert', s: [{ p: id }], v: choice, b: 1, ...shown });
}
