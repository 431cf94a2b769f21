import type { Code } from '../schema/ids.ts';
import { GROUPS, PARTICIPANTS } from './known.ts';
import { plain } from './plain.ts';

/** Who a name in a record means, by code, name in any of the six languages, or alias; `undefined` for nobody known. */
export function findByName(name: string): Code | undefined {
  return NAMES.get(plain(name));
}

// Participants after groups: `EU` in a record is the group that speaks for its members, and both have one code.
const NAMES: ReadonlyMap<string, Code> = new Map(
  [...GROUPS, ...PARTICIPANTS].flatMap(({ code, names, aliases }) =>
    [code, ...Object.values(names), ...aliases].map((name): [string, Code] => [plain(name), code]),
  ),
);
