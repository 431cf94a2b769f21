import type { ReactNode } from 'react';
import { useSide, type Side } from '../../app/side.tsx';
import { useText } from '../../i18n/text.tsx';
import { Tabs } from '../../controls/Tabs.tsx';
import './SidePane.css';

/** Beside the text: what explains the provision, and what is done in the room. */
export function SidePane({ margin, room }: { margin: ReactNode; room: ReactNode }) {
  const say = useText();
  const { side, show } = useSide();
  return (
    <div className="side">
      <Tabs<Side>
        label={say('room.tabs')}
        chosen={side}
        onChoose={show}
        pages={[
          { id: 'margin', label: say('room.tab.margin'), content: margin },
          { id: 'room', label: say('room.tab.room'), content: room },
        ]}
      />
    </div>
  );
}
