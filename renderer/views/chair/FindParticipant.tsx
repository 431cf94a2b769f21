import { useEffect, useState } from 'react';
import type { KnownGroup, KnownParticipant } from '../../../shared/roster/known.ts';
import type { Delegation, Group } from '../../../shared/schema/meeting.ts';
import { Button } from '../../controls/Button.tsx';
import { Select } from '../../controls/Select.tsx';
import { TextField } from '../../controls/TextField.tsx';
import { useText } from '../../i18n/text.tsx';
import { useObserved, useSession } from '../../session/hooks.ts';
import { knownRoster, type KnownRoster } from './known-roster.ts';

export interface FindParticipantProps {
  readonly query: string;
  onQuery(query: string): void;
  /** Codes that are in the roster. */
  readonly taken: ReadonlySet<string>;
  onAdd(added: { readonly delegations: readonly Delegation[]; readonly groups: readonly Group[] }): void;
}

const SHOWN = 8;
const ALL_STATES = 'all-states';

/** Finds among those present, and offers whoever is known and not here yet; or a whole group with its members. */
export function FindParticipant({ query, onQuery, taken, onAdd }: FindParticipantProps) {
  const say = useText();
  const { profile } = useSession();
  const { language } = useObserved(profile);
  const [known, setKnown] = useState<KnownRoster>();
  const [chosen, choose] = useState<string>();
  // 193 names in six languages are read when the roster is first opened, and not before.
  useEffect(() => void knownRoster().then(setKnown), []);
  if (!known) return undefined;

  const found = query.trim() ? known.matching(query).filter(({ code }) => !taken.has(code)) : [];
  const groups = known.groups.filter(({ code }) => !taken.has(code) || known.participant(code));
  const group = groups.find(({ code }) => code === chosen);
  const fresh = (group ? known.membersOf(group) : known.states).filter(({ code }) => !taken.has(code));
  const add = (participant: KnownParticipant) =>
    onAdd({ delegations: [known.delegationOf(participant, language)], groups: [] });
  const addAll = (whole: KnownGroup | undefined) =>
    onAdd({
      delegations: fresh.map((participant) => known.delegationOf(participant, language)),
      groups: !whole || taken.has(whole.code) ? [] : [known.groupOf(whole, language)],
    });
  return (
    <>
      <div className="roster-find">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (found[0]) add(found[0]);
          }}
        >
          <TextField
            label={say('roster.find')}
            value={query}
            onChange={onQuery}
            description={say('roster.find.what')}
          />
        </form>
        <div className="roster-whole">
          <Select
            label={say('roster.whole-group')}
            value={group?.code ?? ALL_STATES}
            options={[
              { value: ALL_STATES, label: say('roster.all-states', { count: known.states.length }) },
              ...groups.map(({ code, names, members }) => ({
                value: code as string,
                label: say('roster.whole-group.choice', { name: names[language], count: members.length }),
              })),
            ]}
            onChange={choose}
          />
          <Button isDisabled={!group && fresh.length === 0} onPress={() => addAll(group)}>
            {group
              ? say('roster.whole-group.add', { count: fresh.length })
              : say('roster.all-states.add', { count: fresh.length })}
          </Button>
        </div>
      </div>
      {query.trim() !== '' && (
        <div className="roster-known" role="group" aria-label={say('roster.not-here')}>
          {found.length > 0 && <span>{say('roster.not-here')}</span>}
          {found.slice(0, SHOWN).map((participant) => (
            <Button key={participant.code} size="small" onPress={() => add(participant)}>
              {say('roster.add.known', { name: participant.names[language] })}
            </Button>
          ))}
          {found.length === 0 && known.matching(query).length === 0 && <span>{say('roster.nobody')}</span>}
        </div>
      )}
    </>
  );
}
