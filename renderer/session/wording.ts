import { draftIndex } from '../../shared/brackets/draft-index.ts';
import { excerptOf, type ExcerptRequest } from '../../shared/brackets/excerpt.ts';
import { notationOf, provisionName } from '../../shared/brackets/notation.ts';
import { isShapeKind, type Bracket } from '../../shared/schema/bracket.ts';
import { bareLabel } from '../../shared/numbering/label.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import type { BracketId, ProvisionId } from '../../shared/schema/ids.ts';
import type { VariantId } from '../../shared/schema/position.ts';
import type { Provision } from '../../shared/schema/provision.ts';
import { useDraft, useNumbers } from './hooks.ts';

/** Words of the draft, to name its parts by on a screen: cut to a line, never markup. */
export interface Wording {
  provision(id: ProvisionId): Provision | undefined;
  /** `2 bis`, a subparagraph through its paragraph (`2 bis(a)`), without the stop; `undefined` without a number. */
  number(id: ProvisionId): string | undefined;
  /** The first words of a provision, with their brackets. */
  opening(id: ProvisionId): string;
  bracket(id: BracketId): Bracket | undefined;
  /** A choice's variants in reading order; none for any other bracket. */
  variantsOf(id: BracketId): readonly Bracket[];
  /** The words of a bracket; a choice's variants, divided by slashes. */
  bracketWords(id: BracketId): string;
  /** The words of a variant; `undefined` for "no text". */
  variantWords(bracket: BracketId, variant: VariantId): string | undefined;
  /** The same, however long. */
  variantText(bracket: BracketId, variant: VariantId): string | undefined;
}

const MOST = 80;

/** Names for the draft as it stands; another object only when the draft or its numbers are. */
export function useWording(): Wording {
  return wordingOf(useDraft(), useNumbers());
}

/** A number as it stands in the draft, without the stop that follows it. */
function numberIn(numbers: ReadonlyMap<ProvisionId, string>, id: ProvisionId): string | undefined {
  return bareLabel(numbers.get(id) ?? '').trim() || undefined;
}

/** What a provision is called where there is little room: its number, else its first words. */
export function callIn(draft: Draft, numbers: ReadonlyMap<ProvisionId, string>, id: ProvisionId): string {
  const wording = wordingOf(draft, numbers);
  return wording.number(id) ?? wording.opening(id).slice(0, 30);
}

/** Read off a draft once, however many parts of a screen ask: a board of four hundred provisions asks thousands of times. */
export function wordingOf(draft: Draft, numbers: ReadonlyMap<ProvisionId, string>): Wording {
  const known = READ.get(draft);
  if (known?.numbers === numbers) return known.wording;
  const wording = readWording(draft, numbers);
  READ.set(draft, { numbers, wording });
  return wording;
}

const READ = new WeakMap<Draft, { readonly numbers: ReadonlyMap<ProvisionId, string>; readonly wording: Wording }>();

function readWording(draft: Draft, numbers: ReadonlyMap<ProvisionId, string>): Wording {
  const { provisions, brackets, variants, stretches, order } = draftIndex(draft);
  const variantsOf = (id: BracketId): readonly Bracket[] => variants.get(id) ?? [];
  const bracketsIn = (id: ProvisionId) => (stretches.get(id) ?? []).map(({ bracket }) => bracket);
  const excerpt = (id: ProvisionId, stretch: Omit<ExcerptRequest, 'brackets'>) => {
    const provision = provisions.get(id);
    return provision ? excerptOf(provision, { ...stretch, brackets: bracketsIn(id) }) : '';
  };
  const covered = ({ id, pieces }: Bracket) =>
    pieces
      .map(({ provision, from, to }) => excerpt(provision, { from, to, of: id, most: MOST + 1 }))
      .filter((words) => words !== '')
      .join(' … ');
  const name = (id: ProvisionId) =>
    provisionName(draft.provisions, order.get(id) ?? -1, (each) => numbers.get(each.id) ?? '');
  const bracketText = (id: BracketId): string => {
    const bracket = brackets.get(id);
    if (!bracket) return '';
    if (isShapeKind(bracket.kind)) return notationOf(bracket, name);
    const sides = variantsOf(id);
    return sides.length > 0 ? sides.map(covered).join(' / ') : covered(bracket);
  };
  const variantText = (bracket: BracketId, variant: VariantId): string | undefined =>
    variant === 'none' ? undefined : bracketText(variant === 'text' ? bracket : variant);
  return {
    provision: (id) => provisions.get(id),
    number(id) {
      if (provisions.get(id)?.kind !== 'subparagraph') return numberIn(numbers, id);
      const at = order.get(id) ?? -1;
      return numberIn(numbers, id) && provisionName(draft.provisions, at, (each) => numberIn(numbers, each.id) ?? '');
    },
    opening: (id) => cut(excerpt(id, { most: MOST + 1 })),
    bracket: (id) => brackets.get(id),
    variantsOf,
    bracketWords: (id) => cut(bracketText(id)),
    variantText,
    variantWords(bracket, variant) {
      const text = variantText(bracket, variant);
      return text && cut(text);
    },
  };
}

/** Whole words up to about a line. */
function cut(words: string): string {
  if (words.length <= MOST) return words;
  const space = words.lastIndexOf(' ', MOST);
  return `${words.slice(0, space > MOST / 2 ? space : MOST).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
