import type { AssessInput } from '../../../shared/consensus/assess.ts';
import type { Bracket } from '../../../shared/schema/bracket.ts';
import type { BracketId, Code, ProvisionId } from '../../../shared/schema/ids.ts';
import { STANCES, type Position, type Target } from '../../../shared/schema/position.ts';
import { positionKey } from '../../../shared/positions/record.ts';

/** How large a made-up meeting is. */
export interface MeetingSize {
  readonly provisions: number;
  readonly brackets: number;
  readonly variantsEach: number;
  readonly delegations: number;
  readonly groups: number;
  readonly positions: number;
  readonly conditions: number;
}

export const FULL_SIZE: MeetingSize = {
  provisions: 400,
  brackets: 1500,
  variantsEach: 3,
  delegations: 193,
  groups: 12,
  positions: 60_000,
  conditions: 300,
};

/** Mulberry32: the same meeting for the same seed on every machine. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pad = (n: number) => String(n).padStart(8, '0');
const codeOf = (at: number) => `D${at}` as Code;

/** A meeting of a size, with stances as they fall in practice: mostly support and acceptance, few objections. */
export function makeMeeting(size: MeetingSize, seed = 1): AssessInput {
  const random = seeded(seed);
  const upTo = (n: number) => Math.floor(random() * n);
  const provisions = Array.from({ length: size.provisions }, (_, at) => ({
    id: `CHAIR-p${pad(at)}` as ProvisionId,
    kind: 'operative' as const,
    level: 0,
    text: 'States undertake to meet and to report on the measures they have taken.',
    marks: [],
    proponent: 'CHAIR' as Code,
  }));
  const brackets: Bracket[] = [];
  for (let at = 0; at < size.brackets; at++) {
    const provision = provisions[Math.floor((at * size.provisions) / size.brackets)]!.id;
    const id = `CHAIR-b${pad(at)}` as BracketId;
    // Field by field, as a replica makes them: objects spread from others have each a layout of its own in V8, and reading
    // six thousand layouts is what would be measured.
    brackets.push({
      id,
      kind: 'choice',
      pieces: [{ provision, from: 0, to: 30, label: false }],
      proponent: 'CHAIR' as Code,
      supporters: [],
      keepers: [],
      opened: 1 + at,
    });
    for (let variant = 0; variant < size.variantsEach; variant++) {
      brackets.push({
        id: `D${at % size.delegations}-v${pad(at * 10 + variant)}` as BracketId,
        kind: 'insert',
        pieces: [{ provision, from: variant * 10, to: variant * 10 + 9, label: false }],
        proponent: codeOf(at % size.delegations),
        supporters: [],
        keepers: [],
        opened: 1 + at,
        variantOf: id,
      });
    }
  }
  const sides = brackets.filter(({ variantOf }) => variantOf !== undefined);
  const codes = Array.from({ length: size.delegations }, (_, at) => codeOf(at));
  const groups = Array.from({ length: size.groups }, (_, at) => ({
    code: `G${at}` as Code,
    name: `Group ${at}`,
    members: codes.filter((_, seat) => seat % size.groups === at || random() < 0.1),
    asOf: '2026-01-01',
  }));
  const filed = new Map<string, Position>();
  while (filed.size < size.positions) {
    const draw = random();
    const side = sides[upTo(sides.length)];
    const target: Target =
      draw < 0.2 || !side
        ? { type: 'provision', provision: provisions[upTo(provisions.length)]!.id }
        : { type: 'variant', bracket: side.variantOf!, variant: side.id };
    const speaker =
      groups.length > 0 && random() < 0.05 ? groups[upTo(groups.length)]!.code : codes[upTo(codes.length)]!;
    const stance = STANCES[Math.min(4, Math.floor(-Math.log(1 - random()) * 1.4))]!;
    const hangs = filed.size < size.conditions ? sides[upTo(sides.length)] : undefined;
    const position: Position = {
      delegation: speaker,
      target,
      stance,
      audience: 'room',
      source: 'national',
      at: 1 + upTo(1000),
      ...(hangs ? { conditionOn: { bracket: hangs.variantOf!, variant: hangs.id } } : {}),
    };
    filed.set(positionKey(position), position);
  }
  return {
    draft: { title: '', symbol: '', language: 'en', provisions, brackets },
    positions: [...filed.values()],
    delegations: codes.map((code) => ({ code, name: code, standing: 'member' })),
    groups,
    rulings: [],
  };
}
