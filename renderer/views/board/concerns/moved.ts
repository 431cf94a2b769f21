import type { Assessment, ProvisionAssessment, Status } from '../../../../shared/consensus/assessment.ts';
import type { BracketId, Code, ProvisionId } from '../../../../shared/schema/ids.ts';

/** What somebody saw of a provision when they last looked. */
export interface Seen {
  readonly status: Status;
  readonly brackets: readonly BracketId[];
  readonly objectors: readonly Code[];
}

/** A look at the whole board. */
export interface Look {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly provisions: Readonly<Record<ProvisionId, Seen>>;
}

/** What is otherwise than it was then. */
export interface Move {
  readonly provision: ProvisionId;
  /** Absent for a provision that was not there. */
  readonly before?: Status;
  readonly after: Status;
  readonly opened: number;
  readonly closed: number;
  /** Delegations that object now and did not, and the other way round. */
  readonly more: number;
  readonly fewer: number;
}

export function lookAt({ provisions }: Assessment, at: number): Look {
  return { at, provisions: Object.fromEntries([...provisions].map(([id, found]) => [id, seenOf(found)])) };
}

/** What has moved since, in reading order; nothing for what stands as it stood. */
export function movedSince({ provisions }: Look, now: Assessment): readonly Move[] {
  return [...now.provisions.values()].flatMap((found) => {
    const then = provisions[found.provision];
    const seen = seenOf(found);
    const move: Move = {
      provision: found.provision,
      ...(then ? { before: then.status } : {}),
      after: found.status,
      opened: missing(seen.brackets, then?.brackets),
      closed: missing(then?.brackets ?? [], seen.brackets),
      more: missing(seen.objectors, then?.objectors),
      fewer: missing(then?.objectors ?? [], seen.objectors),
    };
    const moved = move.before !== move.after || move.opened + move.closed + move.more + move.fewer > 0;
    return moved ? [move] : [];
  });
}

/** Reads a look that was kept as JSON; anything else is none. */
export function readLook(text: string | null): Look | undefined {
  try {
    const raw: unknown = JSON.parse(text ?? '');
    const look = raw as Look;
    return typeof look === 'object' && typeof look.at === 'number' && typeof look.provisions === 'object'
      ? look
      : undefined;
  } catch {
    return undefined;
  }
}

function seenOf({ status, brackets, objectors }: ProvisionAssessment): Seen {
  return { status, brackets: brackets.map(({ bracket }) => bracket), objectors };
}

function missing(these: readonly string[], there: readonly string[] = []): number {
  const known = new Set(there);
  return these.filter((one) => !known.has(one)).length;
}
