import type { Mark } from '../schema/provision.ts';

interface Words {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly glyphs: readonly { readonly at: number; readonly glyph: string }[];
}

/** A paragraph as Markdown: emphasis from its marks, and escapes where words would else be taken for markup. */
export function writeMarkdown({ text, marks: given, glyphs }: Words): string {
  const marks = given.map((mark) => tightened(mark, text)).filter((mark) => mark.to > mark.from);
  const parts: string[] = [];
  const open: { readonly kind: Mark['kind']; readonly sign: string }[] = [];
  const cuts = cutsOf(text, marks, glyphs);
  let next = 0;
  cuts.forEach((at, index) => {
    const wanted = (['bold', 'italic'] as const).filter((kind) =>
      marks.some((mark) => mark.kind === kind && mark.from <= at && at < mark.to),
    );
    while (open.some(({ kind }) => !wanted.includes(kind))) parts.push(open.pop()!.sign);
    for (; next < glyphs.length && glyphs[next]!.at <= at; next += 1) parts.push(glyphs[next]!.glyph);
    for (const kind of wanted) {
      if (open.some((each) => each.kind === kind)) continue;
      const sign = kind === 'bold' ? '**' : isWordAt(text, at - 1) ? '*' : '_';
      open.push({ kind, sign });
      parts.push(sign);
    }
    const to = cuts[index + 1] ?? text.length;
    if (to > at) parts.push(escape(text.slice(at, to), { before: text[at - 1] ?? '', after: text[to] ?? '' }));
  });
  while (open.length > 0) parts.push(open.pop()!.sign);
  const written = parts
    .join('')
    .replace(/\](?=\((?:[^()\s]*[:/#.][^()\s]*)\))/gu, ']\\')
    .replace(/\[(?=\^)/gu, '[\\');
  return written.replace(/^(?:#{1,6}(?=\s)|[>+=-](?=\s|$))/u, (start) => `\\${start}`);
}

/** A bracket's characters as Markdown: `[MOVE to after “…”]` names words, which might be taken for markup. */
export function escapeGlyph(glyph: string): string {
  return escape(glyph, { before: '', after: '' });
}

/** Signs of emphasis stand at words: blanks at either end are left outside. */
function tightened({ from, to, kind }: Mark, text: string): Mark {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  return { from: start, to: start + words.trim().length, kind };
}

function cutsOf(text: string, marks: Words['marks'], glyphs: Words['glyphs']): readonly number[] {
  const cuts = new Set<number>([0, text.length]);
  for (const { at } of glyphs) cuts.add(Math.min(at, text.length));
  for (const { from, to } of marks) cuts.add(from).add(Math.min(to, text.length));
  return [...cuts].sort((a, b) => a - b);
}

function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text[at]!);
}

function escape(text: string, around: { readonly before: string; readonly after: string }): string {
  const whole = `${around.before}${text}${around.after}`;
  const from = around.before.length;
  return text.replace(/[\\*_<]/gu, (sign, offset: number) => {
    const at = offset + from;
    if (sign === '\\') return /[!-/:-@[-`{-~\s]|^$/u.test(whole[at + 1] ?? '') ? '\\\\' : sign;
    if (sign === '<') return /[a-zA-Z/!]/u.test(whole[at + 1] ?? '') ? '\\<' : sign;
    if (sign === '_') return isWordAt(whole, at - 1) && isWordAt(whole, at + 1) ? sign : '\\_';
    return /\s|^$/u.test(whole[at - 1] ?? '') && /\s|^$/u.test(whole[at + 1] ?? '') ? sign : '\\*';
  });
}
