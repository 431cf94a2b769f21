import type { Language } from '../schema/draft.ts';
import type { Code } from '../schema/ids.ts';
import type { Delegation, Group } from '../schema/meeting.ts';
import groups from './groups.json' with { type: 'json' };
import participants from './participants.json' with { type: 'json' };

/** A State or organisation that can take part, under the names the United Nations gives it in its six languages. */
export interface KnownParticipant {
  /** ISO 3166 alpha-3 for a State, an acronym for an organisation. */
  readonly code: Code;
  /** Observer States and organisations state no position and do not vote. */
  readonly standing: Delegation['standing'];
  readonly names: Readonly<Record<Language, string>>;
  /** What records call it besides, in English: `US`, `DPRK`, `Ivory Coast`. */
  readonly aliases: readonly string[];
}

/** A negotiating or regional group with its membership as of a date. */
export interface KnownGroup {
  readonly code: Code;
  readonly kind: 'regional' | 'political';
  /** ISO date since which the list of members is this one, as far as is known here. */
  readonly asOf: string;
  readonly members: readonly Code[];
  readonly names: Readonly<Record<Language, string>>;
  readonly aliases: readonly string[];
}

/** The 193 Member States by code, then observer States and organisations. Reviewed by hand; see `test/roster`. */
export const PARTICIPANTS = participants as readonly unknown[] as readonly KnownParticipant[];

/**
 * Regional groups first: they hold each Member State exactly once. The United States stands with WEOG, where it is an
 * observer and is counted for elections; China speaks with the Group of 77 without counting itself a member.
 */
export const GROUPS = groups as readonly unknown[] as readonly KnownGroup[];

/** A participant as a meeting's roster has it, in the meeting's language. */
export function delegationOf({ code, standing, names }: KnownParticipant, language: Language): Delegation {
  return { code, standing, name: names[language] };
}

/** A group as a meeting's roster has it; its members need not be present. */
export function groupOf({ code, names, members, asOf }: KnownGroup, language: Language): Group {
  return { code, name: names[language], members, asOf };
}
