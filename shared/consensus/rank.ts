import type { ProvisionAssessment, Status } from './assessment.ts';

const PLACE: Readonly<Record<Exclude<Status, 'reopened'>, number>> = {
  blocked: 0,
  reserved: 1,
  open: 2,
  ready: 3,
  agreed: 4,
};

/**
 * Hardest first (rule C9): what is blocked, reserved, open, ready, agreed, in that order; a reopened provision by what
 * stands in it, and before what is ready. Within one of these: independent objectors, objectors, deadlocked brackets,
 * reserves, provisions that hang on it, open brackets, open longest. 0 where only the reading order is left to tell.
 */
export function compareHardness(a: ProvisionAssessment, b: ProvisionAssessment): number {
  return (
    place(a) - place(b) ||
    b.independent - a.independent ||
    b.objectors.length - a.objectors.length ||
    deadlocks(b) - deadlocks(a) ||
    b.reserves.length - a.reserves.length ||
    b.dependants - a.dependants ||
    b.brackets.length - a.brackets.length ||
    since(a) - since(b)
  );
}

function place({ status, objectors, reserves }: ProvisionAssessment): number {
  if (status !== 'reopened') return PLACE[status];
  return objectors.length > 0 ? PLACE.blocked : reserves.length > 0 ? PLACE.reserved : PLACE.open;
}

function deadlocks({ brackets }: ProvisionAssessment): number {
  let count = 0;
  for (const { deadlocked } of brackets) if (deadlocked) count++;
  return count;
}

function since({ reasons }: ProvisionAssessment): number {
  for (const reason of reasons) if (reason.type === 'open-since') return reason.at;
  return Number.MAX_SAFE_INTEGER;
}
