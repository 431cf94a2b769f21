import type { ProvisionId } from '../schema/ids.ts';
import type { Provision } from '../schema/provision.ts';
import { labelKey } from './label.ts';

/**
 * The provision that a delegate means by `2bis(a)`, `pp3`, `article 2 bis` or `16.5 quater`; `undefined` where none does
 * (rule N8). Subparagraphs are named through their paragraph; of several with the same number the first one is meant,
 * at or after `from` if that is given.
 */
export function findByNumber(
  query: string,
  {
    provisions,
    numbers,
    from = 0,
  }: {
    readonly provisions: readonly Provision[];
    readonly numbers: ReadonlyMap<ProvisionId, string>;
    readonly from?: number;
  },
): ProvisionId | undefined {
  const wanted = asked(query);
  if (wanted === '') return undefined;
  const places = provisions.map((_, index) => (index + from) % Math.max(1, provisions.length));
  const paths = numberPaths(provisions, numbers);
  const preambular = preambularPlaces(provisions);
  const exact = places.find((index) => paths[index] === wanted);
  const found = exact ?? places.find((index) => preambular.get(index) === wanted) ?? loose(wanted, places, paths);
  return found === undefined ? undefined : provisions[found]!.id;
}

function asked(query: string): string {
  return labelKey(query.replace(/^\s*(?:para(?:graph)?s?|paras?\.)\s*/iu, ''));
}

/** `op3` finds `3.`, and `3` finds `OP3`: people say the one and read the other. */
function loose(wanted: string, places: readonly number[], paths: readonly string[]): number | undefined {
  const plain = wanted.replace(/^(?:op|article|art|section)/u, '');
  return places.find((index) => paths[index]!.replace(/^(?:op|article|art|section)/u, '') === plain);
}

/** For each provision the keys of the numbers from its paragraph down to it, joined: `2bisa`. */
function numberPaths(provisions: readonly Provision[], numbers: ReadonlyMap<ProvisionId, string>): readonly string[] {
  const above: { level: number; path: string }[] = [];
  return provisions.map(({ id, kind, level }) => {
    const key = labelKey(numbers.get(id) ?? '');
    if (kind === 'heading' || kind === 'note') return key;
    const depth = kind === 'subparagraph' ? Math.max(1, level) : level;
    while (above.length > 0 && above[above.length - 1]!.level >= depth) above.pop();
    const parent = above[above.length - 1]?.path ?? '';
    const path = key === '' ? '' : kind === 'subparagraph' ? `${parent}${key}` : key;
    above.push({ level: depth, path });
    return path;
  });
}

/** Preambular paragraphs without numbers are counted: the third is `pp3`. */
function preambularPlaces(provisions: readonly Provision[]): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  provisions.forEach((provision, index) => {
    if (provision.kind === 'preambular') places.set(index, `pp${places.size + 1}`);
  });
  return places;
}
