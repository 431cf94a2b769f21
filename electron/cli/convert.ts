import { writeDraft, type WriteRequest } from '../../shared/interop/write-draft.ts';
import { Complaint } from './complaint.ts';
import { formatOf, isSameFile, readSource, writeWhole } from './source-file.ts';

const RENDERINGS = ['unattributed', 'attributed', 'clean'] as const;

/** `convert IN OUT [--rendering NAME]`: writes a draft as text or Markdown, as OUT's name says. */
export async function runConvert(args: readonly string[]): Promise<number> {
  const { paths, rendering } = readArguments(args);
  const [from, to] = paths;
  if (from === undefined || to === undefined || paths.length > 2) {
    throw new Complaint(`usage: rostrum convert IN OUT [--rendering ${RENDERINGS.join('|')}]`, 2);
  }
  if (/\.(?:docx?|pdf|xml|html?|json|csv)$/iu.test(to)) {
    throw new Complaint(`${to}: only text (.txt) and Markdown (.md) are written`);
  }
  if (await isSameFile(from, to)) throw new Complaint(`${to}: it is the file that is read`);
  const { draft } = await readSource(from);
  await writeWhole(to, writeDraft(draft, { format: formatOf(to), rendering }));
  return 0;
}

function readArguments(args: readonly string[]) {
  const paths: string[] = [];
  let rendering: NonNullable<WriteRequest['rendering']> = 'unattributed';
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index]!;
    if (!arg.startsWith('-') || arg === '-') {
      paths.push(arg);
      continue;
    }
    const [name, value = args[(index += 1)]] = arg.split('=', 2);
    const known = RENDERINGS.find((each) => each === value);
    if (name !== '--rendering') throw new Complaint(`convert: unknown option ${name}`, 2);
    if (known === undefined) throw new Complaint(`convert: --rendering is one of ${RENDERINGS.join(', ')}`, 2);
    rendering = known;
  }
  return { paths, rendering };
}
