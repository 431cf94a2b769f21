import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.tsx';
import { useProcedure, useSaveState } from '../../session/hooks.ts';
import { Adoption } from './Adoption.tsx';
import { FloorSection } from './FloorSection.tsx';
import { SilenceSection } from './SilenceSection.tsx';
import { VoteSection } from './VoteSection.tsx';
import './procedure.css';

/** All that is done in the room, in one place beside the text: for the chair the means, for a delegation its own part. */
export function ProcedurePanel({ display }: { display: ReactNode }) {
  const say = useText();
  const save = useSaveState();
  const { waiting } = useProcedure();
  return (
    <div className="procedure" data-pane="room">
      <FloorSection />
      <SilenceSection />
      <VoteSection />
      <Adoption />
      {display}
      <p className="procedure-note" role="status">
        {waiting.length > 0
          ? say('room.waiting', { count: waiting.length })
          : save.type === 'local'
            ? ''
            : say('room.by-relay')}
      </p>
    </div>
  );
}
