import { namingOf } from '../../shared/brackets/notation.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { bracketsByProvision } from '../../renderer/views/reader/blocks.ts';
import { leadWords } from '../../shared/brackets/lay-out.ts';
import { ProvisionText } from '../../renderer/views/reader/ProvisionText.tsx';
import { overlapTags } from '../../shared/brackets/overlaps.ts';
import { BracketPrinter } from '../../shared/brackets/print.ts';
import { arabicDraft } from '../../shared/demonstration/arabic.ts';
import { demonstration } from '../../shared/demonstration/demonstration.ts';
import { OPENED } from '../support/opened.ts';
import type { Draft } from '../../shared/schema/draft.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/** What a browser would show of the markup, without raised tags and names. */
function shown(markup: string): string {
  return markup
    .replaceAll(/<sup[^>]*>.*?<\/sup>/g, '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|#x27);/g, (_whole, name: string) => ENTITIES[name] ?? '');
}

/** A file keeps the blank that a bracket opens before; a reader finds it before the bracket (rule E17). */
const behindBlanks = (words: string) => words.replaceAll(/(?<=[^\s[])(\[+) (?=\S)/g, ' $1');

it.each<[string, Draft]>([
  ['the demonstration', demonstration(OPENED).draft],
  ['a draft in Arabic', arabicDraft(OPENED)],
])('V8 %s reads as it is printed', (_name, draft) => {
  const name = namingOf(draft);
  const printer = new BracketPrinter(draft);
  const brackets = bracketsByProvision(draft);
  const tags = overlapTags(draft);
  for (const provision of draft.provisions) {
    const own = brackets.get(provision.id) ?? [];
    const markup = renderToStaticMarkup(
      <ProvisionText provision={provision} brackets={own} tags={tags} attributed name={name} />,
    );
    const printed = printer.print(provision);
    expect(shown(markup)).toBe(behindBlanks(printed.words.replaceAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, '')));
    expect(leadWords(provision, own)).toBe(printed.opening.replaceAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, ''));
  }
});
