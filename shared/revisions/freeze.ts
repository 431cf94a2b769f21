/**
 * Freezing the live draft into a revision. What a revision may hold is listed here field by field: whatever is not
 * named does not get out. Unattributed, it says nothing of who proposed, seconded or wants to keep what, nor when; ids
 * carry their proponent's code, so they are given the chair's, and keep their digits, by which later revisions are
 * matched with earlier ones.
 */
import type { PublicStatus } from '../procedure/gavel.ts';
import type { Bracket, Piece } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { BracketId, Code, ProvisionId } from '../schema/ids.ts';
import { CHAIR } from '../schema/ids.ts';
import type { Provision, SourceTrim } from '../schema/provision.ts';
import { canonicalJson } from './canonical-json.ts';

/** A frozen, numbered state of the draft: what the record keeps and observers read. */
export interface FrozenRevision {
  readonly number: number;
  /** `Rev.1` */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: Code;
  /** Whether brackets keep their proponents' names. */
  readonly attributed: boolean;
  readonly draft: Draft;
  /** How far the text had come (rule R17); absent in revisions from before it was kept. */
  readonly status?: PublicStatus;
  /** SHA-256 of the canonical form of all the above, hexadecimal (rule R12). */
  readonly hash: string;
}

export interface FreezeRequest {
  readonly draft: Draft;
  /** Numbers in force, by provision; they stand as labels in the revision for ever. */
  readonly numbers: ReadonlyMap<ProvisionId, string>;
  readonly status?: PublicStatus;
  readonly number: number;
  readonly at: number;
  readonly by: Code;
  readonly attributed: boolean;
}

/** The revision, sealed by its hash; `sha256` gives the hexadecimal digest of a text in UTF-8. */
export function freeze(request: FreezeRequest, sha256: (text: string) => string): FrozenRevision {
  const { number, at, by, attributed } = request;
  const status = freezeStatus(request);
  const draft = freezeDraft(request);
  const sealed = { number, name: `Rev.${number}`, at, by, attributed, draft, ...(status && { status }) };
  return { ...sealed, hash: sha256(canonicalJson(sealed)) };
}

/** Whether a revision is what its hash says. */
export function isIntact(revision: FrozenRevision, sha256: (text: string) => string): boolean {
  const { hash, ...sealed } = revision;
  return sha256(canonicalJson(sealed)) === hash;
}

function freezeStatus({ status, attributed }: FreezeRequest): PublicStatus | undefined {
  const named = (ids: readonly ProvisionId[]) => (attributed ? [...ids] : ids.map(anonymous));
  return status && { agreed: named(status.agreed), reopened: named(status.reopened) };
}

function freezeDraft({ draft, numbers, attributed, at }: FreezeRequest): Draft {
  const rename = attributed ? <Id extends string>(id: Id): Id => id : anonymous;
  const provisions = draft.provisions.map((provision) => freezeProvision(provision, { numbers, attributed, rename }));
  const brackets = draft.brackets.map((bracket) => freezeBracket(bracket, { attributed, rename, at }));
  return { title: draft.title, symbol: draft.symbol, language: draft.language, provisions, brackets };
}

type Rename = <Id extends string>(id: Id) => Id;

function freezeProvision(
  provision: Provision,
  how: { readonly numbers: ReadonlyMap<ProvisionId, string>; readonly attributed: boolean; readonly rename: Rename },
): Provision {
  const { id, kind, level, relation, text, marks, proponent, trim } = provision;
  const label = how.numbers.get(id) ?? provision.label;
  return {
    id: how.rename(id),
    kind,
    level,
    ...(relation && { relation: { type: relation.type, to: how.rename(relation.to) } }),
    ...(label !== undefined && { label }),
    text,
    marks: marks.map((mark) => ({ from: mark.from, to: mark.to, kind: mark.kind })),
    proponent: how.attributed ? proponent : CHAIR,
    ...(trim && { trim: freezeTrim(trim) }),
  };
}

/** White space and markup of the file the draft was read from, so that a revision exports as the file was. */
function freezeTrim({ lead, gap, tail, format, inset, bits, of }: SourceTrim): SourceTrim {
  return {
    lead,
    gap,
    ...(tail !== undefined && { tail }),
    ...(format !== undefined && { format }),
    ...(inset !== undefined && { inset }),
    ...(bits && { bits: bits.map(({ at, skip, length, raw }) => ({ at, skip, length, raw })) }),
    ...(of !== undefined && { of }),
  };
}

function freezeBracket(
  bracket: Bracket,
  { attributed, rename, at }: { readonly attributed: boolean; readonly rename: Rename; readonly at: number },
): Bracket {
  const { id, kind, pieces, variantOf, within, bare, option, goesTo, noText } = bracket;
  const { proponent, supporters, keepers, note, opened } = bracket;
  return {
    id: rename(id),
    kind,
    pieces: pieces.map((piece): Piece => ({
      provision: rename(piece.provision),
      from: piece.from,
      to: piece.to,
      label: piece.label,
    })),
    ...(variantOf !== undefined && { variantOf: rename<BracketId>(variantOf) }),
    ...(within !== undefined && { within: rename<BracketId>(within) }),
    ...(bare !== undefined && { bare }),
    ...(option !== undefined && { option }),
    ...(goesTo !== undefined && { goesTo: goesTo === null ? null : rename(goesTo) }),
    ...(noText !== undefined && { noText }),
    proponent: attributed ? proponent : CHAIR,
    supporters: attributed ? [...supporters] : [],
    keepers: attributed ? [...keepers] : [],
    ...(attributed && note !== undefined && { note }),
    opened: attributed ? opened : at,
  };
}

function anonymous<Id extends string>(id: Id): Id {
  return `${CHAIR}-${id.slice(id.indexOf('-') + 1)}` as Id;
}
