import type { ReactNode } from 'react';
import './EmptyState.css';

/** A place that is empty says why, and what would fill it. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <div className="empty-text">{children}</div>}
    </div>
  );
}
