import type { Status } from '../../shared/consensus/assessment.ts';
import './glyphs.css';

const SHAPES = {
  agreed: (
    <>
      <circle className="glyph-ground" cx="8" cy="8" r="8" />
      <path d="m4.6 8.3 2.3 2.3 4.5-4.9" />
    </>
  ),
  ready: (
    <>
      <circle className="glyph-ground" cx="8" cy="8" r="8" />
      <path d="M4 8.9c1.3-2 2.7-2 4-.9s2.7 1.1 4-.9" />
    </>
  ),
  open: (
    <>
      <rect className="glyph-ground" width="16" height="16" rx="3" />
      <path d="M6.6 4.2H4.7v7.6h1.9M9.4 4.2h1.9v7.6H9.4" />
    </>
  ),
  reserved: (
    <>
      <path
        className="glyph-ground"
        d="M8 .4a1.8 1.8 0 0 1 1.6.9l6 11.3A1.8 1.8 0 0 1 14 15.3H2a1.8 1.8 0 0 1-1.6-2.7l6-11.3A1.8 1.8 0 0 1 8 .4Z"
      />
      <path d="M8 5.6v4M8 12.1v.6" />
    </>
  ),
  blocked: (
    <>
      <rect className="glyph-ground" x="2.3" y="2.3" width="11.4" height="11.4" rx="2" transform="rotate(45 8 8)" />
      <path d="m5.6 5.6 4.8 4.8M10.4 5.6l-4.8 4.8" />
    </>
  ),
  reopened: (
    <>
      <circle className="glyph-ground" cx="8" cy="8" r="8" />
      <path d="M4.6 8a3.4 3.4 0 1 0 1.2-2.6M5.6 3.4v2.4H8" />
    </>
  ),
} as const satisfies Record<Status, unknown>;

/** Where a provision stands, as a shape of its own on its colour. `label` where no word stands beside it. */
export function StatusGlyph({ status, label, size = 16 }: { status: Status; label?: string; size?: number }) {
  return (
    <svg
      className={`glyph status status-${status}`}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {SHAPES[status]}
    </svg>
  );
}
