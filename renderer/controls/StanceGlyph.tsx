import type { Stance } from '../../shared/schema/position.ts';
import './glyphs.css';

const SHAPES = {
  support: <path d="M8 4v8M4 8h8" />,
  accept: <circle cx="8" cy="8" r="3.4" />,
  none: <circle cx="8" cy="8" r="0.9" className="glyph-dot" />,
  reserve: <path d="M8 3.6v5M8 11.6v.9" />,
  object: <path d="m4.8 4.8 6.4 6.4M11.2 4.8l-6.4 6.4" />,
} as const satisfies Record<Stance, unknown>;

/** How a delegation stands, as a shape on its colour. `label` where no word stands beside it. */
export function StanceGlyph({ stance, label, size = 18 }: { stance: Stance; label?: string; size?: number }) {
  return (
    <svg
      className={`glyph stance stance-${stance}`}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <rect className="glyph-ground" width="16" height="16" rx="3" />
      {SHAPES[stance]}
    </svg>
  );
}
