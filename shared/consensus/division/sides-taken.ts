import type { Code } from '../../schema/ids.ts';
import type { Taken } from './slots-taken.ts';

/** Who takes which side of what, as one row of bits a delegation: a bit a wording, 32 to a word. */
export interface SidesTaken {
  /** Everybody who takes a side anywhere, sorted. */
  readonly codes: readonly Code[];
  readonly words: number;
  readonly favour: Uint32Array;
  readonly against: Uint32Array;
}

export function sidesTaken(slots: readonly Taken[]): SidesTaken {
  const codes = [...new Set(slots.flatMap(({ favour, against }) => [...favour, ...against]))].sort();
  const seat = new Map(codes.map((code, at) => [code, at]));
  const words = Math.ceil(slots.length / 32);
  const favour = new Uint32Array(codes.length * words);
  const against = new Uint32Array(codes.length * words);
  slots.forEach((slot, at) => {
    const bit = 1 << (at & 31);
    for (const code of slot.favour) favour[seat.get(code)! * words + (at >> 5)]! |= bit;
    for (const code of slot.against) against[seat.get(code)! * words + (at >> 5)]! |= bit;
  });
  return { codes, words, favour, against };
}

/** On how many wordings two delegations, by seat, take the same side, and on how many opposite ones. */
export function sharedSides(
  { words, favour, against }: SidesTaken,
  a: number,
  b: number,
): { readonly same: number; readonly opposed: number } {
  let same = 0;
  let opposed = 0;
  for (let at = 0, from = a * words, to = b * words; at < words; at++, from++, to++) {
    const yes = favour[from]!;
    const no = against[from]!;
    const otherYes = favour[to]!;
    const otherNo = against[to]!;
    // Most of a draft is nothing that either has spoken on.
    if (((yes | no) & (otherYes | otherNo)) === 0) continue;
    same += bits((yes & otherYes) | (no & otherNo));
    opposed += bits((yes & otherNo) | (no & otherYes));
  }
  return { same, opposed };
}

function bits(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
