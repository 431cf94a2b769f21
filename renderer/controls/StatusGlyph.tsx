import type { Status } from '../../shared/consensus/assessment.ts';
import './glyphs.css';

const SHAPES: Readonly<Record<Status, string>> = {
  agreed: '<circle class="ground" cx="8" cy="8" r="8"/><path d="m4.6 8.3 2.3 2.3 4.5-4.9"/>',
  ready: '<circle class="ground" cx="8" cy="8" r="8"/><path d="M4 8.9c1.3-2 2.7-2 4-.9s2.7 1.1 4-.9"/>',
  open: '<rect class="ground" width="16" height="16" rx="3"/><path d="M6.6 4.2H4.7v7.6h1.9M9.4 4.2h1.9v7.6H9.4"/>',
  reserved:
    '<path class="ground" d="M8 .4a1.8 1.8 0 0 1 1.6.9l6 11.3A1.8 1.8 0 0 1 14 15.3H2a1.8 1.8 0 0 1-1.6-2.7l6-11.3A1.8 1.8 0 0 1 8 .4Z"/>' +
    '<path d="M8 5.6v4M8 12.1v.6"/>',
  blocked:
    '<rect class="ground" x="2.3" y="2.3" width="11.4" height="11.4" rx="2" transform="rotate(45 8 8)"/>' +
    '<path d="m5.6 5.6 4.8 4.8M10.4 5.6l-4.8 4.8"/>',
  reopened: '<circle class="ground" cx="8" cy="8" r="8"/><path d="M4.6 8a3.4 3.4 0 1 0 1.2-2.6M5.6 3.4v2.4H8"/>',
};

/**
 * Where a provision stands, as a shape of its own on its colour. `label` where no word stands beside it.
 *
 * An image rather than elements: there are hundreds of them, and each drawing among the elements is a piece of its own
 * when the browser puts a frame together, which with the outline in sight was a seventh of a key's frame. An image takes
 * light or dark from the element that shows it.
 */
export function StatusGlyph({ status, label, size = 16 }: { status: Status; label?: string; size?: number }) {
  return (
    <img
      className="glyph"
      src={imageOf(status)}
      alt={label ?? ''}
      width={size}
      height={size}
      decoding="sync"
      draggable={false}
    />
  );
}

const images = new Map<Status, string>();

function imageOf(status: Status): string {
  const known = images.get(status);
  if (known !== undefined) return known;
  const theme = getComputedStyle(document.documentElement);
  const [ground, line] = [theme.getPropertyValue(`--status-${status}`), theme.getPropertyValue(`--on-${status}`)];
  const image = `data:image/svg+xml,${encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><style>' +
      `:root{color-scheme:light dark;fill:none;stroke:${line};stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}` +
      `.ground{fill:${ground};stroke:none}` +
      '@media (forced-colors:active){:root{stroke:CanvasText}.ground{fill:Canvas;stroke:CanvasText;stroke-width:1}}' +
      `</style>${SHAPES[status]}</svg>`,
  )}`;
  // Before the style sheet is there, there are no colours to keep.
  if (ground !== '') images.set(status, image);
  return image;
}
