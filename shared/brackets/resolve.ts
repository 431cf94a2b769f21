import { isShapeKind, type Bracket, type Closure, type Span } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { BracketId, ProvisionId } from '../schema/ids.ts';
import { draftIndex, type DraftIndex } from './draft-index.ts';
import { optionLabelOf } from './option-label.ts';

/** What becomes of the text when a bracket ends. */
export interface Resolution {
  /** Words that go, with the blanks and slashes that only parted them; disjoint, in reading order. */
  readonly erase: readonly Span[];
  /** Brackets that end with it, the one ruled on first. */
  readonly close: readonly { readonly bracket: BracketId; readonly closure: Closure }[];
  /** Provisions of which nothing is left: they go with their numbers. Nothing is erased in them. */
  readonly hide: readonly ProvisionId[];
}

/**
 * What becomes of the text when a bracket ends (rules B14 to B17); changes nothing itself.
 * `keep`: its words stay and brackets in it stay open. `drop`: its words go and brackets wholly in them end too; one
 * that reaches out stays open with the rest. `chosen`: the variant's words stay, the others go with their separators;
 * without a variant all go. A proposal to move, split or join has no words, and closes alone. `withdrawn`: an `insert` goes, of any other bracket the words stay.
 * `replaced`: other words will stand in its place, so that blanks beside it stay, and so does its provision.
 * `undefined` when there is no such open bracket, or the variant is none of it.
 */
export function resolveBracket(
  draft: Draft,
  bracketId: BracketId,
  closure: Closure,
  how: { readonly replaced?: boolean } = {},
): Resolution | undefined {
  const index = draftIndex(draft);
  const bracket = index.brackets.get(bracketId);
  if (bracket === undefined) return undefined;
  const work = new Work(draft, index, { closure, replaced: how.replaced ?? false });
  const subs = index.variants.get(bracketId) ?? [];
  if (closure.variant !== undefined && bracket.kind === 'choice' && !subs.some(({ id }) => id === closure.variant)) {
    return undefined;
  }
  work.close(bracketId, closure.outcome);
  if (isShapeKind(bracket.kind)) return work.result();
  if (bracket.kind === 'choice') resolveChoice(work, bracket, subs);
  else if (goes(bracket, closure)) {
    work.drop(bracket);
    if (bracket.variantOf !== undefined) work.dropPartingBefore(bracket, index.variants.get(bracket.variantOf) ?? []);
  }
  return work.result();
}

function goes(bracket: Bracket, { outcome, variant }: Closure): boolean {
  switch (outcome) {
    case 'drop':
      return true;
    case 'keep':
      return false;
    case 'withdrawn':
      return bracket.kind === 'insert';
    case 'chosen':
      return variant === undefined;
  }
}

function resolveChoice(work: Work, choice: Bracket, subs: readonly Bracket[]): void {
  const { outcome, variant } = work.closure;
  if (outcome === 'keep' || outcome === 'withdrawn') {
    for (const sub of subs) {
      const dropped = outcome === 'withdrawn' && sub.kind === 'insert' && sub.proponent === choice.proponent;
      work.close(sub.id, dropped ? 'drop' : 'keep');
      if (dropped) work.drop(sub);
    }
    return;
  }
  const chosen = outcome === 'chosen' ? subs.find(({ id }) => id === variant) : undefined;
  for (const sub of subs) {
    work.close(sub.id, sub === chosen ? 'keep' : 'drop');
    if (sub !== chosen) work.drop(sub);
  }
  work.dropSeparators(subs);
  if (chosen !== undefined) work.dropOptionLabel(chosen);
  else if (choice.pieces.length > 0) work.drop(choice);
}

class Work {
  readonly closure: Closure;
  readonly #replaced: boolean;
  readonly #draft: Draft;
  readonly index: DraftIndex;
  readonly #erase = new Map<ProvisionId, { from: number; to: number }[]>();
  readonly #whole = new Set<ProvisionId>();
  readonly #close = new Map<BracketId, Closure>();

  constructor(
    draft: Draft,
    index: DraftIndex,
    { closure, replaced }: { readonly closure: Closure; readonly replaced: boolean },
  ) {
    this.#draft = draft;
    this.index = index;
    this.closure = closure;
    this.#replaced = replaced;
  }

