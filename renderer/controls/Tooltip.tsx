import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { Keys } from './Keys.tsx';
import './Tooltip.css';

/** Names what it stands on, after a moment's rest; never holds anything that is not reachable otherwise. */
export function Tooltip({ label, keys, children }: { label: ReactNode; keys?: string; children: ReactNode }) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className="tooltip" offset={6}>
        {label}
        {keys && <Keys of={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
