import type { ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { useNarrow } from './use-narrow.ts';
import './SplitPane.css';

export interface PaneSize {
  readonly id: string;
  /** Pixels at first; the reader's own width is kept after that. */
  readonly size?: number;
  readonly min: number;
  readonly content: ReactNode;
  /** What the handle after this pane moves, for the ear. */
  readonly handle?: string;
}

/**
 * Panes side by side with handles that move by mouse and by arrow keys; widths are kept on this machine. Where the page
 * is too narrow for that they stand one under the other.
 */
export function SplitPane({ id, panes }: { id: string; panes: readonly PaneSize[] }) {
  const narrow = useNarrow();
  const layout = useDefaultLayout({ id: `rostrum.${id}`, panelIds: panes.map((pane) => pane.id) });
  if (narrow) {
    return (
      <div className="split-stack">
        {panes.map((pane) => (
          <div key={pane.id} className={pane.size ? 'split-aside' : 'split-main'}>
            {pane.content}
          </div>
        ))}
      </div>
    );
  }
  return (
    <Group
      className="split"
      orientation="horizontal"
      defaultLayout={layout.defaultLayout}
      onLayoutChanged={layout.onLayoutChanged}
    >
      {panes.flatMap((pane, index) => [
        <Panel
          key={pane.id}
          id={pane.id}
          className="split-pane"
          minSize={pane.min}
          {...(pane.size ? { defaultSize: pane.size, groupResizeBehavior: 'preserve-pixel-size' as const } : {})}
        >
          {pane.content}
        </Panel>,
        ...(index < panes.length - 1
          ? [<Separator key={`${pane.id}-handle`} className="split-handle" aria-label={pane.handle ?? pane.id} />]
          : []),
      ])}
    </Group>
  );
}
