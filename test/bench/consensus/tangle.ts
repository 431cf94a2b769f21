import type { Choice, MoveModel, RedLine } from '../../../shared/consensus/moves/red-lines.ts';
import type { BracketId, Code, ProvisionId } from '../../../shared/schema/ids.ts';
import type { VariantId } from '../../../shared/schema/position.ts';
import { seeded } from './meeting.ts';

/** As hard as it gets: brackets in which every red line hangs on a wording of another bracket, anywhere in the draft. */
export function makeTangle(brackets: number, variants: number, lines: number, seed = 1): MoveModel {
  const random = seeded(seed);
  const upTo = (n: number) => Math.floor(random() * n);
  const slates = Array.from({ length: brackets }, (_, at) => {
    const bracket = `CHAIR-t${String(at).padStart(8, '0')}` as BracketId;
    return {
      bracket,
      provision: `CHAIR-p${String(at).padStart(8, '0')}` as ProvisionId,
      variants: Array.from({ length: variants }, (_, side) => `${bracket}${side}` as VariantId),
      supporters: new Map(),
    };
  });
  const anyChoice = (): Choice => {
    const slate = slates[upTo(slates.length)]!;
    return { bracket: slate.bracket, variant: slate.variants[upTo(variants)]! };
  };
  const redLines = Array.from({ length: lines }, (): RedLine => ({
    by: `D${upTo(193)}` as Code,
    on: anyChoice(),
    unless: anyChoice(),
  }));
  return { slates, redLines, promises: [] };
}
