import { draftIndex } from '../brackets/draft-index.ts';
import { resolveBracket } from '../brackets/resolve.ts';
import { isShapeKind, type Bracket, type Closure, type Span } from '../schema/bracket.ts';
import { reshape, type WordPlace } from './reshape.ts';
import type { Draft } from '../schema/draft.ts';
import type { BracketId, ProvisionId } from '../schema/ids.ts';
import type { VariantId } from '../schema/position.ts';
import type { Mark, Provision } from '../schema/provision.ts';
import { pushTo } from '../schema/push-to.ts';

/**
 * The draft without brackets, as it would read if each ended as `chosen` says (rule T6). Where nothing is said: words
 * on hold stay, words proposed for deletion stay, words proposed for insertion go, of a choice the first variant stands,
 * a proposal to move, split or join is carried out only where `text` is chosen of it, a bracketed alternative to another provision goes, and a placeholder keeps its square brackets as plain characters, since there is nothing yet to read in its place.
 */
export function cleanDraft(draft: Draft, chosen?: ReadonlyMap<BracketId, VariantId>): Draft {
  return cleanReading(draft, chosen).draft;
}

/** A clean rendering, and the way between its words and the draft's. */
export interface CleanReading {
  readonly draft: Draft;
  /** Where a place of the draft is in the clean text; in words that are left out, where these stood. */
  toClean(place: WordPlace): WordPlace | undefined;
  /** The draft's place of one in the clean text: of several, the one behind what was left out. */
  toDraft(place: WordPlace): WordPlace | undefined;
}

/** `cleanDraft` with its places, so that who switches renderings stays at the same words. */
export function cleanReading(draft: Draft, chosen: ReadonlyMap<BracketId, VariantId> = new Map()): CleanReading {
  const index = draftIndex(draft);
  const { variants, provisions } = index;
  const standsAgainst = (bracket: Bracket) =>
    bracket.pieces.length > 0 &&
    bracket.pieces.every(({ provision }) => provisions.get(provision)?.relation?.type === 'alternativeTo');
  const erase = new Map<ProvisionId, Span[]>();
  const hide = new Set<ProvisionId>();
  const closed = new Set<BracketId>();
  const left: Bracket[] = [];
  for (const bracket of draft.brackets) {
    if (closed.has(bracket.id)) continue;
    if (bracket.kind === 'placeholder' && !chosen.has(bracket.id)) {
      left.push(bracket);
      continue;
    }
    const choice = chosen.get(bracket.id) ?? (standsAgainst(bracket) && bracket.kind !== 'choice' ? 'none' : undefined);
    const closure = closureOf(bracket, choice, variants.get(bracket.id) ?? []);
    const resolution = resolveBracket(draft, bracket.id, closure);
    if (resolution === undefined) continue;
    for (const { bracket: id } of resolution.close) closed.add(id);
    for (const id of resolution.hide) hide.add(id);
    for (const span of resolution.erase) pushTo(erase, span.provision, span);
  }
  const accepted = draft.brackets.filter(({ id, kind }) => isShapeKind(kind) && chosen.get(id) === 'text');
  const shown = draft.provisions.filter(({ id }) => !hide.has(id));
  const cuts = new Map(shown.map(({ id }) => [id, new Cut(erase.get(id) ?? [])]));
  const whole = shown.map((provision) => cutProvision(provision, cuts.get(provision.id)!));
  const toWhole = ({ provision, offset }: WordPlace) => {
    const cut = cuts.get(provision);
    return cut && { provision, offset: cut.place(offset) };
  };
  const {
    provisions: reshaped,
    after,
    before,
  } = reshape(whole, accepted, ({ pieces: [piece] }) =>
    piece ? (cuts.get(piece.provision)?.place(piece.from) ?? 0) : 0,
  );
  const toClean = (place: WordPlace) => {
    const there = toWhole(place);
    return there && after(there);
  };
  const clean: Draft = {
    ...draft,
    provisions: reshaped,
    brackets: left
      .filter((bracket) => !closed.has(bracket.id) && bracket.pieces.every(({ provision }) => cuts.has(provision)))
      .map((bracket) => ({
        ...bracket,
        pieces: bracket.pieces.flatMap((piece) => {
          const from = toClean({ provision: piece.provision, offset: piece.from });
          if (from === undefined) return [];
          const cut = cuts.get(piece.provision)!;
          const to = from.offset + cut.place(piece.to) - cut.place(piece.from);
          return [{ ...piece, provision: from.provision, from: from.offset, to }];
        }),
      })),
  };
  return {
    draft: clean,
    toClean,
    toDraft(place) {
      const there = before(place);
      const cut = there && cuts.get(there.provision);
      return cut && { provision: there.provision, offset: cut.source(there.offset) };
    },
  };
}

function closureOf(bracket: Bracket, choice: VariantId | undefined, subs: readonly Bracket[]): Closure {
  if (bracket.kind === 'choice') {
    if (choice === 'none') return { outcome: 'chosen', at: 0 };
    const first = subs.find(({ id }) => id === choice) ?? subs[0];
    return first === undefined ? { outcome: 'keep', at: 0 } : { outcome: 'chosen', variant: first.id, at: 0 };
  }
  const stays = choice === undefined ? bracket.kind !== 'insert' : choice === 'text';
  return { outcome: stays ? 'keep' : 'drop', at: 0 };
}

/** Stretches cut out of one text. */
class Cut {
  readonly #spans: readonly { readonly from: number; readonly to: number }[];

  constructor(spans: readonly Span[]) {
    const joined: { from: number; to: number }[] = [];
    for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
      const last = joined.at(-1);
      if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
      else joined.push({ from, to });
    }
    this.#spans = joined;
  }

  get isEmpty(): boolean {
    return this.#spans.length === 0;
  }

  text(text: string): string {
    let at = 0;
    let kept = '';
    for (const { from, to } of this.#spans) {
      kept += text.slice(at, from);
      at = to;
    }
    return kept + text.slice(at);
  }

  place(offset: number): number {
    let gone = 0;
    for (const { from, to } of this.#spans) if (from < offset) gone += Math.min(to, offset) - from;
    return offset - gone;
  }

  source(offset: number): number {
    let at = offset;
    for (const { from, to } of this.#spans) if (from <= at) at += to - from;
    return at;
  }
}

function cutProvision(provision: Provision, cut: Cut): Provision {
  if (cut.isEmpty) return provision;
  const marks = provision.marks
    .map((mark): Mark => ({ ...mark, from: cut.place(mark.from), to: cut.place(mark.to) }))
    .filter((mark) => mark.to > mark.from);
  return { ...provision, text: cut.text(provision.text), marks };
}
