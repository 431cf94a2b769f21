import { oneOf } from '../document/decode.ts';
import { bracketOfKey, readBracket } from '../document/bracket-record.ts';
import type { BracketRecord } from '../document/bracket-record.ts';
import { Moot, partingStart } from './moot.ts';
import { bracketValue, compareNesting, isGone } from './bracket-value.ts';
import type { Ground, Voices } from './bracket-value.ts';
import { extentOf, stopsOf } from './extent.ts';
import type { Extent, Stops } from './extent.ts';
import { partingBefore } from './parted.ts';
import { StandIns } from './stand-ins.ts';
import type { StrandView } from './strand.ts';
import type { Roots } from '../document/roots.ts';
import { isSame } from './same.ts';
import { addAll, put, take } from './set-index.ts';
import { readVoice, voiceKey, voiceKeyOf } from '../document/voice-record.ts';
import type { Voice } from '../document/voice-record.ts';
import { optionLabel } from '../../brackets/option-label.ts';
import type { Bracket } from '../../schema/bracket.ts';
import { LANGUAGES } from '../../schema/draft.ts';
import type { BracketId, Code, ProvisionId } from '../../schema/ids.ts';

/** What a change means for brackets. */
export interface BracketTouched {
  readonly brackets: ReadonlySet<string>;
  readonly supports: ReadonlySet<string>;
  readonly strands: ReadonlySet<ProvisionId>;
  readonly recomposed: ReadonlySet<ProvisionId>;
  /** Structure changed: any piece may lie elsewhere. */
  readonly everything: boolean;
}

const NO_VOICES: Voices = new Map();
const NONE: readonly Bracket[] = [];
/** Brackets made inside one another are followed to this depth; a longer chain is somebody's nonsense. */
const DEEPEST = 64;

/** The brackets of a document, closed ones included, and which of them lie where. */
export class BracketIndex {
  readonly records = new Map<BracketId, BracketRecord>();
  readonly values = new Map<BracketId, Bracket>();
  private readonly roots: Roots;
  private readonly ground: Ground;
  private readonly inProvision = new Map<ProvisionId, readonly Bracket[]>();
  /** Keys under a bracket's id, and codes that have a voice on it. */
  private readonly suffixes = new Map<BracketId, Set<string>>();
  private readonly speakers = new Map<BracketId, Set<Code>>();
  private readonly voices = new Map<BracketId, Voices>();
  private readonly byStrand = new Map<ProvisionId, Set<BracketId>>();
  private readonly byWhole = new Map<ProvisionId, Set<BracketId>>();
  /** By provision in which a piece lies now. */
  private readonly byPlace = new Map<ProvisionId, Set<BracketId>>();
  /** Brackets made inside one another, by the outer one. */
  private readonly byOuter = new Map<BracketId, Set<BracketId>>();
  /** Moves and joins, by the provision they name. */
  private readonly byTarget = new Map<ProvisionId, Set<BracketId>>();
  private readonly standIns = new StandIns({
    record: (id) => this.records.get(id),
    variantsOf: (choice) => this.variantsOf(choice),
    isIn: (one, other) => this.isIn(one, other),
  });
  private readonly moot = new Moot({
    record: (id) => this.records.get(id),
    wordingsOf: (choice) => this.wordingsOf(choice),
    isOthersWords: (record) => this.isOthersWords(record),
    isGone: (record) => isGone(this.ground, record, (view, piece) => this.ownExtentIn(view, record, piece)),
    offersNoText: (choice) => [...this.standIns.choicesIn(choice)].some((each) => this.offersNoText(each)),
  });
  /** Records that are variants, by their choice. */
  private readonly byChoice = new Map<BracketId, Set<BracketId>>();
  /** Records that offer "no text" to another's choice, by the choice. */
  private readonly silences = new Map<BracketId, Set<BracketId>>();

  constructor(roots: Roots, ground: Ground) {
    this.roots = roots;
    this.ground = ground;
  }

  /** Open brackets with a piece in a provision, outer before inner. */
  inside(id: ProvisionId): readonly Bracket[] {
    return this.inProvision.get(id) ?? NONE;
  }

  /** Brackets with a range in a strand, closed ones included. */
  recordsIn(strand: ProvisionId): BracketRecord[] {
    return [...(this.byStrand.get(strand) ?? [])].map((id) => this.records.get(id)!);
  }

  /** Brackets that hold a provision whole, closed ones included. */
  recordsOf(provision: ProvisionId): BracketRecord[] {
    return [...(this.byWhole.get(provision) ?? [])].map((id) => this.records.get(id)!);
  }

