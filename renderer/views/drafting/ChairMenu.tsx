import { ChevronDown } from 'lucide-react';
import { freezeNumbers } from '../../../shared/sync/commands/freeze-numbers.ts';
import { Button } from '../../controls/Button.tsx';
import { Menu } from '../../controls/Menu.tsx';
import { useText } from '../../i18n/text.tsx';
import { useObserved, useSession } from '../../session/hooks.ts';
import { useActs } from './use-acts.ts';

const HOUR = 3_600_000;
/** A reading, a half day, a day, and two. */
const WINDOWS = [1, 4, 24, 48] as const;

/** What the chair sets for the whole draft: whether numbers stand, and how long a proposal may go without a second. */
export function ChairMenu() {
  const say = useText();
  const { chair, profile } = useSession();
  const { secondWindow } = useObserved(profile);
  const acts = useActs();
  if (!chair) return null;
  const freeze = (frozen: boolean) => acts.write((replica, hand) => freezeNumbers(replica, hand, { frozen }));
  return (
    <Menu
      label={say('draft.chair.menu')}
      parts={[
        {
          id: 'numbers',
          title: say('draft.chair.numbers'),
          entries: [
            { id: 'freeze', label: say('draft.chair.freeze'), act: () => freeze(true) },
            { id: 'release', label: say('draft.chair.release'), act: () => freeze(false) },
          ],
        },
        {
          id: 'window',
          title: say('draft.chair.window'),
          entries: [
            {
              id: 'none',
              label: say('draft.chair.window.none'),
              chosen: secondWindow === undefined,
              act: () => chair.setSecondWindow(undefined),
            },
            ...WINDOWS.map((hours) => ({
              id: String(hours),
              label: say('draft.chair.window.hours', { count: hours }),
              chosen: secondWindow === hours * HOUR,
              act: () => chair.setSecondWindow(hours * HOUR),
            })),
          ],
        },
      ]}
    >
      <Button tone="plain" size="small">
        {say('draft.chair.menu')}
        <ChevronDown aria-hidden />
      </Button>
    </Menu>
  );
}
