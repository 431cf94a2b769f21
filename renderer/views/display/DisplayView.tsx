import { useEffect, useMemo, useRef, useState } from 'react';
import { X } from 'lucide-react';
import { IconButton } from '../../controls/IconButton.tsx';
import { useText } from '../../i18n/text.tsx';
import { useDisplay, useDraft, useNumbers, useProcedure, useSession } from '../../session/hooks.ts';
import { useRoomAssessment } from '../../session/room-assessment.ts';
import { useRelayNow } from '../../session/use-relay-now.ts';
import type { DisplaySetting } from '../../session/stores/display-store.ts';
import { useDisplayKeys } from './display-keys.ts';
import { DisplayScreen } from './DisplayScreen.tsx';
import { frameOf, type Frame } from './frame.ts';
import './DisplayView.css';

/** The room display: the provision on the floor for everybody to read, and nothing that is not the room's. */
export function DisplayView({ onLeave }: { onLeave?: () => void }) {
  const say = useText();
  const { me, chair } = useSession();
  const setting = useDisplay();
  const shown = useShown(setting);
  useDisplayKeys(setting, chair?.setDisplay);
  const whole = useRef<HTMLElement>(null);
  useEffect(() => {
    // Over the meeting's screen: what is typed does not go into the text behind it.
    whole.current?.focus();
  }, []);
  useEffect(() => {
    const before = document.title;
    document.title = say('display.title');
    return () => {
      document.title = before;
    };
  }, [say]);
  // Over the meeting's own screen it is a part of that page.
  const Whole = onLeave ? 'section' : 'main';
  return (
    <Whole
      ref={whole}
      tabIndex={-1}
      className="display"
      data-mode={shown ? setting.mode : 'blank'}
      aria-label={onLeave ? `${say('display.title')}: ${say(`display.${setting.mode}`)}` : say('display.title')}
    >
      {shown && <DisplayScreen frame={shown} meeting={me.meeting} />}
      {onLeave && (
        <IconButton label={say('display.leave')} className="display-leave" onPress={onLeave}>
          <X />
        </IconButton>
      )}
    </Whole>
  );
}

/** The frame on screen: taken anew only while the display is live, so that a frozen one has nothing that could change. */
function useShown(setting: DisplaySetting): Frame | undefined {
  const live = useLiveFrame(setting);
  const [shown, show] = useState<Frame>();
  if (setting.mode === 'live' && shown !== live) show(live);
  // What stood there before a blank does not come back when the blank is followed by a freeze.
  if (setting.mode === 'blank' && shown) show(undefined);
  return setting.mode === 'blank' ? undefined : shown;
}

function useLiveFrame(setting: DisplaySetting): Frame {
  const draft = useDraft();
  const numbers = useNumbers();
  const assessment = useRoomAssessment();
  const procedure = useProcedure();
  const now = useRelayNow();
  return useMemo(
    () => frameOf({ draft, numbers, assessment, procedure, setting, now }),
    [draft, numbers, assessment, procedure, setting, now],
  );
}
