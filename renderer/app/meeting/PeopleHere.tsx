import { Users } from 'lucide-react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Button } from '../../controls/Button.tsx';
import { Code } from '../../controls/Code.tsx';
import { useText } from '../../i18n/text.tsx';
import type { Presence } from '../../session/contract.ts';
import { useNumbers, usePresence, useSelected, useSession } from '../../session/hooks.ts';
import './PeopleHere.css';

/** How many are in the text, and who is where. */
export function PeopleHere() {
  const say = useText();
  const others = useSelected(useSession().presence, countOf);
  return (
    <DialogTrigger>
      <Button tone="plain" size="small" className="people" icon={<Users aria-hidden />}>
        {say('people.here', { count: others + 1 })}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog aria-label={say('people.title')} className="people-dialog">
          <PeopleList />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function countOf(others: readonly Presence[]): number {
  return others.length;
}

function PeopleList() {
  const say = useText();
  const { me } = useSession();
  const numbers = useNumbers();
  const others = usePresence();
  return (
    <>
      <ul role="list">
        <li>
          <Code code={me.code} name={me.name} mine />
          <bdi>{me.person}</bdi>
          <span className="people-where">{say('people.me')}</span>
        </li>
        {others.map((person) => (
          <li key={person.client}>
            <Code code={person.code} />
            <bdi>{person.person}</bdi>
            <span className="people-where">
              {person.composing
                ? say('people.writing')
                : person.provision && numbers.get(person.provision)
                  ? say('people.at', { provision: numbers.get(person.provision) ?? '' })
                  : ''}
            </span>
          </li>
        ))}
      </ul>
      {others.length === 0 && <p className="people-where">{say('people.none')}</p>}
    </>
  );
}
