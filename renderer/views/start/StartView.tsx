import type { ReactNode } from 'react';
import type { Entrance } from '../../session/meetings/contract.ts';
import { Button } from '../../controls/Button.tsx';
import { useText } from '../../i18n/text.tsx';
import type { Session } from '../../session/contract.ts';
import { JoinWay } from './JoinWay.tsx';
import { KeptMeetings } from './KeptMeetings.tsx';
import { Specimen } from './Specimen.tsx';
import { useWay } from './use-way.ts';
import { WayIn } from './WayIn.tsx';
import './StartView.css';

export interface StartViewProps {
  readonly entrance: Entrance;
  /** Language and appearance, at the top. */
  readonly settings: ReactNode;
  /** Why joining by the page's own address failed. */
  readonly joinFault: unknown;
  onEnter(session: Session): void;
  /** Lets the user choose a file and goes on to the import report. */
  onChooseFile(): Promise<void>;
}

/** The first screen: the ways into a meeting, what is kept on this machine, and how a draft reads. */
export function StartView({ entrance, settings, joinFault, onEnter, onChooseFile }: StartViewProps) {
  const say = useText();
  const demonstration = useWay();
  const make = useWay();
  return (
    <div className="start">
      <header className="start-bar">
        <span className="wordmark">{say('app.name')}</span>
        {settings}
      </header>
      <main className="start-body">
        <div className="start-statement">
          <h1>{say('start.statement')}</h1>
          <p>{say('start.lead')}</p>
        </div>
        <div className="start-ways" role="group" aria-label={say('start.ways')}>
          <WayIn title={say('start.demo.title')} lead={say('start.demo.lead')} way={demonstration}>
            <Button
              tone="primary"
              isDisabled={demonstration.busy}
              onPress={() => demonstration.go(async () => onEnter(await entrance.openDemonstration()))}
            >
              {say('start.demo.open')}
            </Button>
          </WayIn>
          <WayIn title={say('start.make.title')} lead={say('start.make.lead')} way={make}>
            <Button isDisabled={make.busy} onPress={() => make.go(onChooseFile)}>
              {say('start.make.choose')}
            </Button>
          </WayIn>
          <JoinWay joinFault={joinFault} join={async (invitation) => onEnter(await entrance.join(invitation))} />
        </div>
        <aside className="start-aside">
          <KeptMeetings entrance={entrance} open={async (meeting) => onEnter(await entrance.reopen(meeting))} />
          <Specimen />
        </aside>
      </main>
    </div>
  );
}
