/**
 * The room `desk/CODE`: notes and wording in preparation, of one delegation or one group. Whoever may open it writes in
 * it what they like, within the closed root and a bounded depth.
 */
import type { Policy } from '../policy.ts';
import { ROOM_ROOTS } from '../room-roots.ts';

const DEEPEST = 6;

export const deskPolicy: Policy = {
  put({ path }) {
    if (ROOM_ROOTS.desk[path[0] ?? ''] === undefined) return 'root-unknown';
    return path.length > DEEPEST ? 'update-too-deep' : undefined;
  },
  take: () => undefined,
};