  /** Where open proposals stand that would move or join something to this provision. */
  naming(target: ProvisionId): ProvisionId[] {
    return [...(this.byTarget.get(target) ?? [])].flatMap((id) => {
      const bracket = this.values.get(id);
      return bracket?.closed === undefined && bracket?.pieces[0] ? [bracket.pieces[0].provision] : [];
    });
  }

  /** Open brackets that are variants of a choice. */
  variantsOf(choice: BracketId): BracketRecord[] {
    const records = [...(this.byChoice.get(choice) ?? [])].map((id) => this.records.get(id)!);
    return records.filter(({ closed }) => closed === undefined);
  }

  /** Open records that are wordings of a choice, with those of choices that were made of the same words at once. */
  wordingsOf(choice: BracketId): BracketRecord[] {
    return [...this.standIns.choicesIn(choice)].flatMap((each) => this.variantsOf(each));
  }

  /** Whether a choice is read as closed, because the words it was made against have gone. */
  isMoot(choice: BracketId): boolean {
    return this.moot.isMoot(choice);
  }

  /** Where a piece lies in its strand, as it is or as given; of a wording whose choice is over with what parted it. */
  extentIn(view: StrandView, record: BracketRecord, piece: number): Extent | undefined {
    const extent = this.ownExtentIn(view, record, piece);
    if (extent === undefined || piece > 0 || !this.moot.isLoose(record)) return extent;
    return { from: partingStart(view, record, extent), to: extent.to };
  }

  /** How many characters parted a wording whose choice is over from the one before it; `undefined` for any other. */
  loosePartingOf(record: BracketRecord): number | undefined {
    const view = record.pieces[0] && this.ground.views.get(record.pieces[0].strand);
    const own = view && this.moot.isLoose(record) ? this.ownExtentIn(view, record, 0) : undefined;
    return own && own.from - partingStart(view!, record, own);
  }

  private ownExtentIn(view: StrandView, record: BracketRecord, piece: number): Extent | undefined {
    return extentOf(view, record, {
      piece,
      stops: () => this.stopsIn(view.owner, record.id),
      variants: () =>
        this.variantsOf(record.id)
          .filter(({ kind, bare }) => bare && kind === 'insert')
          .flatMap((each) => this.extentsIn(view, each)),
    });
  }

  /** Blanks and a slash that part a variant of an open choice from the one before it. */
  partingOf(view: StrandView, record: BracketRecord): Extent[] {
    const { variantOf } = record;
    if (variantOf === undefined || this.records.get(variantOf)?.closed !== undefined) return [];
    if (this.moot.isLoose(record)) return [];
    const siblings = this.variantsOf(variantOf)
      .filter(({ id }) => id !== record.id)
      .flatMap((each) => this.extentsIn(view, each));
    return this.extentsIn(view, record)
      .map((extent) => partingBefore(view, extent, siblings))
      .filter(({ from, to }) => to > from);
  }

  private isIn(one: BracketRecord, other: BracketRecord): boolean {
    const [piece] = other.pieces;
    const view = piece && this.ground.views.get(piece.strand);
    const round = view && this.ownExtentIn(view, other, 0);
    if (round === undefined || one.pieces.length === 0) return false;
    const inner = one.pieces.some(({ strand }) => strand !== piece!.strand) ? [] : this.extentsIn(view!, one);
    return inner.length > 0 && inner.every(({ from, to }) => round.from <= from && to <= round.to);
  }

  private extentsIn(view: StrandView, record: BracketRecord): Extent[] {
    return record.pieces.flatMap(({ strand }, piece) =>
      strand === view.owner ? (this.ownExtentIn(view, record, piece) ?? []) : [],
    );
  }

  /** Where growing brackets other than `except` begin in a strand, whatever became of them. */
  stopsIn(strand: ProvisionId, except: BracketId): Stops {
    return stopsOf(this.recordsIn(strand), strand, except);
  }

  update(
    touched: BracketTouched,
    effect: { readonly brackets: Set<BracketId>; readonly provisions: Set<ProvisionId> },
  ): void {
    const dirty = new Set<BracketId>();
    for (const owner of touched.strands) addAll(dirty, this.byStrand.get(owner));
    for (const id of touched.recomposed) {
      addAll(dirty, this.byPlace.get(id));
      addAll(dirty, this.byWhole.get(id));
    }
    const changed = this.noteKeys(touched);
    const nested = new Set<BracketId>();
    for (const id of changed) if (this.reread(id, dirty)) this.addNested(id, nested);
    if (touched.everything) addAll(dirty, this.records.keys());
    this.noteMoot(dirty);
    this.standIns.addKin(dirty);
    const places = new Set<ProvisionId>();
    for (const id of dirty) if (this.resolve(id, places)) effect.brackets.add(id);
    // How deep these lie is another, though nothing of their own changed.
    for (const id of nested) for (const { provision } of this.values.get(id)?.pieces ?? []) places.add(provision);
    if (touched.everything) addAll(places, this.byPlace.keys());
    for (const id of places) if (this.gather(id)) effect.provisions.add(id);
  }

