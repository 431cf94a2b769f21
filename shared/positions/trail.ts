import type { Position, Stance } from '../schema/position.ts';

/** How a position stood from a moment on; `withdrawn`: it was taken back. */
export interface StanceStep {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly stance: Stance | 'withdrawn';
  readonly audience: Position['audience'];
}

/**
 * What became of a position, oldest first (rule K17): a step that said nothing new is left out, and so is one that was
 * replaced before `patience` milliseconds had gone, which is what an undo leaves. `steps`: in any order.
 */
export function trailOf(steps: readonly StanceStep[], patience: number): readonly StanceStep[] {
  const trail: StanceStep[] = [];
  for (const step of steps.toSorted((one, other) => one.at - other.at)) {
    while (trail.length > 0 && step.at - trail.at(-1)!.at < patience) trail.pop();
    const before = trail.at(-1);
    const same = before ? sameWord(before, step) : step.stance === 'withdrawn';
    if (!same) trail.push(step);
  }
  return trail;
}

function sameWord(one: StanceStep, other: StanceStep): boolean {
  return one.stance === other.stance && (one.stance === 'withdrawn' || one.audience === other.audience);
}
