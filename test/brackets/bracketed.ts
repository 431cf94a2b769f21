import type { Mint, ReadUnit } from '../../shared/brackets/reading/drawn.ts';
import { readBrackets } from '../../shared/brackets/reading/read-brackets.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import type { Code, ProvisionId } from '../../shared/schema/ids.ts';
import type { Provision } from '../../shared/schema/provision.ts';

/** Ids in the order in which they are made: `CHAIR-00000001`, … */
export function mintInOrder(): Mint {
  let made = 0;
  return <Id>(code: Code) => `${code}-${(made += 1).toString(36).padStart(8, '0')}` as Id;
}

/**
 * A draft from paragraphs with literal brackets, for tests. `1. words` has a number, `(a) words` is of the family of
 * the paragraph above it, `# words` is a heading, `## words` one below it; brackets before the number open before it.
 */
export function bracketed(...paragraphs: readonly string[]) {
  const mint = mintInOrder();
  let family = 0;
  const read = paragraphs.map((paragraph) => {
    const [, opening = '', label = '', words = ''] = /^(\[*(?=\d|\([a-z]\)|#))?(\d+\.|\([a-z]\)|#+)?\s?(.*)$/su.exec(
      paragraph,
    )!;
    if (!label.startsWith('(')) family += 1;
    const isHeading = label.startsWith('#');
    const role = isHeading ? 'heading' : /^\d/u.test(label) ? 'numbered' : 'other';
    const unit: ReadUnit = { opening, words, family, provision: mint<ProvisionId>('CHAIR' as Code), role };
    const level = label.startsWith('(') ? 1 : isHeading ? label.length - 1 : 0;
    return { unit: isHeading ? { ...unit, depth: level } : unit, label: isHeading ? '' : label, level };
  });
  const result = readBrackets(
    read.map(({ unit }) => unit),
    { mint, at: 0 },
  );
  const provisions = read.map(({ unit, label, level }, index): Provision => ({
    id: unit.provision,
    kind: unit.role === 'heading' ? 'heading' : level > 0 ? 'subparagraph' : 'operative',
    level,
    label,
    text: result.texts[index]!,
    marks: [],
    proponent: 'CHAIR' as Code,
  }));
  const draft: Draft = { title: '', symbol: '', language: 'en', provisions, brackets: result.brackets };
  return { draft, strays: result.strays, agreed: result.agreed };
}
