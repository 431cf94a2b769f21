import type { Reason } from '../../../../shared/consensus/assessment.ts';

/** Reasons that say something anew, hardest first: what a sharper one has said already is left out. */
export function tellingReasons(reasons: readonly Reason[]): readonly Reason[] {
  const alone = reasons.some((reason) => reason.type === 'lone-objector' && reason.bracket === undefined);
  const deadlocked = new Set(
    reasons.flatMap((reason) => (reason.type === 'bracket-deadlocked' ? [reason.bracket] : [])),
  );
  return reasons.filter((reason) => {
    switch (reason.type) {
      case 'provision-objected':
        return !alone;
      case 'lone-objector':
        return reason.variant !== 'none';
      case 'insisted-on':
        return !deadlocked.has(reason.bracket);
      case 'open-since':
        return false;
      default:
        return true;
    }
  });
}
