import type { ReactNode } from 'react';
import { Group } from 'react-aria-components/Group';
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar';
import './Toolbar.css';

/** Buttons in a row: one tab stop, arrows go along. */
export function Toolbar({ label, id, children }: { label: string; id?: string; children: ReactNode }) {
  return (
    <AriaToolbar aria-label={label} className="toolbar" {...(id ? { id } : {})}>
      {children}
    </AriaToolbar>
  );
}

export function ToolbarGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Group aria-label={label} className="toolbar-group">
      {children}
    </Group>
  );
}
