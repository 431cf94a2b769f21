import * as Y from 'yjs';
import type { Spot } from '../reading/anchor.ts';
import { indexAfter, runAtUnit } from '../reading/strand.ts';
import type { StrandView } from '../reading/strand.ts';
import { erasedEdge } from './erased-edge.ts';
import type { Replica } from '../replica.ts';
import type { ItemId } from '../document/decode.ts';
import type { Attributes } from './words.ts';

/**
 * Puts words at a spot; inside a transaction. Attributes are given in full, so that nothing is inherited by chance; where
 * there are none, the words look as the place does and no format is written, which is how a proposal goes in (rule W13).
 *
 * Yjs puts words behind all deleted ones that stand at the place, as far as no format begins or ends among them. Where a
 * bracket begins there whose first characters were erased, that would be inside it, because its edge holds on to one of
 * them: the words go before that one instead. Where one ends there, they go behind its last, whatever formats stand
 * between.
 */
export function putWords(replica: Replica, spot: Spot, words: Words): void {
  const { text, beside } = words;
  if (beside !== undefined) return putBeside(spot.view, beside, words);
  const among = isAmongErased(spot);
  const start = among ? erasedEdge(replica, spot, { side: 'start' }) : undefined;
  const end = among && start === undefined ? erasedBehindFormat(spot) : undefined;
  if (start !== undefined) putBeside(spot.view, { before: start }, words);
  else if (end !== undefined) putBeside(spot.view, { behind: end }, words);
  else {
    const { text: strand } = spot.view;
    const index = indexAfter(spot.view, spot.unit);
    strand.insert(index, text, { ...(words.attributes ?? Object.fromEntries(formatsAt(strand, index))) });
  }
}

interface Words {
  readonly text: string;
  readonly attributes?: Attributes;
  /** Words that go on with others stand right beside these, and not behind what is erased there. */
  readonly beside?: Beside;
}

export type Beside = { readonly before: ItemId } | { readonly behind: ItemId };

/** Whether deleted characters stand at a spot; nearly never, and all else costs nothing. */
function isAmongErased({ view, unit }: Spot): boolean {
  for (let at = runAtUnit(view, unit) - 1; at >= 0; at -= 1) {
    const { kind, unit: here } = view.runs[at]!;
    if (here !== unit) return false;
    if (kind !== 'mark') return kind === 'dead';
  }
  return false;
}

/** The last deleted character at a spot, where a format stands before it. */
function erasedBehindFormat({ view, unit }: Spot): ItemId | undefined {
  let last: ItemId | undefined;
  for (let at = runAtUnit(view, unit) - 1; at >= 0; at -= 1) {
    const { kind, client, clock, length, unit: here } = view.runs[at]!;
    if (here !== unit) return undefined;
    if (kind === 'mark' && last !== undefined) return last;
    if (kind === 'dead') last ??= [client, clock + length - 1];
    else if (kind !== 'mark') break;
  }
  return undefined;
}

function putBeside({ text: strand }: StrandView, place: Beside, words: Words): void {
  const { doc } = strand;
  if (doc === null) return;
  doc.transact((transaction) => {
    const beside: Y.Item | Y.GC =
      'before' in place
        ? Y.getItemCleanStart(transaction, Y.createID(...place.before))
        : Y.getItemCleanEnd(transaction, doc.store, Y.createID(...place.behind));
    if (!(beside instanceof Y.Item)) return;
    let left = 'before' in place ? beside.left : beside;
    const right = 'before' in place ? beside : beside.right;
    const put = (content: Y.ContentString | Y.ContentFormat): void => {
      const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID));
      const item = new Y.Item(id, left, left?.lastId ?? null, right, right?.id ?? null, strand, null, content);
      item.integrate(transaction, 0);
      left = item;
    };
    const around = formatsBefore(strand, right);
    const wanted: Readonly<Record<string, unknown>> = words.attributes ?? Object.fromEntries(around);
    const differ = [...new Set([...around.keys(), ...Object.keys(wanted)])].filter(
      (key) => (around.get(key) ?? null) !== (wanted[key] ?? null),
    );
    for (const key of differ) put(new Y.ContentFormat(key, (wanted[key] ?? null) as object));
    put(new Y.ContentString(words.text));
    for (const key of differ) put(new Y.ContentFormat(key, (around.get(key) ?? null) as object));
    // Yjs remembers places by index; these are no longer good.
    if (strand._searchMarker !== null) strand._searchMarker.length = 0;
  });
}

/** The formats in force right behind the character before an index, which is where Yjs puts words. */
function formatsAt(strand: Y.Text, index: number): ReadonlyMap<string, unknown> {
  let item = strand._start;
  for (let left = index; item !== null && left > 0; item = item.right)
    if (!item.deleted && item.countable) left -= item.length;
  return formatsBefore(strand, item);
}

/** The formats in force right before an item. */
function formatsBefore(strand: Y.Text, end: Y.Item | null): ReadonlyMap<string, unknown> {
  const formats = new Map<string, unknown>();
  for (let item = strand._start; item !== null && item !== end; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentFormat)) continue;
    const { key, value } = item.content as unknown as { key: string; value: unknown };
    if (value === null) formats.delete(key);
    else formats.set(key, value);
  }
  return formats;
}
