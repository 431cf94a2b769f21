import { useState } from 'react';
import type { ProvisionId } from '../../../../shared/schema/ids.ts';
import { Tabs } from '../../../controls/Tabs.tsx';
import { useText } from '../../../i18n/text.tsx';
import { DivisionPane } from '../division/DivisionPane.tsx';
import { Progress } from '../progress/Progress.tsx';
import { SmallestMovesPane } from './SmallestMovesPane.tsx';
import { WhatIfPane } from './WhatIfPane.tsx';
import './outlook.css';

type Page = 'progress' | 'moves' | 'rules' | 'lines';

/** Where the room has come from, and where it could go: progress, the smallest set of moves, another rule. */
export function Outlook({ onSelect }: { onSelect(id: ProvisionId): void }) {
  const say = useText();
  const [page, setPage] = useState<Page>('progress');
  return (
    <Tabs<Page>
      label={say('board.outlook')}
      chosen={page}
      onChoose={setPage}
      pages={[
        { id: 'progress', label: say('board.progress.title'), content: <Progress /> },
        { id: 'moves', label: say('board.moves.title'), content: <SmallestMovesPane /> },
        { id: 'rules', label: say('board.rule.title'), content: <WhatIfPane onSelect={onSelect} /> },
        { id: 'lines', label: say('division.title'), content: <DivisionPane onSelect={onSelect} /> },
      ]}
    />
  );
}