  /** Of a choice of which words have gone, or came back, all its wordings hang together. */
  private noteMoot(dirty: Set<BracketId>): void {
    for (const id of dirty) {
      const hasTurned = this.moot.note(id);
      const choice = this.records.get(id)?.variantOf;
      if (choice === undefined || !(hasTurned || this.moot.hasSpent(choice))) continue;
      for (const each of this.standIns.choicesIn(choice)) {
        dirty.add(each);
        addAll(dirty, this.byChoice.get(each));
      }
    }
  }

  private noteKeys(touched: BracketTouched): Set<BracketId> {
    const changed = new Set<BracketId>();
    for (const key of touched.brackets) {
      const id = bracketOfKey(key);
      if (id === undefined) continue;
      changed.add(id);
      if (key === id) continue;
      const suffix = key.slice(id.length + 1);
      if (this.roots.brackets.has(key)) put(this.suffixes, id, suffix);
      else take(this.suffixes, id, suffix);
    }
    for (const key of touched.supports) {
      const voice = voiceKeyOf(key);
      if (voice === undefined) continue;
      changed.add(voice.bracket);
      if (this.roots.supports.has(key)) put(this.speakers, voice.bracket, voice.code);
      else take(this.speakers, voice.bracket, voice.code);
    }
    return changed;
  }

