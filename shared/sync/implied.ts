import { authorsOf } from './reading/authors.ts';
import { isChairs, isOwn, pieceExtent } from './writing/bracket-write.ts';
import type { DraftReplica } from './contract.ts';
import { acceptedIn, covers, cutsOf } from './writing/own-words.ts';
import { workings } from './replica.ts';
import type { Replica } from './replica.ts';
import type { Extent } from './reading/extent.ts';
import type { LaidPart } from './reading/compose.ts';
import { isShapeKind, type Bracket, type Span } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { BracketId, Code, ProvisionId } from '../schema/ids.ts';

/** Words of a delegation that stand in the text unmarked: shown as a bracket of its own, and open (rule W6). */
export interface ImpliedBracket extends Span {
  readonly code: Code;
}

/** Where words of this delegation stand in brackets of its own, or were accepted, in one part of a provision. */
function settledIn(live: Replica, code: Code, part: LaidPart): Extent[] {
  const { brackets, views } = live.index;
  const view = views.get(part.strand)!;
  const extents: Extent[] = [];
  extents.push(...acceptedIn(live, { code }, view));
  for (const record of brackets.recordsIn(part.strand)) {
    if (isShapeKind(record.kind) || record.closed !== undefined || !isOwn({ code }, record.id)) continue;
    record.pieces.forEach((piece, index) => {
      const extent = piece.strand === part.strand && pieceExtent(live, record, index);
      if (extent) extents.push(extent);
    });
    // What parts a wording from the one before it goes with the wording.
    if (record.closed === undefined) extents.push(...brackets.partingOf(view, record));
  }
  const start = view.segments[part.segment]!.from;
  return extents.map(({ from, to }) => ({ from: from - start + part.base, to: to - start + part.base }));
}

/** A delegation's words in one provision that are neither in a bracket of its own nor accepted by a ruling. */
export function impliedIn(
  replica: DraftReplica,
  registry: ReadonlyMap<number, Code>,
  provision: ProvisionId,
): ImpliedBracket[] {
  const live = workings(replica);
  const implied: ImpliedBracket[] = [];
  const parts = live.index.composed.get(provision)?.parts ?? [];
  const speaks = (client: number): boolean => {
    const code = registry.get(client);
    return code !== undefined && !isChairs({ code });
  };
  // Most provisions are the chair's alone.
  if (!parts.some(({ strand }) => [...live.index.views.get(strand)!.places.keys()].some(speaks))) return implied;
  for (const { from, to, client } of authorsOf(live.index, provision)) {
    const code = registry.get(client);
    if (code === undefined || isChairs({ code })) continue;
    for (const part of parts) {
      const first = Math.max(from, part.base);
      const last = Math.min(to, part.base + part.length);
      if (last <= first) continue;
      const settled = settledIn(live, code, part);
      const cuts = cutsOf(first, last, settled);
      cuts.slice(0, -1).forEach((start, index) => {
        const end = cuts[index + 1]!;
        if (covers(settled, start, end)) return;
        const before = implied.at(-1);
        if (before !== undefined && before.code === code && before.to === start) {
          implied[implied.length - 1] = { ...before, to: end };
        } else implied.push({ provision, from: start, to: end, code });
      });
    }
  }
  return implied;
}

const IMPLIED = 'implied0';

/** The bracket that is drawn for one, on the screen and on paper; `place` tells it from the others that are drawn with it. */
export function asBracket({ code, provision, from, to }: ImpliedBracket, place: number): Bracket {
  return {
    id: `${code}-${IMPLIED}${place.toString(36).padStart(4, '0')}` as BracketId,
    kind: 'insert',
    pieces: [{ provision, from, to, label: false }],
    proponent: code,
    supporters: [],
    keepers: [],
    opened: 0,
  };
}

/** Whether a bracket stands in no document, and is only drawn. */
export function isImplied(id: BracketId): boolean {
  return id.includes(`-${IMPLIED}`);
}

/**
 * The draft with its implied brackets among the others, for what leaves the meeting: export, print and revisions have
 * the characters that the screen has (rule W6). The same object where there are none.
 */
export function drawnDraft(replica: DraftReplica, registry: ReadonlyMap<number, Code>): Draft {
  const draft = replica.read();
  const implied = impliedBrackets(replica, registry).map(asBracket);
  if (implied.length === 0) return draft;
  const startOf = ({ pieces: [piece] }: Bracket) =>
    piece && { at: replica.indexOf(piece.provision), from: piece.from, to: piece.to };
  const brackets: Bracket[] = [];
  let next = 0;
  for (const bracket of draft.brackets) {
    const here = startOf(bracket);
    for (; here && next < implied.length; next += 1) {
      const start = startOf(implied[next]!)!;
      if ((start.at - here.at || start.from - here.from || here.to - start.to) >= 0) break;
      brackets.push(implied[next]!);
    }
    brackets.push(bracket);
  }
  return { ...draft, brackets: [...brackets, ...implied.slice(next)] };
}

/** All implied brackets of the draft, in reading order. `registry`: whose client each is, as the relay recorded it. */
export function impliedBrackets(replica: DraftReplica, registry: ReadonlyMap<number, Code>): ImpliedBracket[] {
  return replica.read().provisions.flatMap(({ id }) => impliedIn(replica, registry, id));
}
