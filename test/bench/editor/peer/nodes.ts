import { ElementNode, type LexicalNode } from 'lexical';

/** A bracket as Lexical's own marks are built: an inline element round the words, its glyphs drawn by the style sheet. */
export class MarkedNode extends ElementNode {
  __kind: string;
  __bracket: string;

  override $config() {
    return this.config('marked', { extends: ElementNode });
  }

  constructor(kind = '', bracket = '') {
    super();
    this.__kind = kind;
    this.__bracket = bracket;
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__kind = previous.__kind;
    this.__bracket = previous.__bracket;
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement('mark');
    dom.className = `peer-mark in-${this.__kind}`;
    return dom;
  }

  override updateDOM(): boolean {
    return false;
  }

  override exportJSON() {
    return { ...super.exportJSON(), kind: this.__kind, bracket: this.__bracket };
  }

  override updateFromJSON(serialized: Parameters<ElementNode['updateFromJSON']>[0]): this {
    const self = super.updateFromJSON(serialized);
    const { kind, bracket } = serialized as { kind?: string; bracket?: string };
    self.__kind = kind ?? '';
    self.__bracket = bracket ?? '';
    return self;
  }

  override canInsertTextBefore(): boolean {
    return false;
  }

  override canInsertTextAfter(): boolean {
    return false;
  }

  override isInline(): boolean {
    return true;
  }

  override excludeFromCopy(): boolean {
    return true;
  }

  override extractWithChild(_child: LexicalNode): boolean {
    return true;
  }
}

export const PEER_NODES = [MarkedNode];
