/*
 * What bracketed words say by themselves: the forms that negotiating texts use for placeholders and for "no text".
 * Only what is certain is read; anything else is a plain `hold`.
 */

const PLACEHOLDER =
  /^(?:[xyznXYZN]{1,4}|(?:19|20)?[xXyY]{2}|20[xXyY]{2}|[xXyY]{1,3} [\p{L}]+|[._…\s-]*|(?:tbd|tba|tbc)\.?|to be (?:added|completed|confirmed|decided|determined|developed|inserted)\b.*|placeholder\b.*|insert\b.*here.*)$/isu;

/** Whether bracketed words stand for words yet to be written: `[X]`, `[…]`, `[20XX]`, `[  per cent]`, `[Placeholder for …]`. */
export function isPlaceholder(words: string): boolean {
  if (words.length > 400) return /^\s*[^\p{L}\p{N}]*placeholder\b/iu.test(words.slice(0, 40));
  if (/^(?:\s{2,}|_+\s*)\S/u.test(words)) return true;
  const bare = words.trim().replace(/^[*_]+|[*_]+$/gu, '');
  return PLACEHOLDER.test(bare);
}

/** Whether words (past an option's label) say that nothing should stand here: "No text", "[no text]", "No such provision". */
export function isNoText(words: string): boolean {
  return (
    words.length < 160 &&
    /^[^\p{L}\p{N}]*(?:بدون نص|sin texto|pas de texte|без текста|无案文)[^\p{L}\p{N}]*$|^[^\p{L}\p{N}]*no (?:text|provision|paragraph|article|language|reference|such\b|specific (?:text|provision))/iu.test(
      words,
    )
  );
}

/** Whether words can be one of several variants that stand side by side: they hold a word and begin with no comma. */
export function isVariantWords(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words) && !/^\s*[,;.]/u.test(words);
}

/** Whether words close a paragraph rather than propose anything: `[Agreed ad ref]`. */
export function isAgreedRemark(words: string): boolean {
  return words.length < 60 && /^\s*agreed\b(?:\s+ad\s+ref(?:erendum)?)?\.?\s*$/iu.test(words);
}

/** `shall/should`: single words parted by slashes, which are variants; not `and/or`, symbols, or figures. */
export function isSlashedWords(words: string): boolean {
  return (
    words.length < 120 &&
    /^\p{L}{2,}(?:-\p{L}+)*(?:\/\p{L}{2,}(?:-\p{L}+)*)+$/u.test(words) &&
    /\p{Ll}|\p{Lo}/u.test(words) &&
    !/^(?:and\/or|et\/ou|y\/o|и\/или|or\/and)$/iu.test(words)
  );
}
