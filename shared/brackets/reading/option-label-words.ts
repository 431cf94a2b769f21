import { readBackers, type Backers } from './attribution.ts';

/** "Option 1:", "Option (b) 1:", "Option 2 (EU; US reserves):" at the beginning of words, taken apart. */
export interface OptionLabel {
  /** All of it, with what markup stands before and after. */
  readonly label: string;
  readonly ordinal: string;
  /** What stands before whoever is behind the option, or would: the label up to its ordinal. */
  readonly head: string;
  /** Who stands behind the option, as the label says. */
  readonly backers?: Backers;
}

const HEAD =
  '([^\\p{L}\\p{N}]*)(?:option|alternative|alt|opción|variante|вариант|الخيار|备选案文|备选方案)s?[ .]?\\s*((?:\\(\\s?[a-z]\\s?\\)|\\d{1,2}|[ivx]{1,4}\\b|[a-z]\\b)(?:[ .]?(?:bis|ter|quater|quinquies))?(?:\\s?\\d{1,2}\\b)?)';
const REST = '[^\\p{L}\\p{N}[\\]]*';
const PLAIN = new RegExp(`^(${HEAD})${REST}`, 'iu');
const BACKED = new RegExp(`^(${HEAD})\\s?\\(([^()[\\]]{1,160})\\)\\s?[:：.]${REST}`, 'iu');
const LONGEST = 260;

/** The label that words begin with; `undefined` where they have none. */
export function readLabel(words: string): OptionLabel | undefined {
  const beginning = words.slice(0, LONGEST);
  const backed = BACKED.exec(beginning);
  const backers = backed === null ? undefined : readBackers(backed[4]!);
  if (backed !== null && backers !== undefined)
    return { label: backed[0], head: backed[1]!, ordinal: backed[3]!, backers };
  const plain = PLAIN.exec(beginning);
  return plain === null ? undefined : { label: plain[0], head: plain[1]!, ordinal: plain[3]! };
}