  /** Adds all that was made inside a bracket, and inside that. */
  private addNested(outer: BracketId, nested: Set<BracketId>): void {
    const waiting = [outer];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      for (const id of this.byOuter.get(at) ?? []) {
        if (nested.has(id)) continue;
        nested.add(id);
        waiting.push(id);
      }
    }
  }

  /** Reads a record anew; whether it came, went or lies in another bracket now. */
  private reread(id: BracketId, dirty: Set<BracketId>): boolean {
    const before = this.records.get(id);
    const extras = new Map<string, unknown>();
    for (const suffix of this.suffixes.get(id) ?? []) extras.set(suffix, this.roots.brackets.get(`${id}/${suffix}`));
    const after = readBracket(id, this.roots.brackets.get(id), extras);
    if (before !== undefined) this.file(before, take);
    if (after === undefined) this.records.delete(id);
    else {
      this.records.set(id, after);
      this.file(after, put);
    }
    const voices = new Map<Code, Voice>();
    for (const code of this.speakers.get(id) ?? []) {
      const voice = readVoice(this.roots.supports.get(voiceKey(code, id)));
      if (voice !== undefined) voices.set(code, voice);
    }
    this.voices.set(id, voices);
    dirty.add(id);
    // Its variants have brackets of their own once it is closed.
    if (before?.closed !== after?.closed || (before === undefined) !== (after === undefined))
      addAll(dirty, this.byChoice.get(id));
    for (const record of [before, after]) {
      if (record?.variantOf !== undefined && (record.noText || record.bare)) dirty.add(record.variantOf);
      if (record !== undefined) this.standIns.addTouched(record, dirty);
      // Whose a wording is, and an option's label, hang on what stands beside it.
      if (record?.variantOf !== undefined) addAll(dirty, this.byChoice.get(record.variantOf));
      // Its beginning may stop, or stop no longer, the growth of its neighbours.
      for (const piece of record?.grows ? record.pieces : []) {
        addAll(dirty, this.byStrand.get(piece.strand));
      }
    }
    return before?.within !== after?.within;
  }

  /** Files a record under what it touches, or takes it out again. */
  private file(record: BracketRecord, how: typeof put): void {
    for (const piece of record.pieces) {
      how(this.byStrand, piece.strand, record.id);
      if (piece.provision !== undefined) how(this.byWhole, piece.provision, record.id);
    }
    if (record.within !== undefined) how(this.byOuter, record.within, record.id);
    if (record.variantOf === undefined) return;
    this.standIns.file(record, how);
    how(this.byChoice, record.variantOf, record.id);
    if (record.noText) how(this.silences, record.variantOf, record.id);
  }

  /**
   * Whether a variant is words as they stand, against which its maker offers others: it does not stand behind them.
   * Where its maker offers none beside them, as in a choice that was pasted whole, all its wordings are the maker's.
   */
  private isOthersWords({ kind, variantOf, proponent }: BracketRecord): boolean {
    const choice = kind === 'hold' && variantOf !== undefined ? this.records.get(variantOf) : undefined;
    if (choice === undefined || choice.proponent !== proponent) return false;
    if (choice.noText) return true;
    return [...(this.byChoice.get(choice.id) ?? [])].some((id) => {
      const beside = this.records.get(id)!;
      return beside.kind !== 'hold' && beside.proponent === proponent;
    });
  }

  /** What is written before an option's words, by where it stands among the wordings of its choice. */
  private optionOf(record: BracketRecord): string | undefined {
    const { option, variantOf } = record;
    if (!option || variantOf === undefined || record.closed !== undefined) return undefined;
    if (this.records.get(variantOf)?.closed !== undefined || this.isMoot(variantOf)) return undefined;
    const placeOf = ({ pieces: [piece] }: BracketRecord): number => {
      const root = piece && this.ground.rootOf(piece.provision ?? piece.strand);
      return root === undefined ? -1 : this.ground.indexOf(root);
    };
    const own = placeOf(record);
    const before = this.wordingsOf(variantOf)
      .map(placeOf)
      .filter((place) => place >= 0 && place < own);
    return optionLabel(new Set(before).size + 1, oneOf(this.roots.meta.get('language'), LANGUAGES) ?? 'en');
  }

  /** Whether a record is an option over whole provisions, of a choice that is open. */
  private isOption({ bare, within, variantOf, closed, pieces }: BracketRecord): boolean {
    if (!bare || within !== undefined || variantOf === undefined || closed !== undefined) return false;
    const choice = pieces.length === 0 ? undefined : this.records.get(variantOf);
    return choice?.kind === 'choice' && choice.closed === undefined && choice.pieces.length === 0;
  }

  private offersNoText(id: BracketId): boolean {
    return [...(this.silences.get(id) ?? [])].some((each) => this.records.get(each)?.closed === undefined);
  }

  /** Resolves a bracket anew; whether its value changed. Adds the provisions it lies or lay in to `places`. */
  private resolve(id: BracketId, places: Set<ProvisionId>): boolean {
    const before = this.values.get(id);
    const record = this.records.get(id);
    const { standIns } = this;
    const choice = record?.variantOf ?? standIns.choiceFor(id);
    const variantOf = choice === undefined || this.isMoot(choice) ? undefined : choice;
    const after =
      record &&
      bracketValue(this.ground, record, {
        voices: this.voices.get(id) ?? NO_VOICES,
        noText: this.offersNoText(id),
        variantOf: variantOf && (standIns.choiceInstead(variantOf) ?? variantOf),
        became: standIns.standsFor(record) ?? (record.kind === 'choice' ? standIns.choiceInstead(id) : undefined),
        option: this.optionOf(record),
        isOption: this.isOption(record),
        isOthersWords: this.isOthersWords(record),
        isLoose: this.moot.isLoose(record),
        isMoot: this.moot.isOver(id),
        extentIn: (view, piece) => this.extentIn(view, record, piece),
      });
    if (isSame(before, after)) return false;
    for (const piece of before?.pieces ?? []) {
      take(this.byPlace, piece.provision, id);
      places.add(piece.provision);
    }
    if (before?.goesTo) take(this.byTarget, before.goesTo, id);
    if (after?.goesTo) put(this.byTarget, after.goesTo, id);
    if (after === undefined) this.values.delete(id);
    else this.values.set(id, after);
    for (const piece of after?.pieces ?? []) {
      put(this.byPlace, piece.provision, id);
      places.add(piece.provision);
    }
    return true;
  }

  private depthOf(bracket: Bracket): number {
    let depth = 0;
    for (let at: Bracket | undefined = bracket; at?.within !== undefined && depth < DEEPEST; depth += 1) {
      at = this.values.get(at.within);
    }
    return depth;
  }

  /** Lists the open brackets of a provision anew; whether the list changed. */
  private gather(id: ProvisionId): boolean {
    const entries = [...(this.byPlace.get(id) ?? [])].flatMap((each) => {
      const bracket = this.values.get(each)!;
      if (bracket.closed !== undefined) return [];
      const piece = bracket.pieces.find((one) => one.provision === id)!;
      return [{ bracket, piece, depth: this.depthOf(bracket) }];
    });
    const after = entries.sort(compareNesting).map((entry) => entry.bracket);
    const before = this.inside(id);
    if (before.length === after.length && before.every((bracket, index) => bracket === after[index])) return false;
    if (after.length === 0) this.inProvision.delete(id);
    else this.inProvision.set(id, after);
    return true;
  }
}
