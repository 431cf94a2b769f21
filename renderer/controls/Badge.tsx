import type { ReactNode } from 'react';
import './Badge.css';

/** A short standing: `Live`, `12`. */
export function Badge({ tone = 'plain', children }: { tone?: 'plain' | 'firm'; children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}
