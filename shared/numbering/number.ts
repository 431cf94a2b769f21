import type { Draft, Language } from '../schema/draft.ts';
import type { ProvisionId } from '../schema/ids.ts';
import type { Provision } from '../schema/provision.ts';
import { fashionOf, OUTCOME_STYLE, type Fashion, type NumberingStyle } from './fashion.ts';
import { parseLabel, type Label } from './label.ts';
import { alternative, ordinal, suffix } from './series.ts';

/*
 * Numbers from kind, level, order and relations (rules N1 to N7).
 *
 * Siblings are numbered together: headings of one level under one heading, paragraphs all through the draft,
 * subparagraphs under their paragraph. Frozen labels stand as they are. A provision between frozen numbers, or one put
 * in after another, takes the number before it with *bis*, *ter* …; one before the first takes *pre*; one at the end
 * goes on counting. Where a provision stands decides its suffix, not the id its relation names, so that numbers keep the
 * order of reading when provisions are moved. Only *alt* goes by the relation: it names what it would replace.
 */

/** The numbers of a draft's provisions, as printed (`2 bis.`, `(a)`); the empty string where there is none. */
export function numberDraft(draft: Draft, style?: NumberingStyle): ReadonlyMap<ProvisionId, string> {
  return numberProvisions(draft.provisions, draft.language, style);
}

/** Like `numberDraft`, for provisions in reading order. Total: every provision has an entry (rule N1). */
export function numberProvisions(
  provisions: readonly Provision[],
  language: Language = 'en',
  style: NumberingStyle = OUTCOME_STYLE,
): ReadonlyMap<ProvisionId, string> {
  const numbers = new Map<ProvisionId, string>();
  const { seriesOf, parentOf } = gather(provisions);
  const alternatives = new Map<ProvisionId, number>();
  const roots = new Map<ProvisionId, ProvisionId>();
  provisions.forEach((provision, index) => {
    const series = seriesOf[index]!;
    const root = rootOf(provision, numbers, roots);
    if (provision.label !== undefined) {
      series.freeze(provision.label);
      numbers.set(provision.id, provision.label);
    } else if (isOption(provision, numbers)) {
      numbers.set(provision.id, '');
    } else if (root !== undefined) {
      const count = (alternatives.get(root) ?? 0) + 1;
      alternatives.set(root, count);
      roots.set(provision.id, root);
      numbers.set(provision.id, suffixed(numbers.get(root)!, alternative(count, language)));
    } else {
      const parent = parentOf[index];
      const above = parent === undefined ? '' : numbers.get(provisions[parent]!.id)!;
      const fashion = fashionUnder(above, fashionOf(provision, language, style));
      numbers.set(provision.id, series.next(provision.relation?.type === 'insertAfter', fashion, language));
    }
  });
  return numbers;
}

/** Whether a provision is an option beside one that is there: the number is the other's (rule N9). */
function isOption({ relation }: Provision, numbered: ReadonlyMap<ProvisionId, string>): boolean {
  return relation?.type === 'optionTo' && numbered.has(relation.to);
}

/** What an alternative stands against in the end: an earlier provision that is no alternative itself. */
function rootOf(
  provision: Provision,
  numbered: ReadonlyMap<ProvisionId, string>,
  roots: ReadonlyMap<ProvisionId, ProvisionId>,
): ProvisionId | undefined {
  if (provision.relation?.type !== 'alternativeTo') return undefined;
  const { to } = provision.relation;
  return numbered.has(to) ? (roots.get(to) ?? to) : undefined;
}

/** Paragraphs below a paragraph are numbered through it: `24 quater.1`. */
function fashionUnder(above: string, fashion: Fashion | undefined): Fashion | undefined {
  if (fashion === undefined || above === '' || fashion.system !== 'figure' || fashion.head !== '') return fashion;
  return { ...fashion, head: `${above.replace(/[.\s]+$/u, '')}.` };
}

/** Puts a suffix where it belongs: `2.` becomes `2 bis.`, `(a)` becomes `(a) bis`. */
function suffixed(label: string, addition: string): string {
  const tail = /[.:]*$/u.exec(label)![0];
  const stem = label.slice(0, label.length - tail.length).trimEnd();
  return `${stem}${stem === '' ? addition.trimStart() : addition}${stem === '' ? '' : tail}`;
}

/** Siblings in order, numbered one after the other. */
class Series {
  /** Frozen numbers still to come, as labels taken apart, the last one first. */
  readonly #ahead: (Label | undefined)[] = [];
  readonly #used = new Set<string>();
  #frozen = 0;
  #frozenNumbered = 0;
  #left = 0;
  #last: Label | undefined;

