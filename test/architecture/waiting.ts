/** A place where a test looks before what it looks for can be there. */
export interface Hasty {
  readonly line: number;
  readonly reason: 'fixed wait' | 'read at once';
}

const FIXED = /\bwaitForTimeout\(|new Promise\(.*setTimeout\(.*\d{2,}/;
/** What a person does at a page; its effect may take the page a while. */
const ACT =
  /\b(press|click|type|fill|check|uncheck|setFiles|selectOption|up|down|emit|setOffline|cut)\(|\bchoose\(|\bselect\(/;
/** One look, at once; `settled` and axe wait for the page by themselves. */
const LOOK = /^expect\(\(?await (?!settled\(|\S*violations\(\)|\S*soundness\(\))/;

/** Where an end-to-end test waits for a time instead of an effect, or looks but once right after an act. */
export function hastyLines(text: string): readonly Hasty[] {
  const lines = text.split('\n').map((line) => line.trim());
  let before = '';
  return lines.flatMap((line, index): Hasty[] => {
    const last = before;
    if (line !== '' && !line.startsWith('//')) before = line;
    if (FIXED.test(line)) return [{ line: index + 1, reason: 'fixed wait' }];
    return LOOK.test(line) && ACT.test(last) && last.startsWith('await')
      ? [{ line: index + 1, reason: 'read at once' }]
      : [];
  });
}
