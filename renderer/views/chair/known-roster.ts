import type { KnownGroup, KnownParticipant } from '../../../shared/roster/known.ts';
import type { Language } from '../../../shared/schema/draft.ts';
import type { Code } from '../../../shared/schema/ids.ts';
import { plain } from '../../../shared/roster/plain.ts';
import type { Delegation, Group } from '../../../shared/schema/meeting.ts';

/** Who is known to take part in meetings, to search in. */
export interface KnownRoster {
  readonly groups: readonly KnownGroup[];
  /** The Member States of the United Nations. */
  readonly states: readonly KnownParticipant[];
  participant(code: Code): KnownParticipant | undefined;
  membersOf(group: KnownGroup): readonly KnownParticipant[];
  /** By code, alias or a name in any language: those it begins first, then those it stands in. */
  matching(query: string): readonly KnownParticipant[];
  delegationOf(participant: KnownParticipant, language: Language): Delegation;
  groupOf(group: KnownGroup, language: Language): Group;
}

let opened: Promise<KnownRoster> | undefined;

export function knownRoster(): Promise<KnownRoster> {
  opened ??= import('../../../shared/roster/known.ts').then(({ PARTICIPANTS, GROUPS, delegationOf, groupOf }) => {
    const byCode = new Map(PARTICIPANTS.map((one) => [one.code, one]));
    const names = PARTICIPANTS.map((one) => ({
      one,
      names: [one.code, ...Object.values(one.names), ...one.aliases].map(plain),
    }));
    return {
      groups: GROUPS,
      states: PARTICIPANTS.filter(({ standing }) => standing === 'member'),
      participant: (code) => byCode.get(code),
      membersOf: ({ members }) => members.flatMap((code) => byCode.get(code) ?? []),
      matching(query) {
        const wanted = plain(query);
        const rank = (all: readonly string[]) =>
          all.includes(wanted)
            ? 0
            : all.some((name) => name.startsWith(wanted))
              ? 1
              : all.some((name) => name.includes(wanted))
                ? 2
                : 3;
        return names
          .map(({ one, names: all }) => ({ one, at: rank(all) }))
          .filter(({ at }) => at < 3)
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
      },
      delegationOf,
      groupOf,
    } satisfies KnownRoster;
  });
  return opened;
}