  expect(label: string): void {
    const parsed = label === '' ? undefined : parseLabel(label, this.#ahead.findLast((each) => each)?.system);
    this.#ahead.push(parsed);
    this.#frozen += 1;
    if (label !== '') {
      this.#used.add(label);
      this.#frozenNumbered += 1;
    }
    if (parsed !== undefined) this.#left += 1;
  }

  settle(): void {
    this.#ahead.reverse();
  }

  freeze(label: string): void {
    const parsed = this.#ahead.pop();
    if (label === '' || parsed === undefined) return;
    this.#left -= 1;
    this.#last = parsed;
  }

  next(inserted: boolean, usual: Fashion | undefined, language: Language): string {
    if (this.#frozen > 0 && this.#frozenNumbered === 0) return '';
    const fashion = this.#last ?? (usual === undefined && this.#left > 0 ? this.#upcoming() : usual);
    if (fashion === undefined) return '';
    if (this.#last === undefined && (this.#left > 0 || inserted)) {
      const first = this.#upcoming() ?? start(usual ?? fashion);
      return this.#take({ ...first, head: `pre ${first.head}` }, language);
    }
    if (this.#last !== undefined && (this.#left > 0 || inserted)) return this.#take(this.#last, language, 1);
    const value = (this.#last?.value ?? 0) + 1;
    const { head, system, close, tail } = fashion;
    const label: Label = {
      head,
      system,
      value,
      ordinal: ordinal(value, system),
      close,
      suffixes: '',
      suffix: 0,
      tail,
    };
    this.#last = label;
    return this.#free(written(label)) ? this.#use(written(label)) : this.#take(label, language, 1);
  }

  /** The first free label among the base and its suffixes, from suffix `base.suffix + from` on. */
  #take(base: Label, language: Language, from = 0): string {
    for (let n = base.suffix + from; ; n += 1) {
      const join = base.suffixes !== '' && !/^\s/u.test(base.suffixes) && language !== 'zh';
      const addition = n === 0 ? '' : join ? suffix(n, language).trimStart() : suffix(n, language);
      const label: Label = { ...base, suffix: n, suffixes: addition };
      if (!this.#free(written(label))) continue;
      if (from > 0) this.#last = label;
      return this.#use(written(label));
    }
  }

  #upcoming(): Label | undefined {
    return this.#ahead.findLast((label) => label !== undefined);
  }

  #free(label: string): boolean {
    return !this.#used.has(label);
  }

  #use(label: string): string {
    this.#used.add(label);
    return label;
  }
}

function start(fashion: Fashion): Label {
  const { head, system, close, tail } = fashion;
  return { head, system, close, tail, value: 1, ordinal: ordinal(1, system), suffixes: '', suffix: 0 };
}

function written({ head, ordinal: text, close, suffixes, tail }: Label): string {
  return `${head}${text}${close}${suffixes}${tail}`;
}

/** The series each provision belongs to, and the paragraph that a numbered paragraph stands below. */
function gather(provisions: readonly Provision[]) {
  const series = new Map<string, Series>();
  const headings: { level: number; index: number }[] = [];
  const paragraphs: { level: number; index: number; operative: boolean }[] = [];
  const parentOf: (number | undefined)[] = [];
  const seriesOf = provisions.map((provision, index) => {
    const { kind, level } = provision;
    let key: string = kind;
    parentOf.push(undefined);
    if (kind === 'heading') {
      while (headings.length > 0 && headings[headings.length - 1]!.level >= level) headings.pop();
      key = `heading ${level} ${headings[headings.length - 1]?.index ?? ''}`;
      headings.push({ level, index });
      paragraphs.length = 0;
    } else if (kind !== 'note') {
      const depth = kind === 'subparagraph' ? Math.max(1, level) : level;
      while (paragraphs.length > 0 && paragraphs[paragraphs.length - 1]!.level >= depth) paragraphs.pop();
      const above = paragraphs[paragraphs.length - 1];
      if (depth > 0) key = `${kind} ${depth} ${above?.index ?? ''}`;
      if (kind === 'operative' && depth > 0 && above?.operative === true) parentOf[index] = above.index;
      paragraphs.push({ level: depth, index, operative: kind === 'operative' });
    }
    let group = series.get(key);
    if (group === undefined) series.set(key, (group = new Series()));
    if (provision.label !== undefined) group.expect(provision.label);
    return group;
  });
  for (const group of series.values()) group.settle();
  return { seriesOf, parentOf };
}
