import { $getSelection, $isElementNode, $isRangeSelection, type RangeSelection } from 'lexical';
import type { ProvisionNode } from '../nodes/provision-node.ts';
import { $isRunNode } from '../nodes/run-node.ts';
import { $provisionNodes } from '../nodes/section-node.ts';

interface ExcerptPart {
  readonly text: string;
  readonly tag: 'span' | 'ins' | 'del';
}

/** A selected stretch of one provision; `label` where it is selected from its very beginning. */
interface ExcerptProvision {
  readonly label: string;
  readonly parts: readonly ExcerptPart[];
}

/** Puts what is selected into `data`, as text and as a page. False where nothing is selected. */
export function $copySelection(data: DataTransfer): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false;
  const excerpt = $excerpt(selection);
  data.clearData();
  data.setData('text/plain', asText(excerpt));
  data.setData('text/html', asHtml(excerpt));
  return true;
}

/** What is selected, as it is shown: words, brackets and numbers. */
function $excerpt(selection: RangeSelection): readonly ExcerptProvision[] {
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const selected = new Set(selection.getNodes().map((node) => node.getKey()));
  const excerpt: ExcerptProvision[] = [];
  for (const provision of $provisionNodes()) {
    const parts: ExcerptPart[] = [];
    let fromStart = selected.has(provision.getKey()) && provision.isEmpty();
    for (const [index, child] of provision.getChildren().entries()) {
      if (!selected.has(child.getKey())) continue;
      const text = child.getTextContent();
      const from = start.key === child.getKey() ? start.offset : 0;
      const to = end.key === child.getKey() ? end.offset : text.length;
      if (index === 0 && from === 0) fromStart = true;
      const words = text.slice(from, to);
      if (words === '') continue;
      parts.push({ text: words, tag: $isRunNode(child) ? child.getFace().tag : 'span' });
    }
    if (parts.length > 0 || fromStart) excerpt.push({ label: fromStart ? labelOf(provision) : '', parts });
  }
  const [only] = excerpt;
  // Words out of a single provision are wanted as words; the number goes with whole provisions.
  if (excerpt.length === 1 && only !== undefined && !$isWhole(selection)) return [{ ...only, label: '' }];
  return excerpt;
}

function labelOf(provision: ProvisionNode): string {
  const { lead, label } = provision.getFace();
  return lead + label;
}

function $isWhole(selection: RangeSelection): boolean {
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const first = start.getNode();
  const last = end.getNode();
  if ($isElementNode(first) || $isElementNode(last)) return true;
  return (
    start.offset === 0 &&
    first.getPreviousSibling() === null &&
    end.offset === last.getTextContentSize() &&
    last.getNextSibling() === null
  );
}

function asText(excerpt: readonly ExcerptProvision[]): string {
  return excerpt
    .map(({ label, parts }) => `${label === '' ? '' : `${label} `}${parts.map((part) => part.text).join('')}`)
    .join('\n');
}

function asHtml(excerpt: readonly ExcerptProvision[]): string {
  return excerpt
    .map(({ label, parts }) => {
      const words = parts.map(({ text, tag }) => (tag === 'span' ? escape(text) : `<${tag}>${escape(text)}</${tag}>`));
      return `<p>${label === '' ? '' : `${escape(label)} `}${words.join('')}</p>`;
    })
    .join('');
}

function escape(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`);
}
