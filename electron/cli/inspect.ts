import { countBrackets, type BracketCount } from '../../shared/brackets/count.ts';
import type { DraftReading, Imbalance, UnreadProposal } from '../../shared/interop/read-draft.ts';
import { PROVISION_KINDS, type ProvisionKind } from '../../shared/schema/provision.ts';
import { Complaint } from './complaint.ts';
import { readSource } from './source-file.ts';

const REASONS: Readonly<Record<Imbalance['reason'], string>> = {
  unopened: '] without a [',
  unclosed: '[ without a ]',
  'too-deep': 'too many brackets over too many paragraphs',
};

const UNREAD: Readonly<Record<UnreadProposal['reason'], string>> = {
  'shape-form': 'a proposal about the shape in a form that is not known',
  'shape-target': 'a proposal about the shape that names no one provision',
};

/** `inspect FILE [--json]`: what a file holds as a draft. */
export async function runInspect(args: readonly string[]): Promise<number> {
  const json = args.includes('--json');
  const [path, ...rest] = args.filter((arg) => arg !== '--json');
  const odd = [path, ...rest].find((arg) => arg?.startsWith('-') === true);
  if (odd !== undefined) throw new Complaint(`inspect: unknown option ${odd}`, 2);
  if (path === undefined || rest.length > 0) throw new Complaint('usage: rostrum inspect FILE [--json]', 2);
  const reading = await readSource(path);
  const brackets = countBrackets(reading.draft);
  await print(json ? asJson(reading, brackets) : asTable(reading, brackets));
  return 0;
}

function asJson({ draft, imbalance, unread, words }: DraftReading, brackets: BracketCount): string {
  const { title, symbol, language, provisions } = draft;
  return `${JSON.stringify({
    title,
    symbol,
    language,
    provisions: provisions.length,
    kinds: countKinds(provisions),
    brackets,
    imbalance: imbalance.map(({ line, column, reason }) => ({ line, column, reason })),
    unread: unread.map(({ line, column, reason }) => ({ line, column, reason })),
    words,
  })}\n`;
}

function asTable({ draft, imbalance, unread, words }: DraftReading, brackets: BracketCount): string {
  const kinds = Object.entries(countKinds(draft.provisions)).filter(([, count]) => count > 0);
  const shown = Object.entries(brackets.byKind).filter(([, count]) => count > 0);
  const rows: (readonly [string, string])[] = [
    ['title', draft.title],
    ['symbol', draft.symbol],
    ['language', draft.language],
    ['provisions', `${draft.provisions.length} (${kinds.map(([kind, count]) => `${count} ${kind}`).join(', ')})`],
    ['words', String(words)],
    [
      'brackets',
      `${brackets.count}${shown.length > 0 ? ` (${shown.map(([kind, n]) => `${n} ${kind}`).join(', ')})` : ''}`,
    ],
    ['disputes', `${brackets.units} at the outermost, ${brackets.choices} with several variants`],
    ['deepest', `${brackets.maxDepth} brackets round one place`],
    ['imbalance', imbalance.length === 0 ? 'none' : `${imbalance.length} brackets without a partner`],
    ['unread', unread.length === 0 ? '' : `${unread.length} proposals about the shape that stay words`],
  ];
  const lines = rows.filter(([, value]) => value !== '').map(([name, value]) => `${name.padEnd(12)}${value}`);
  const places = imbalance
    .slice(0, 200)
    .map(({ line, column, reason }) => `  line ${line}, column ${column}: ${REASONS[reason]}`);
  const notes = unread
    .slice(0, 200)
    .map(({ line, column, reason }) => `  line ${line}, column ${column}: ${UNREAD[reason]}`);
  const more = imbalance.length > 200 ? [`  and ${imbalance.length - 200} more; --json lists all`] : [];
  return `${[...lines, ...places, ...more, ...notes].join('\n')}\n`;
}

function countKinds(provisions: DraftReading['draft']['provisions']): Readonly<Record<ProvisionKind, number>> {
  const counts = Object.fromEntries(PROVISION_KINDS.map((kind) => [kind, 0])) as Record<ProvisionKind, number>;
  for (const { kind } of provisions) counts[kind] += 1;
  return counts;
}

/** Waits until the pipe has taken all of it: leaving earlier would cut long output. */
function print(text: string): Promise<void> {
  return new Promise((done, failed) => {
    process.stdout.once('error', failed);
    process.stdout.write(text, () => done());
  });
}
