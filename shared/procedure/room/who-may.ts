import { CHAIR, SECRETARIAT, type Code } from '../../schema/ids.ts';
import type { Deed } from './act.ts';

/** Whether somebody may do such a thing at all (rule U2). What comes of it hangs on what was done before. */
export function mayDo(deed: Deed, by: Code): boolean {
  if (by === CHAIR || by === SECRETARIAT) return true;
  switch (deed.type) {
    case 'ask':
    case 'object':
    case 'cast':
    case 'intend':
    case 'clear':
      return deed.code === by;
    case 'take-back':
      // Whose request it is shows in the log; somebody else's stays.
      return true;
    default:
      return false;
  }
}
