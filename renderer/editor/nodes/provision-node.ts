import { $applyNodeReplacement, ElementNode, type EditorConfig, type LexicalNode } from 'lexical';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { ProvisionKind } from '../../../shared/schema/provision.ts';
import { setOrClear } from './attribute.ts';

/** What a provision's element shows besides its words. */
export interface ProvisionFace {
  readonly kind: ProvisionKind;
  readonly level: number;
  /** The number in the margin, empty where the provision has none. */
  readonly label: string;
  /** Glyphs that stand before the number: `[7 bis.` reads as one bracketed whole. */
  readonly lead: string;
}

const NO_FACE: ProvisionFace = { kind: 'operative', level: 0, label: '', lead: '' };

export function isSameFace(one: ProvisionFace, other: ProvisionFace): boolean {
  return one.kind === other.kind && one.level === other.level && one.label === other.label && one.lead === other.lead;
}

/**
 * One provision on the screen. Its number is drawn from attributes, outside the text flow, so that no caret can enter it.
 * Only the projection makes and changes these.
 */
export class ProvisionNode extends ElementNode {
  __provision: ProvisionId;
  __face: ProvisionFace;

  override $config() {
    return this.config('provision', { extends: ElementNode });
  }

  constructor(provision: ProvisionId = '' as ProvisionId, face: ProvisionFace = NO_FACE) {
    super();
    this.__provision = provision;
    this.__face = face;
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__provision = previous.__provision;
    this.__face = previous.__face;
  }

  getProvision(): ProvisionId {
    return this.__provision;
  }

  getFace(): ProvisionFace {
    return this.getLatest().__face;
  }

  setFace(face: ProvisionFace): void {
    this.getWritable().__face = face;
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const dom = document.createElement(this.__face.kind === 'heading' ? 'div' : 'p');
    dom.className = 'draft-provision';
    dom.dataset['provision'] = this.__provision;
    wearFace(dom, this.__face);
    return dom;
  }

  override updateDOM(previous: this, dom: HTMLElement): boolean {
    if ((previous.__face.kind === 'heading') !== (this.__face.kind === 'heading')) return true;
    if (previous.__face !== this.__face) wearFace(dom, this.__face);
    return false;
  }

  override canBeEmpty(): boolean {
    return true;
  }

  /** Structure is written by commands alone; nothing merges into or out of a provision on its own. */
  override collapseAtStart(): boolean {
    return true;
  }
}

/** Characters of a number that the column beside the words holds, clear of the numbers of the lines. */
const ROOM_FOR_NUMBER = 8;
const ROOM_A_LEVEL = 4;

function wearFace(dom: HTMLElement, face: ProvisionFace): void {
  dom.setAttribute('data-kind', face.kind);
  dom.setAttribute('data-level', String(face.level));
  setOrClear(dom, 'data-label', face.label);
  setOrClear(dom, 'data-lead', face.lead);
  const length = face.lead.length + face.label.length;
  setOrClear(dom, 'data-wide', length > ROOM_FOR_NUMBER + face.level * ROOM_A_LEVEL ? 'true' : '');
  if (face.kind === 'heading') {
    dom.setAttribute('role', 'heading');
    dom.setAttribute('aria-level', String(Math.min(face.level + 2, 6)));
  }
}

export function $createProvisionNode(provision: ProvisionId, face: ProvisionFace): ProvisionNode {
  return $applyNodeReplacement(new ProvisionNode(provision, face));
}

export function $isProvisionNode(node: LexicalNode | null | undefined): node is ProvisionNode {
  return node instanceof ProvisionNode;
}
