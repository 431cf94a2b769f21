import { notationOf, provisionName } from '../../shared/brackets/notation.ts';
import type { Bracket } from '../../shared/schema/bracket.ts';
import type { ProvisionId } from '../../shared/schema/ids.ts';
import type { DraftReplica } from '../../shared/sync/contract.ts';

/** Enough to know the words again; a ruling is no copy of the text. */
const LONGEST_QUOTE = 200;

type Numbers = ReadonlyMap<ProvisionId, string>;

/** What a ruling is on, in the draft's own number and words: the record reads by itself years later. */
export function aboutBracket(bracket: Bracket, replica: DraftReplica, numbers: Numbers): string {
  const variants = replica.read().brackets.filter((other) => other.variantOf === bracket.id);
  const shown = bracket.kind === 'choice' && variants.length > 0 ? variants : [bracket];
  const { provisions } = replica.read();
  const name = (id: ProvisionId) =>
    provisionName(provisions, replica.indexOf(id), (each) => numbers.get(each.id) ?? '');
  const words = shown.map((one) => `[${notationOf(one, name) || quote(one, replica)}]`).join('');
  const home = shown[0]?.pieces[0]?.provision;
  return numbered(home, words, numbers);
}

export function aboutProvision(id: ProvisionId, replica: DraftReplica, numbers: Numbers): string {
  return numbered(id, cut(replica.provision(id)?.text ?? ''), numbers);
}

function numbered(provision: ProvisionId | undefined, words: string, numbers: Numbers): string {
  const number = provision === undefined ? undefined : numbers.get(provision);
  return number ? `${number} ${words}` : words;
}

function quote(bracket: Bracket, replica: DraftReplica): string {
  const words = bracket.pieces.map(
    ({ provision, from, to }) => replica.provision(provision)?.text.slice(from, to) ?? '',
  );
  return cut(words.join(' … '));
}

function cut(words: string): string {
  return words.length <= LONGEST_QUOTE ? words : `${words.slice(0, LONGEST_QUOTE).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
