import {
  $applyNodeReplacement,
  $getRoot,
  $isElementNode,
  ElementNode,
  type EditorConfig,
  type LexicalNode,
} from 'lexical';
import { $isProvisionNode, type ProvisionNode } from './provision-node.ts';

/**
 * A stretch of provisions that is laid out where one of them is near the view (see `editor.css`), and means nothing. What
 * the browser and Lexical do at every key for each box beside the one that changed, they do for sections instead of for
 * provisions: with 1,600 of these that was the greater half of a key. Only the projection makes and changes sections.
 */
export class SectionNode extends ElementNode {
  override $config() {
    return this.config('section', { extends: ElementNode });
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const dom = document.createElement('div');
    dom.className = 'draft-section';
    $wearSize(dom, this);
    return dom;
  }

  override updateDOM(previous: this, dom: HTMLElement): boolean {
    if (previous.__size !== this.__size) $wearSize(dom, this);
    return false;
  }

  override canBeEmpty(): boolean {
    return true;
  }
}

/**
 * How tall it is held to be before it was laid out once, told by what it holds. Held too small, more sections than can be
 * seen come near the view at first, and all of them are laid out before anything is painted.
 */
function $wearSize(dom: HTMLElement, section: SectionNode): void {
  let characters = 0;
  for (const provision of section.getChildren()) {
    if (!$isElementNode(provision)) continue;
    for (const part of provision.getChildren()) characters += part.getTextContentSize();
  }
  dom.style.setProperty('--provisions', String(section.__size));
  dom.style.setProperty('--characters', String(characters));
}

export function $createSectionNode(): SectionNode {
  return $applyNodeReplacement(new SectionNode());
}

export function $isSectionNode(node: LexicalNode | null | undefined): node is SectionNode {
  return node instanceof SectionNode;
}

/** The provisions on the screen, in order. */
export function $provisionNodes(): ProvisionNode[] {
  return $getRoot()
    .getChildren()
    .flatMap((section) => ($isSectionNode(section) ? section.getChildren().filter($isProvisionNode) : []));
}
