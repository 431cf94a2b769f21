import { layOut } from '../../../shared/brackets/lay-out.ts';
import type { GlyphPart, RunPart } from '../../../shared/brackets/layout-contract.ts';
import { notationOf, type Naming } from '../../../shared/brackets/notation.ts';
import { isShapeKind, type Bracket } from '../../../shared/schema/bracket.ts';
import { invariant } from '../../../shared/schema/result.ts';
import { glyphNote, isUnbroken } from '../../../shared/interop/attribution-notes.ts';
import type { BracketId, Code, ProvisionId } from '../../../shared/schema/ids.ts';
import type { Position } from '../../../shared/schema/position.ts';
import { asBracket, impliedIn, isImplied } from '../../../shared/sync/implied.ts';
import type { DraftReplica } from '../../../shared/sync/contract.ts';
import type { GlyphFace } from '../nodes/glyph-node.ts';
import type { RunFace } from '../nodes/run-node.ts';
import type { Tags } from './tags.ts';
import type { PartLook, ProvisionLook } from './look.ts';

/** Deepest nesting that the type still tells apart by weight. */
const WEIGHTS = 4;

export interface DescribeRequest {
  readonly number: string;
  readonly tags: Tags;
  readonly name: Naming;
  /** Whose each client is; without it implied brackets are not known. */
  readonly authors?: ReadonlyMap<number, Code> | undefined;
  /** Positions by the bracket they are on. */
  readonly stances?: ReadonlyMap<BracketId, readonly Position[]> | undefined;
}

/** What a provision in sight shows: the words and glyphs of the layout, dressed. Pure in the replica's state. */
export function describeProvision(
  replica: DraftReplica,
  id: ProvisionId,
  { number, tags, name, authors, stances }: DescribeRequest,
): ProvisionLook {
  const provision = replica.provision(id);
  invariant(provision, 'a provision that is shown is in sight');
  const open = [...replica.bracketsIn(id), ...(authors ? impliedIn(replica, authors, id).map(asBracket) : [])];
  const brackets = new Map(open.map((bracket) => [bracket.id, bracket]));
  const layout = layOut(provision, open, tags);
  const parts: PartLook[] = [];
  let lead = '';
  for (const part of layout) {
    if (part.type === 'run') {
      parts.push({ type: 'run', text: provision.text.slice(part.from, part.to), face: runFace(part, brackets) });
    } else if (part.beforeLabel) {
      lead += part.side === 'open' ? '[' : ']';
    } else {
      parts.push({ type: 'glyph', face: glyphFace(part, brackets, { name, stances }) });
    }
  }
  return {
    face: { kind: provision.kind, level: provision.level, label: provision.label ?? number, lead },
    parts,
  };
}

/** Words proposed are underlined, words proposed for deletion struck, both at once where both are open; a choice's twice. */
function runFace(run: RunPart, brackets: ReadonlyMap<BracketId, Bracket>): RunFace {
  const kinds = new Set(run.covers.map((id) => brackets.get(id)?.kind));
  const look = ['draft-run'];
  for (const kind of ['insert', 'delete', 'hold', 'choice', 'placeholder'] as const) {
    if (kinds.has(kind)) look.push(`in-${kind}`);
  }
  if (run.covers.some((id) => isWording(brackets.get(id)))) look.push('in-variant');
  if (run.italic) look.push('is-italic');
  if (run.bold) look.push('is-bold');
  return { tag: kinds.has('delete') ? 'del' : kinds.has('insert') ? 'ins' : 'span', look: look.join(' ') };
}

/** Whether a bracket is one of a choice's wordings in a line; variants over whole paragraphs are plain enough. */
function isWording(bracket: Bracket | undefined): boolean {
  if (bracket?.variantOf === undefined || bracket.bare === true) return false;
  return bracket.pieces.length === 1 && bracket.pieces[0]?.label === false;
}

function glyphFace(
  glyph: GlyphPart,
  brackets: ReadonlyMap<BracketId, Bracket>,
  { name, stances }: Pick<DescribeRequest, 'name' | 'stances'>,
): GlyphFace {
  const bracket = brackets.get(glyph.bracket);
  const look = ['draft-glyph', `depth-${Math.min(glyph.depth, WEIGHTS)}`];
  if (glyph.leans && !(bracket && isShapeKind(bracket.kind))) look.push('leaning');
  if (bracket !== undefined) look.push(isImplied(bracket.id) ? 'of-implied' : `of-${bracket.kind}`);
  const proponent = glyphNote(glyph, brackets, stances);
  if (proponent !== '' && isUnbroken(proponent)) look.push('note-unbroken');
  if (glyph.meets) look.push('meets');
  return {
    bracket: glyph.bracket,
    side: glyph.side,
    look: look.join(' '),
    tag: glyph.tag ?? '',
    says: glyph.says ?? (bracket !== undefined && glyph.side === 'open' ? notationOf(bracket, name) : ''),
    bare: glyph.says !== undefined,
    proponent,
  };
}
