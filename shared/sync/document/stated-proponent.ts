import { CHAIR, isCode, SECRETARIAT } from '../../schema/ids.ts';
import type { Code } from '../../schema/ids.ts';

/**
 * Whose a thing is: the code in its id, save that the chair and the secretariat may write for another (a draft read
 * from a file keeps its proponents). Nobody else can put another's name to their words.
 */
export function statedProponent(holder: Code, stated: unknown): Code {
  const mayState = holder === CHAIR || holder === SECRETARIAT;
  return mayState && typeof stated === 'string' && isCode(stated) ? stated : holder;
}
