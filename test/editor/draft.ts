import type { Bracket, BracketKind } from '../../shared/schema/bracket.ts';
import type { Draft, Language } from '../../shared/schema/draft.ts';
import { CHAIR, type BracketId, type Code, type ProvisionId } from '../../shared/schema/ids.ts';
import type { Provision, ProvisionKind } from '../../shared/schema/provision.ts';

const KINDS: Readonly<Record<string, BracketKind>> = {
  '+': 'insert',
  '-': 'delete',
  '?': 'hold',
  _: 'placeholder',
};

/**
 * A draft from one line a provision: `States [+EU:shall] act` has an `insert` bracket of the European Union. `+` insert,
 * `-` delete, `?` hold, `_` placeholder; a line that starts with `# ` is a heading, `(`… a subparagraph.
 */
export function draftOf(lines: readonly string[], language: Language = 'en'): Draft {
  const provisions: Provision[] = [];
  const brackets: Bracket[] = [];
  for (const [index, line] of lines.entries()) {
    const id = `CHAIR-provision${String(index).padStart(3, '0')}` as ProvisionId;
    const kind: ProvisionKind = line.startsWith('# ') ? 'heading' : line.startsWith('(') ? 'subparagraph' : 'operative';
    let text = '';
    const open: { at: number; kind: BracketKind; code: Code; order: number }[] = [];
    const rest = kind === 'heading' ? line.slice(2) : line;
    for (let at = 0; at < rest.length; at += 1) {
      const start = /^\[([-+?_])([A-Z0-9]+):/u.exec(rest.slice(at));
      if (start !== null) {
        open.push({ at: text.length, kind: KINDS[start[1]!]!, code: start[2] as Code, order: brackets.length });
        brackets.push(undefined as never);
        at += start[0].length - 1;
      } else if (rest[at] === ']' && open.length > 0) {
        const { at: from, kind: of, code, order } = open.pop()!;
        brackets[order] = {
          id: `${code}-bracket${String(order).padStart(4, '0')}` as BracketId,
          kind: of,
          pieces: [{ provision: id, from, to: text.length, label: false }],
          proponent: code,
          supporters: [],
          keepers: [],
          opened: 1_700_000_000_000,
        };
      } else text += rest[at];
    }
    const marks = kind === 'operative' ? [{ from: 0, to: /^\S*/u.exec(text)![0].length, kind: 'italic' as const }] : [];
    provisions.push({
      id,
      kind,
      level: kind === 'subparagraph' ? 1 : 0,
      text,
      marks: marks.filter((mark) => mark.to > mark.from),
      proponent: CHAIR,
    });
  }
  return { title: 'A draft', symbol: '', language, provisions, brackets };
}
