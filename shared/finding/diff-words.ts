/** A stretch of words that stays, comes or goes. */
export interface WordChange {
  readonly type: 'same' | 'inserted' | 'struck';
  readonly text: string;
}

/** Words, blanks, single ideographs and single signs, brackets among them. */
const TOKEN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}_]+|\s+|[^\p{L}\p{M}\p{N}_\s]/gu;
/** Beyond so many differing words the middle is told as one replacement: nobody reads it word by word. */
const MOST = 400;

/**
 * What changed between two texts, word by word: the fewest words struck and inserted (Myers). Put together, what stays
 * and goes is the old text, what stays and comes the new one.
 */
export function diffWords(before: string, after: string): readonly WordChange[] {
  const [old, now] = [before.match(TOKEN) ?? [], after.match(TOKEN) ?? []];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const changes: WordChange[] = [];
  const put = (type: WordChange['type'], words: readonly string[]) => {
    if (words.length === 0) return;
    const last = changes.at(-1);
    const text = words.join('');
    if (last?.type === type) changes[changes.length - 1] = { type, text: last.text + text };
    else changes.push({ type, text });
  };
  put('same', old.slice(0, head));
  middle(old.slice(head, old.length - tail), now.slice(head, now.length - tail), put);
  put('same', old.slice(old.length - tail));
  return slid(changes);
}

/**
 * A change can often stand in several places: `[ and x][ and y` holds `[ and x]` as well as `x][ and ` in addition to
 * `[ and y`. It is told where it has whole brackets, else where it begins a word's blank, else as late as it can be.
 */
function slid(changes: readonly WordChange[]): readonly WordChange[] {
  const out: WordChange[] = [];
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index]!;
    const before = out.at(-1);
    const after = changes[index + 1];
    if (change.type === 'same' || before?.type !== 'same' || (after !== undefined && after.type !== 'same')) {
      out.push(change);
      continue;
    }
    const words = [...(change.text.match(TOKEN) ?? [])];
    const kept = [...(before.text.match(TOKEN) ?? [])];
    let best = { shift: 0, score: wholeness(words) };
    for (let shift = 1; shift <= kept.length && words.at(-1) === kept.at(-shift); shift += 1) {
      words.unshift(words.pop()!);
      const score = wholeness(words);
      if (score > best.score) best = { shift, score };
    }
    const moved = kept.slice(kept.length - best.shift).join('');
    const text = best.shift === 0 ? change.text : moved + change.text.slice(0, change.text.length - moved.length);
    const rest = before.text.slice(0, before.text.length - moved.length);
    out.pop();
    if (rest !== '') out.push({ type: 'same', text: rest });
    out.push({ type: change.type, text });
    if (moved === '') continue;
    // What the change leaves on its way back belongs to the words behind it.
    changes = [
      ...changes.slice(0, index + 1),
      { type: 'same', text: moved + (after?.text ?? '') },
      ...changes.slice(index + 2),
    ];
  }
  return out;
}

function wholeness(words: readonly string[]): number {
  return (words[0] === '[' ? 2 : 0) + (words.at(-1) === ']' ? 2 : 0) + (/^\s/u.test(words[0] ?? '') ? 1 : 0);
}

function middle(
  old: readonly string[],
  now: readonly string[],
  put: (type: WordChange['type'], words: readonly string[]) => void,
): void {
  const trace = old.length + now.length <= 2 * MOST ? search(old, now) : undefined;
  if (trace === undefined) {
    put('struck', old);
    put('inserted', now);
    return;
  }
  const steps: [WordChange['type'], string][] = [];
  let [x, y] = [old.length, now.length];
  for (let depth = trace.length - 1; depth >= 0; depth -= 1) {
    const reach = trace[depth]!;
    const k = x - y;
    const down = k === -depth || (k !== depth && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
    const from = down ? k + 1 : k - 1;
    const startX = depth === 0 ? 0 : (reach.get(from) ?? 0);
    const startY = depth === 0 ? 0 : startX - from;
    while (x > startX && y > startY && old[x - 1] === now[y - 1]) {
      steps.push(['same', old[x - 1]!]);
      x -= 1;
      y -= 1;
    }
    if (depth === 0) break;
    if (down) steps.push(['inserted', now[(y -= 1)]!]);
    else steps.push(['struck', old[(x -= 1)]!]);
  }
  for (const [type, word] of steps.toReversed()) put(type, [word]);
}

/** How far each diagonal reaches with so many changes; a snapshot before each, to walk back along. */
function search(old: readonly string[], now: readonly string[]): Map<number, number>[] | undefined {
  const reach = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let depth = 0; depth <= Math.min(MOST, old.length + now.length); depth += 1) {
    trace.push(new Map(reach));
    for (let k = -depth; k <= depth; k += 2) {
      const down = k === -depth || (k !== depth && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
      let x = down ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
      let y = x - k;
      while (x < old.length && y < now.length && old[x] === now[y]) {
        x += 1;
        y += 1;
      }
      reach.set(k, x);
      if (x >= old.length && y >= now.length) return trace;
    }
  }
  return undefined;
}