  /** The bracket ruled on closes as the ruling says; what ends with it closes under the same ruling. */
  close(bracket: BracketId, outcome: Closure['outcome']): void {
    if (this.#close.has(bracket)) return;
    const { variant, ruling, at } = this.closure;
    this.#close.set(bracket, {
      outcome,
      ...(outcome === 'chosen' && variant !== undefined ? { variant } : {}),
      ...(ruling === undefined ? {} : { ruling }),
      at,
    });
  }

  drop(bracket: Bracket): void {
    for (const { provision, from, to, label } of bracket.pieces) {
      const text = this.index.provisions.get(provision)?.text;
      if (text === undefined) continue;
      if (label && from === 0 && to === text.length && !this.#replaced) this.#whole.add(provision);
      else this.#add(provision, from, to);
    }
  }

  /** What stands between variants side by side and only parts them: blanks, a slash. */
  dropSeparators(subs: readonly Bracket[]): void {
    for (let place = 1; place < subs.length; place += 1) {
      const end = subs[place - 1]!.pieces.at(-1);
      const start = subs[place]!.pieces[0];
      if (end === undefined || start === undefined || end.provision !== start.provision || end.to >= start.from)
        continue;
      const between = this.index.provisions.get(end.provision)!.text.slice(end.to, start.from);
      if (/^[\s/]*$/u.test(between)) this.#add(end.provision, end.to, start.from);
    }
  }

  /** What parts one variant from the one before it; of a single one that goes. */
  dropPartingBefore(sub: Bracket, subs: readonly Bracket[]): void {
    const place = subs.indexOf(sub);
    if (place > 0) this.dropSeparators(subs.slice(place - 1, place + 1));
  }

  /** "Option 1:" before the words that stand. */
  dropOptionLabel({ pieces }: Bracket): void {
    const first = pieces[0];
    if (first === undefined) return;
    const text = this.index.provisions.get(first.provision)!.text;
    const words = text.slice(first.from, first.to);
    const label = optionLabelOf(words);
    const remark = /^\(?(?:paras?|paragraphs?)\b[^)]*\)?[\s:]*$/iu.test(words.slice(label.length));
    if (label !== '') this.#add(first.provision, first.from, first.from + (remark ? words.length : label.length));
  }

  result(): Resolution {
    const gone = (span: Span) =>
      this.#whole.has(span.provision) ||
      (this.#erase.get(span.provision) ?? []).some(({ from, to }) => from <= span.from && span.to <= to);
    this.#settle();
    const rank = new Map(this.#draft.brackets.map(({ id }, place) => [id, place]));
    const ruled = Math.min(...[...this.#close.keys()].map((id) => rank.get(id) ?? Infinity));
    // Brackets wholly in what goes end with it, but not one that merely covers the same words from outside.
    for (const [place, bracket] of this.#draft.brackets.entries()) {
      if (place < ruled || this.#close.has(bracket.id) || bracket.pieces.length === 0) continue;
      if (bracket.pieces.every((piece) => gone(piece) && this.#isInside(piece, bracket)))
        this.close(bracket.id, 'drop');
    }
    for (const [choice, subs] of this.index.variants) {
      if (subs.every(({ id }) => this.#close.has(id))) this.close(choice, 'drop');
    }
    const hide = this.#draft.provisions
      .filter(({ id }) => this.#whole.has(id) || (!this.#replaced && this.#isEmptied(id)))
      .map(({ id }) => id);
    const hidden = new Set(hide);
    const erase = this.#draft.provisions.flatMap(({ id }) =>
      hidden.has(id) ? [] : (this.#erase.get(id) ?? []).map(({ from, to }): Span => ({ provision: id, from, to })),
    );
    const close = [...this.#close].map(([bracket, closure]) => ({ bracket, closure }));
    return { erase, close, hide };
  }

  /** An empty bracket at the very edge of what goes is in it only if it was made there. */
  #isInside(piece: Span, bracket: Bracket): boolean {
    if (piece.from < piece.to || this.#whole.has(piece.provision)) return true;
    const stretch = (this.#erase.get(piece.provision) ?? []).find(
      ({ from, to }) => from <= piece.from && piece.to <= to,
    );
    const atEdge = stretch !== undefined && (stretch.from === piece.from || stretch.to === piece.to);
    return !atEdge || (bracket.within !== undefined && this.#close.has(bracket.within));
  }

  #add(provision: ProvisionId, from: number, to: number): void {
    if (to <= from) return;
    const list = this.#erase.get(provision);
    if (list === undefined) this.#erase.set(provision, [{ from, to }]);
    else list.push({ from, to });
  }

  /** Joins what touches, and takes one of two blanks that would meet, or a blank before a stop. */
  #settle(): void {
    for (const [provision, spans] of this.#erase) {
      const { text } = this.index.provisions.get(provision)!;
      const joined: { from: number; to: number }[] = [];
      for (const span of spans.sort((a, b) => a.from - b.from)) {
        const last = joined.at(-1);
        if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
        else joined.push({ ...span });
      }
      for (const span of this.#replaced ? [] : joined) {
        const before = text[span.from - 1];
        const after = text[span.to];
        if (isBlank(before) && (after === undefined || isBlank(after) || /[,.;:)]/u.test(after))) span.from -= 1;
        else if (before === undefined && isBlank(after)) span.to += 1;
      }
      this.#erase.set(provision, joined);
    }
  }

  /** Whether a provision loses all its words, and no bracket beside the ended ones keeps a place in it. */
  #isEmptied(provision: ProvisionId): boolean {
    const spans = this.#erase.get(provision);
    if (spans === undefined) return false;
    const { text } = this.index.provisions.get(provision)!;
    let at = 0;
    let left = '';
    for (const { from, to } of spans) {
      left += text.slice(at, from);
      at = to;
    }
    if (/[\p{L}\p{N}]/u.test(left + text.slice(at))) return false;
    const stretches = this.index.stretches.get(provision) ?? [];
    return stretches.every(
      ({ bracket, start, end }) =>
        this.#close.has(bracket.id) || isShapeKind(bracket.kind) || (start <= 0 && end >= text.length),
    );
  }
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\u00a0';
}
