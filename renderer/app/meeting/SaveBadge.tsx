import { CircleCheck, CloudOff, HardDrive, RefreshCw, TriangleAlert, Unplug } from 'lucide-react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';

import { Popover } from 'react-aria-components/Popover';
import { isJournalTrouble } from '../../../shared/sync/protocol/refusal.ts';
import { Button } from '../../controls/Button.tsx';
import { useText } from '../../i18n/text.tsx';
import type { SaveState } from '../../session/contract.ts';
import { useSaveState } from '../../session/hooks.ts';
import { useReopen } from './reopen-context.ts';
import './SaveBadge.css';

const ICONS = {
  local: HardDrive,
  saved: CircleCheck,
  connecting: RefreshCw,
  saving: RefreshCw,
  offline: CloudOff,
  refused: TriangleAlert,
  closed: Unplug,
} as const satisfies Record<SaveState['type'], unknown>;

/** The truth about what is saved where, in words; its width does not change with them. */
export function SaveBadge() {
  const say = useText();
  const save = useSaveState();
  const Icon = ICONS[save.type];
  const pending = 'pending' in save ? save.pending : 0;
  const words = breaksRule(save) ? say('save.broken') : say(`save.${save.type}`, { pending });
  return (
    <DialogTrigger>
      <Button tone="plain" size="small" className={`save save-${save.type}`} icon={<Icon aria-hidden />}>
        <span role="status">{words}</span>
      </Button>
      <Popover className="popover save-more" placement="bottom end">
        <Dialog aria-label={words} className="save-dialog">
          <SaveExplanation save={save} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** A change that would be refused again for ever; a disk's trouble passes by itself. */
function breaksRule(save: SaveState): boolean {
  return save.type === 'refused' && !isJournalTrouble(save.reason);
}

function SaveExplanation({ save }: { save: SaveState }) {
  const say = useText();
  const reopen = useReopen();
  const pending = 'pending' in save ? save.pending : 0;
  const isLacking = save.type === 'refused' && save.reason === 'words-accepted' && !save.stopped;
  return (
    <>
      <p>{'reason' in save ? say(`reason.${save.reason}`) : say(`save.what.${save.type}`, { pending })}</p>
      {'stopped' in save && save.stopped && <p>{say('save.what.stopped')}</p>}
      {'kept' in save && !save.kept && <p className="save-warning">{say('save.what.memory')}</p>}
      {reopen && breaksRule(save) && !(isLacking && pending > 0) && (
        <>
          <p>{say(isLacking ? 'save.what.lacking' : 'save.reopen.what')}</p>
          <Button size="small" onPress={reopen}>
            {say('save.reopen')}
          </Button>
        </>
      )}
    </>
  );
}
