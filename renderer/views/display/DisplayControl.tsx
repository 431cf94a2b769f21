import { ChevronLeft, ChevronRight, Projector } from 'lucide-react';
import { useState } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { Button } from '../../controls/Button.tsx';
import { IconButton } from '../../controls/IconButton.tsx';
import { Select } from '../../controls/Select.tsx';
import { TextField } from '../../controls/TextField.tsx';
import { chordText } from '../../app/keymap.ts';
import { useText } from '../../i18n/text.tsx';
import { useDisplay, useSession } from '../../session/hooks.ts';
import { DISPLAY_SIZES } from '../../session/stores/display-store.ts';
import { displayChange } from './display-keys.ts';
import { useReport } from './report.ts';
import './DisplayControl.css';

const MODES = ['live', 'blank', 'frozen'] as const;

/** The room display in the chair's hands: live, blank or frozen, how large, and how it fits. */
export function DisplayControl({ onOpen }: { onOpen(): void }) {
  const say = useText();
  const { me, chair } = useSession();
  const setting = useDisplay();
  const report = useReport(me.meeting);
  if (!chair) return null;
  const { setDisplay } = chair;
  const { mode, size, positions, page } = setting;
  const pages = report?.pages ?? 1;
  return (
    <section
      className="procedure-part display-control"
      aria-labelledby="display-control"
      onKeyDown={(event) => {
        // Letters typed into a field are the field's, and those in a list that opened from here are the list's.
        if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
        if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return;
        const change = displayChange(event.nativeEvent, setting);
        if (!change) return;
        event.preventDefault();
        setDisplay(change);
      }}
    >
      <header>
        <h2 id="display-control">{say('display.title')}</h2>
      </header>
      <div className="procedure-acts">
        <Button size="small" icon={<Projector aria-hidden />} onPress={onOpen}>
          {say('display.open')} <kbd className="display-key">{chordText('display')}</kbd>
        </Button>
      </div>
      <div className="display-modes" role="group" aria-label={say('display.mode')}>
        {MODES.map((each) => (
          <Button
            key={each}
            size="small"
            tone={mode === each ? 'primary' : 'quiet'}
            aria-pressed={mode === each}
            onPress={() => setDisplay({ mode: each })}
          >
            {say(`display.${each}`)}
          </Button>
        ))}
      </div>
      <p className="procedure-faint">{say('display.mode.keys')}</p>
      <div className="procedure-pair">
        <Select
          label={say('display.size')}
          value={size}
          options={DISPLAY_SIZES.map((value) => ({ value, label: say(`display.size.${value}`) }))}
          onChange={(value) => setDisplay({ size: value, page: 0 })}
        />
      </div>
      <div className="procedure-pair">
        <Metres label={say('display.depth')} value={setting.depth} onSet={(depth) => setDisplay({ depth })} />
        <Metres label={say('display.height')} value={setting.height} onSet={(height) => setDisplay({ height })} />
      </div>
      <Checkbox className="display-check" isSelected={positions} onChange={(on) => setDisplay({ positions: on })}>
        <span className="display-box" aria-hidden />
        {say('display.positions')}
      </Checkbox>
      <div className="display-fit" role="status">
        {!report ? (
          <p className="procedure-faint">{say('display.unseen')}</p>
        ) : (
          <>
            <p className={pages > 1 ? 'display-warning' : 'procedure-faint'}>
              {pages > 1 ? say('display.too-long', { pages }) : say('display.fits')}
            </p>
            {report.tooSmall && <p className="display-warning">{say('display.too-small')}</p>}
          </>
        )}
      </div>
      {pages > 1 && (
        <div className="procedure-acts">
          <IconButton
            label={say('display.page.previous')}
            isDisabled={page === 0}
            onPress={() => setDisplay({ page: Math.max(0, page - 1) })}
          >
            <ChevronLeft className="directional" />
          </IconButton>
          <span className="procedure-clock">{say('display.page', { page: Math.min(page, pages - 1) + 1, pages })}</span>
          <IconButton
            label={say('display.page.next')}
            isDisabled={page >= pages - 1}
            onPress={() => setDisplay({ page: page + 1 })}
          >
            <ChevronRight className="directional" />
          </IconButton>
        </div>
      )}
    </section>
  );
}

/** A length that is set when the field is left; what is no number is left as it was. */
function Metres({ label, value, onSet }: { label: string; value: number; onSet(value: number): void }) {
  const [typed, type] = useState<string>();
  return (
    <TextField
      label={label}
      inputMode="decimal"
      value={typed ?? String(value)}
      onChange={type}
      onBlur={() => {
        const metres = Number((typed ?? '').replace(',', '.'));
        if (metres > 0) onSet(metres);
        type(undefined);
      }}
    />
  );
}
