import { $applyNodeReplacement, TextNode, type EditorConfig, type LexicalNode } from 'lexical';

/** How a run's words are set: `tag` carries the meaning to screen readers, `look` the class names. */
export interface RunFace {
  readonly tag: 'span' | 'ins' | 'del';
  readonly look: string;
}

const PLAIN: RunFace = { tag: 'span', look: 'draft-run' };

export function isSameRunFace(one: RunFace, other: RunFace): boolean {
  return one.tag === other.tag && one.look === other.look;
}

/**
 * Words of one provision between two bracket edges. Emphasis and proposals are class names rather than Lexical formats,
 * so that a composition that starts at a run's edge is not moved into a text node of its own (Lexical does that where
 * the format at the caret differs from the selection's).
 */
export class RunNode extends TextNode {
  __face: RunFace;

  override $config() {
    return this.config('run', { extends: TextNode });
  }

  constructor(text = '', face: RunFace = PLAIN) {
    super(text);
    this.__face = face;
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__face = previous.__face;
  }

  getFace(): RunFace {
    return this.getLatest().__face;
  }

  setFace(face: RunFace): void {
    this.getWritable().__face = face;
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const plain = super.createDOM(config);
    if (this.__face.tag === 'span') {
      plain.className = this.__face.look;
      return plain;
    }
    const dom = document.createElement(this.__face.tag);
    dom.className = this.__face.look;
    dom.append(...plain.childNodes);
    return dom;
  }

  override updateDOM(previous: this, dom: HTMLElement, config: EditorConfig): boolean {
    if (previous.__face.tag !== this.__face.tag) return true;
    if (previous.__face.look !== this.__face.look) dom.className = this.__face.look;
    return super.updateDOM(previous, dom, config);
  }
}

export function $createRunNode(text: string, face: RunFace): RunNode {
  return $applyNodeReplacement(new RunNode(text, face));
}

export function $isRunNode(node: LexicalNode | null | undefined): node is RunNode {
  return node instanceof RunNode;
}
