import * as Y from 'yjs';
import type { BracketJson, EdgeJson, PieceJson } from './document/bracket-record.ts';
import type { DraftSeed } from './contract.ts';
import { orderKeys } from './document/order-key.ts';
import type { Made } from './document/provision-record.ts';
import { packBracket } from './document/packed-bracket.ts';
import { rootsOf, SCHEMA_VERSION, SEED } from './document/roots.ts';
import { idAt, viewStrand } from './reading/strand.ts';
import type { StrandView } from './reading/strand.ts';
import { voiceKey } from './document/voice-record.ts';
import { fillStrand, wellFormed } from './writing/words.ts';
import type { Bracket, Piece } from '../schema/bracket.ts';
import { proponentOf } from '../schema/ids.ts';
import type { ProvisionId } from '../schema/ids.ts';
import type { Provision, SourceTrim } from '../schema/provision.ts';
import { invariant } from '../schema/result.ts';

const NOTHING_KNOWN = { isBornHere: (_id: string): _id is ProvisionId => false, restored: [] };

/**
 * Writes a draft into an empty document, in one transaction. What `read()` then gives equals the draft, and so does
 * every later replica of it. Only one peer may seed a document, and only after it knows that it is empty: the relay
 * answers a first synchronisation when the room is loaded.
 */
export function seedDraft(doc: Y.Doc, draft: DraftSeed): void {
  const { meta, provisions, brackets, supports } = rootsOf(doc);
  invariant(provisions.size === 0 && meta.size === 0, 'a document is seeded once');
  doc.transact(() => {
    meta.set('version', SCHEMA_VERSION);
    meta.set('title', draft.title);
    meta.set('symbol', draft.symbol);
    meta.set('language', draft.language);
    const keys = orderKeys(draft.provisions.length);
    const views = new Map<ProvisionId, StrandView>();
    draft.provisions.forEach((provision, index) => {
      const strand = new Y.Text();
      const entry = new Y.Map<unknown>([
        ['made', madeOf(provision, keys[index]!)],
        ['strand', strand],
      ]);
      provisions.set(provision.id, entry);
      fillStrand(strand, wellFormed(provision.text), provision.marks);
      views.set(provision.id, viewStrand(provision.id, strand, NOTHING_KNOWN));
    });
    const lengths = new Map(draft.provisions.map((provision) => [provision.id, provision.text.length]));
    for (const bracket of draft.brackets) {
      brackets.set(bracket.id, packBracket(bracketJson(bracket, views, lengths)));
      for (const code of bracket.supporters) supports.set(voiceKey(code, bracket.id), 'second');
      for (const code of bracket.keepers) supports.set(voiceKey(code, bracket.id), 'keep');
    }
  }, SEED);
}

function madeOf(provision: Provision, order: string): Made {
  const { relation, trim } = provision;
  return {
    k: provision.kind,
    l: provision.level,
    o: order,
    e: 1,
    ...(relation && { r: [relation.type, relation.to] }),
    ...(provision.label !== undefined && { n: provision.label }),
    ...(trim && { t: trimJson(trim) }),
    ...(proponentOf(provision.id) !== provision.proponent && { by: provision.proponent }),
  };
}

/** A trim as `trimOf` reads it back: lead, gap and tail, then what only some sources have. */
function trimJson({ lead, gap, tail, format, inset, bits, of }: SourceTrim): NonNullable<Made['t']> {
  const more = {
    ...(format && { f: format }),
    ...(inset !== undefined && { i: inset }),
    ...(bits && { b: bits.map((bit) => [bit.at, bit.skip, bit.length, bit.raw]) }),
    ...(of !== undefined && { o: of }),
  };
  if (Object.keys(more).length > 0) return [lead, gap, tail ?? null, more];
  return tail === undefined ? [lead, gap] : [lead, gap, tail];
}

function edgeJson(view: StrandView, unit: number | undefined): EdgeJson {
  const id = unit === undefined ? undefined : idAt(view, unit);
  return id === undefined ? 0 : [id.client, id.clock];
}

function pieceJson(piece: Piece, view: StrandView, whole: boolean): PieceJson {
  if (whole) return { p: piece.provision };
  const label = piece.label && { n: 1 as const };
  if (piece.to > piece.from) {
    return { s: view.owner, a: edgeJson(view, piece.from), b: edgeJson(view, piece.to - 1), ...label };
  }
  // An empty bracket keeps its place between the characters beside it.
  const left: readonly [number, number, 1] | 0 = piece.from === 0 ? 0 : [...idOf(view, piece.from - 1), 1];
  return { s: view.owner, a: left, b: left === 0 ? 1 : [left[0], left[1]], ...label };
}

function idOf(view: StrandView, unit: number): readonly [number, number] {
  const id = idAt(view, unit);
  invariant(id, 'a piece lies inside its provision');
  return [id.client, id.clock];
}

function bracketJson(
  bracket: Bracket,
  views: ReadonlyMap<ProvisionId, StrandView>,
  lengths: ReadonlyMap<ProvisionId, number>,
): BracketJson {
  const isHead = bracket.kind === 'move' || bracket.kind === 'join';
  const pieces = bracket.pieces.map((piece) => {
    if (isHead) return { p: piece.provision };
    const view = views.get(piece.provision);
    const length = lengths.get(piece.provision);
    invariant(view !== undefined && length !== undefined, 'a piece lies in a provision of the draft');
    return pieceJson(piece, view, piece.label && piece.from === 0 && piece.to === length);
  });
  return {
    k: bracket.kind,
    s: pieces,
    ...(bracket.variantOf && { v: bracket.variantOf }),
    ...(bracket.within && { w: bracket.within }),
    ...(bracket.bare && { b: 1 as const }),
    ...(bracket.option !== undefined && { x: 1 as const }),
    ...(bracket.noText && { n: 1 as const }),
    ...(bracket.goesTo !== undefined && { m: bracket.goesTo }),
    ...(bracket.note !== undefined && { t: bracket.note }),
    ...(proponentOf(bracket.id) !== bracket.proponent && { c: bracket.proponent }),
    o: bracket.opened,
  };
}
