import { $applyNodeReplacement, TextNode, type EditorConfig, type LexicalNode } from 'lexical';
import type { BracketId } from '../../../shared/schema/ids.ts';
import { setOrClear } from './attribute.ts';

/** How a bracket's edge is drawn. */
export interface GlyphFace {
  readonly bracket: BracketId;
  readonly side: 'open' | 'close';
  readonly look: string;
  /** Tells which `]` belongs to which `[` where brackets overlap; small, beside the glyph. */
  readonly tag: string;
  /** What stands between the brackets and is no word of the draft: `MOVE to after 7`; behind the opening one. */
  readonly says: string;
  /** An option's label, which has no bracket character: `Option 2: ` is what it says. */
  readonly bare: boolean;
  /** Who stands behind it and how, small, after the closing glyph; empty elsewhere. */
  readonly proponent: string;
}

const NO_FACE: GlyphFace = {
  bracket: '' as BracketId,
  side: 'open',
  look: 'draft-glyph',
  tag: '',
  says: '',
  bare: false,
  proponent: '',
};

export function isSameGlyphFace(one: GlyphFace, other: GlyphFace): boolean {
  return (
    one.bracket === other.bracket &&
    one.side === other.side &&
    one.look === other.look &&
    one.tag === other.tag &&
    one.says === other.says &&
    one.bare === other.bare &&
    one.proponent === other.proponent
  );
}

/** The characters of a bracket's edge. */
export function glyphText({ side, says, bare }: Pick<GlyphFace, 'side' | 'says' | 'bare'>): string {
  if (bare) return says;
  return side === 'open' ? `[${says}` : ']';
}

/**
 * A bracket's edge: a text node of its own that says `[` or `]`, and counts nothing in the model.
 *
 * A decorator or a non-editable element would be the obvious choice. Ordinary editable text is used instead, because the
 * browser then moves the caret over a glyph as over any letter, mirrors it in right-to-left text, reads and copies it, and
 * composes beside it; whatever an input method leaves inside a glyph is taken out as words when the composition ends.
 */
export class GlyphNode extends TextNode {
  __face: GlyphFace;

  override $config() {
    return this.config('glyph', { extends: TextNode });
  }

  constructor(face: GlyphFace = NO_FACE) {
    super(glyphText(face));
    this.__face = face;
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__face = previous.__face;
  }

  getFace(): GlyphFace {
    return this.getLatest().__face;
  }

  setFace(face: GlyphFace): void {
    this.getWritable().__face = face;
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const dom = super.createDOM(config);
    wearFace(dom, this.__face);
    return dom;
  }

  override updateDOM(previous: this, dom: HTMLElement, config: EditorConfig): boolean {
    if (previous.__face !== this.__face) wearFace(dom, this.__face);
    return super.updateDOM(previous, dom, config);
  }
}

function wearFace(dom: HTMLElement, face: GlyphFace): void {
  dom.className = face.look;
  dom.setAttribute('data-bracket', face.bracket);
  dom.setAttribute('data-side', face.side);
  setOrClear(dom, 'data-tag', face.tag);
  setOrClear(dom, 'data-proponent', face.proponent);
}

export function $createGlyphNode(face: GlyphFace): GlyphNode {
  return $applyNodeReplacement(new GlyphNode(face));
}

export function $isGlyphNode(node: LexicalNode | null | undefined): node is GlyphNode {
  return node instanceof GlyphNode;
}
