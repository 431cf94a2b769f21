import { writeBracket } from './bracket-write.ts';
import type { Hand } from '../contract.ts';
import { writeProvision } from './new-provision.ts';
import type { Made } from '../document/provision-record.ts';
import { blockOf } from '../reading/block.ts';
import type { ProvisionKind } from '../../schema/provision.ts';
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

/**
 * Puts a provision in as an option of a choice, without a number of its own; inside a transaction. Beside a heading the
 * first line is a heading, and every other a paragraph under it; beside a paragraph they are its subparagraphs.
 */
export function putOption(replica: Replica, hand: Hand, option: OptionWords): BracketId {
  const { choice, to, after, text, labelled } = option;
  const { kind, level } = replica.provision(to)!;
  const lines = linesOf(text);
  const orders = orderAfter(replica.index, after, { count: lines.length, random: hand.random });
  const isHeading = kind === 'heading';
  const below = isHeading ? kindUnder(replica, to) : 'subparagraph';
  const ids = lines.map((line, place) => {
    const id = mintId<ProvisionId>(hand.code, hand.random);
    const o = orders[place]!;
    const made: Made =
      place === 0 ? { k: kind, l: level, o, r: ['optionTo', to] } : { k: below, l: isHeading ? 0 : level + 1, o };
    const strand = writeProvision(replica, id, made);
    if (strand !== undefined) fillStrand(strand, line, []);
    return id;
  });
  const shown = labelled ? {} : { x: 1 as const };
  return writeBracket(replica, hand, { k: 'insert', s: ids.map((p) => ({ p })), v: choice, b: 1, ...shown });
}

/** The lines that have words. */
function linesOf(text: string): string[] {
  const lines = text.split(/[\r\n\u2028\u2029]+/u).map((line) => line.trim());
  const worded = lines.filter((line) => line !== '');
  return worded.length > 0 ? worded : [''];
}

/** What paragraphs under a heading are: as the first that stands under it now. */
function kindUnder({ index }: Replica, heading: ProvisionId): ProvisionKind {
  const first = blockOf(index, heading).map((id) => index.records.get(id)!.kind);
  return first.find((kind) => kind === 'preambular' || kind === 'operative') ?? 'operative';
}
