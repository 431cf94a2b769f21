import { ListOrdered } from 'lucide-react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { Tooltip } from '../../../controls/Tooltip.tsx';
import { useText } from '../../../i18n/text.tsx';
import { RENDERINGS, type Rendering } from './rendering.ts';
import './RenderingChoice.css';

export interface RenderingChoiceProps {
  readonly rendering: Rendering;
  readonly lines: boolean;
  onRendering(rendering: Rendering): void;
  onLines(shown: boolean): void;
}

/** How the draft is shown: one of three renderings, with or without the numbers of the page's lines. */
export function RenderingChoice({ rendering, lines, onRendering, onLines }: RenderingChoiceProps) {
  const say = useText();
  return (
    <div className="rendering-choice">
      <Tooltip label={say('lines.show')}>
        <ToggleButton
          aria-label={say('lines.show')}
          className="button button-plain icon-button"
          isSelected={lines}
          onChange={onLines}
        >
          <ListOrdered className="directional" aria-hidden />
        </ToggleButton>
      </Tooltip>
      <ToggleButtonGroup
        aria-label={say('rendering.title')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[rendering]}
        onSelectionChange={(keys) => {
          const next = RENDERINGS.find((each) => keys.has(each));
          if (next) onRendering(next);
        }}
        className="rendering-group"
      >
        {RENDERINGS.map((each) => (
          <ToggleButton key={each} id={each} className="button button-plain button-small">
            {say(`rendering.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
