const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’‑-]*/gu;

/** How many words a text has: runs of letters and figures, with apostrophes and hyphens inside; each Han character is one. */
export function countWords(text: string): number {
  let count = 0;
  for (const [word] of text.matchAll(WORD)) {
    const han = word.match(/\p{Script=Han}/gu)?.length ?? 0;
    count += han === 0 ? 1 : han;
  }
  return count;
}
