import { blockEnd } from '../schema/block-end.ts';
import { isShapeKind, type Bracket } from '../schema/bracket.ts';
import type { ProvisionId } from '../schema/ids.ts';
import type { Mark, Provision } from '../schema/provision.ts';

/** A place in a provision's words. */
export interface WordPlace {
  readonly provision: ProvisionId;
  readonly offset: number;
}

/** Provisions after proposals about their shape were carried out, and the way between the places of their words. */
export interface Reshaped {
  readonly provisions: readonly Provision[];
  /** Where a place is afterwards; what opens a second half is in it. `undefined` for a provision that is not there. */
  after(place: WordPlace): WordPlace | undefined;
  before(place: WordPlace): WordPlace | undefined;
}

/** Words of one provision as it was, in the one that shows them. */
interface Part {
  readonly of: ProvisionId;
  readonly from: number;
  readonly length: number;
}

interface Shown {
  readonly provision: Provision;
  readonly parts: readonly Part[];
}

/**
 * Moves, splits and joins as the proposals say, in this order (rules T6 and W10): a provision moves with what stands
 * under it, the second half of a split goes by the proposal's id, a joined one stands at the end of the other's words.
 * What has come about already, or whose place is not there, changes nothing. `at`: where a split cuts.
 */
export function reshape(
  provisions: readonly Provision[],
  proposals: readonly Bracket[],
  at: (bracket: Bracket) => number,
): Reshaped {
  const list: Shown[] = provisions.map((provision) => ({
    provision,
    parts: [{ of: provision.id, from: 0, length: provision.text.length }],
  }));
  const find = (id: ProvisionId | null | undefined) => list.findIndex(({ provision }) => provision.id === id);
  const shapes = proposals.filter(({ kind }) => isShapeKind(kind));
  const of = (kind: Bracket['kind']) => shapes.filter((bracket) => bracket.kind === kind);
  const subject = ({ pieces }: Bracket) => find(pieces[0]?.provision);
  for (const move of of('move')) {
    const [from, to] = [subject(move), find(move.goesTo)];
    if (from < 0 || (move.goesTo !== null && to < 0)) continue;
    const count = blockEnd(from, list.length, (at) => list[at]!.provision) - from;
    if (move.goesTo !== null && to >= from && to < from + count) continue;
    const block = list.splice(from, count);
    list.splice(move.goesTo === null ? 0 : find(move.goesTo) + 1, 0, ...block);
  }
  for (const split of of('split').toSorted((one, other) => at(other) - at(one))) {
    const from = subject(split);
    const whole = list[from];
    if (whole && at(split) > 0 && at(split) < whole.provision.text.length)
      list.splice(from, 1, ...halves(whole, at(split), split.id as unknown as ProvisionId));
  }
  for (const join of of('join')) {
    const [from, to] = [subject(join), find(join.goesTo)];
    if (from < 0 || to < 0 || from === to) continue;
    list[to] = joined(list[to]!, list[from]!);
    list.splice(from, 1);
  }
  return { provisions: list.map(({ provision }) => provision), ...wayBetween(list) };
}

function wayBetween(list: readonly Shown[]): Pick<Reshaped, 'after' | 'before'> {
  const parts = list.flatMap((shown) => {
    let base = 0;
    return shown.parts.map((part) => ({
      ...part,
      shown: shown.provision.id,
      base: (base += part.length) - part.length,
    }));
  });
  return {
    after({ provision, offset }) {
      const part = parts
        .filter(({ of, from, length }) => of === provision && from <= offset && offset <= from + length)
        .toSorted((one, other) => other.from - one.from)[0];
      return part && { provision: part.shown, offset: part.base + offset - part.from };
    },
    before({ provision, offset }) {
      const part = parts.findLast(({ shown, base }) => shown === provision && base <= offset);
      return part && { provision: part.of, offset: part.from + offset - part.base };
    },
  };
}

function halves({ provision, parts }: Shown, at: number, id: ProvisionId): readonly [Shown, Shown] {
  const [only] = parts;
  const { kind, level, text, marks, proponent } = provision;
  const cut = (from: number, to: number): readonly Mark[] =>
    marks.flatMap((mark) => {
      const kept = { ...mark, from: Math.max(mark.from, from) - from, to: Math.min(mark.to, to) - from };
      return kept.to > kept.from ? [kept] : [];
    });
  return [
    { provision: { ...provision, text: text.slice(0, at), marks: cut(0, at) }, parts: [{ ...only!, length: at }] },
    {
      provision: { id, kind, level, text: text.slice(at), marks: cut(at, text.length), proponent },
      parts: [{ of: only!.of, from: only!.from + at, length: only!.length - at }],
    },
  ];
}

function joined(to: Shown, { provision, parts }: Shown): Shown {
  const base = to.provision.text.length;
  const marks = provision.marks.map((mark): Mark => ({ ...mark, from: mark.from + base, to: mark.to + base }));
  return {
    provision: { ...to.provision, text: to.provision.text + provision.text, marks: [...to.provision.marks, ...marks] },
    parts: [...to.parts, ...parts],
  };
}
