import type { AssessInput } from '../../shared/consensus/assess.ts';
import type { Bracket, BracketKind, Piece } from '../../shared/schema/bracket.ts';
import type { BracketId, Code, ProvisionId, RulingId } from '../../shared/schema/ids.ts';
import type { Delegation, Group } from '../../shared/schema/meeting.ts';
import type { Position, Stance, Target, VariantId } from '../../shared/schema/position.ts';
import type { Provision, ProvisionKind } from '../../shared/schema/provision.ts';
import type { Ruling, RulingAct } from '../../shared/schema/ruling.ts';

// A tiny language for meetings: provisions are p1, p2 …, brackets b1, b2 …, delegations AAA, BBB …

export const code = (text: string) => text as Code;
export const pid = (n: number) => `CHAIR-p0000000${n}` as ProvisionId;
export const bid = (n: number, proponent = 'CHAIR') => `${proponent}-b000000${n}` as BracketId;

export function provision(n: number, text = 'States decide to meet.', kind: ProvisionKind = 'operative'): Provision {
  return { id: pid(n), kind, level: 0, text, marks: [], proponent: code('CHAIR') };
}

export interface BracketSketch extends Partial<Omit<Bracket, 'id' | 'kind' | 'pieces' | 'proponent'>> {
  readonly by?: string;
  readonly from?: number;
  readonly to?: number;
  readonly pieces?: readonly Piece[];
}

/** A bracket over the first characters of provision `at`. */
export function bracket(id: BracketId, kind: BracketKind, at: number, sketch: BracketSketch = {}): Bracket {
  const { by = 'CHAIR', from = 0, to = 6, ...rest } = sketch;
  return {
    id,
    kind,
    pieces: [{ provision: pid(at), from, to, label: false }],
    proponent: code(by),
    supporters: [],
    keepers: [],
    opened: 0,
    ...rest,
  };
}

export const onProvision = (n: number): Target => ({ type: 'provision', provision: pid(n) });
export const onBracket = (id: BracketId): Target => ({ type: 'bracket', bracket: id });
export const onVariant = (id: BracketId, variant: VariantId): Target => ({ type: 'variant', bracket: id, variant });

export function says(
  delegation: string,
  stance: Stance,
  target: Target,
  more: Partial<Omit<Position, 'delegation' | 'stance' | 'target'>> = {},
): Position {
  return { delegation: code(delegation), stance, target, audience: 'room', source: 'national', at: 1, ...more };
}

export function ruling(act: RulingAct, at = 10): Ruling {
  return { id: `CHAIR-r000000${at}` as RulingId, act, by: code('CHAIR'), person: 'Chair', at, about: '' };
}

export const members = (...codes: string[]): Delegation[] =>
  codes.map((text) => ({ code: code(text), name: text, standing: 'member' }));

export const group = (text: string, ...codes: string[]): Group => ({
  code: code(text),
  name: text,
  members: codes.map(code),
  asOf: '2026-01-01',
});

export type Sketch = Partial<Omit<AssessInput, 'draft'>> & {
  readonly provisions?: readonly Provision[];
  readonly brackets?: readonly Bracket[];
};

/** A meeting of AAA to EEE on two provisions, with what the sketch says besides. */
export function meeting(sketch: Sketch = {}): AssessInput {
  const { provisions = [provision(1), provision(2)], brackets = [], ...rest } = sketch;
  return {
    draft: { title: '', symbol: '', language: 'en', provisions, brackets },
    positions: [],
    delegations: members('AAA', 'BBB', 'CCC', 'DDD', 'EEE'),
    groups: [],
    rulings: [],
    ...rest,
  };
}
