import type { LetterStyle, Measure } from '../../../shared/pages/break-lines.ts';

/** The bundled faces of the text, by themselves: a face of the system's would give every machine other lines. */
const FACES = "'Noto Serif Variable', 'Noto Naskh Arabic Variable', 'Noto Serif SC Variable'";
/** So large that nothing is rounded. */
const SIZE = 200;

const FONTS: Readonly<Record<LetterStyle, string>> = {
  plain: `400 ${SIZE}px ${FACES}`,
  italic: `italic 400 ${SIZE}px ${FACES}`,
  bold: `650 ${SIZE}px ${FACES}`,
};

/** Loads the parts of the bundled faces that hold these letters; widths are true only after that. */
export async function loadFaces(letters: string): Promise<void> {
  await Promise.all(Object.values(FONTS).map((font) => document.fonts.load(font, letters).catch(() => [])));
}

/** Widths as the bundled faces have them, in ems; the browser's shaping, so that joined Arabic letters count as joined. */
export function canvasMeasure(): Measure {
  const canvas = document.createElement('canvas').getContext('2d');
  const known: Readonly<Record<LetterStyle, Map<string, number>>> = {
    plain: new Map(),
    italic: new Map(),
    bold: new Map(),
  };
  let font = '';
  return (text, style) => {
    if (text === '' || canvas === null) return 0;
    const before = known[style].get(text);
    if (before !== undefined) return before;
    if (font !== style) {
      canvas.font = FONTS[style];
      canvas.textRendering = 'geometricPrecision';
      font = style;
    }
    const width = canvas.measureText(text).width / SIZE;
    known[style].set(text, width);
    return width;
  };
}
