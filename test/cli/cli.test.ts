import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'rostrum-cli-'));
const file = (name: string, content?: string | Uint8Array) => {
  const path = join(folder, name);
  if (content !== undefined) writeFileSync(path, content);
  return path;
};

// The command line as it ships, in a folder of its own: what is built elsewhere at the same time is not disturbed. It
// lies below the packages, so that the one native module is found.
mkdirSync(join(root, 'out'), { recursive: true });
const built = mkdtempSync(join(root, 'out', 'cli-test-'));
beforeAll(async () => {
  await build({
    configFile: resolve(root, 'build/vite.node.ts'),
    mode: 'cli',
    logLevel: 'silent',
    build: { outDir: built, emptyOutDir: true },
  });
}, 120_000);
afterAll(() => {
  for (const path of [folder, built]) rmSync(path, { recursive: true, force: true });
});

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function rostrum(...args: readonly string[]): Promise<Ended> {
  const main = join(
    built,
    readdirSync(built).find((name) => name.endsWith('.mjs'))!,
  );
  return new Promise((done) => {
    execFile(process.execPath, [main, ...args], { cwd: folder, maxBuffer: 200_000_000 }, (error, out, err) => {
      done({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

const wordsAndBrackets = (text: string) => text.match(/[\p{L}\p{N}]+|[[\]]/gu) ?? [];

test('T1 inspect tells structure, brackets, imbalance and words', async () => {
  const path = file('draft.txt', '1. States [shall][should] act.\n\n2. They [meet.\n\n3. [X] per cent of [a [b]] c\n');
  const { code, out } = await rostrum('inspect', path, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    provisions: 3,
    brackets: { count: 5, maxDepth: 2, byKind: { hold: 2, choice: 2, placeholder: 1, insert: 0, delete: 0 } },
    imbalance: [{ line: 3, column: 9, reason: 'unclosed' }],
    words: 15,
  });
  const table = await rostrum('inspect', path);
  expect(table.out).toContain('line 3, column 9: [ without a ]');
});

test('T1 convert writes text and Markdown, and T3 the same again', async () => {
  const text = '# The [draft]\n\n*Recalling* the \\[old\\] text,\n\n1. One [two [three]] four] five\n';
  const from = file('in.md', text);
  expect(await rostrum('convert', from, file('same.md'))).toEqual({ code: 0, out: '', err: '' });
  expect(readFileSync(file('same.md'), 'utf8')).toBe(text);
  await rostrum('convert', from, file('out.txt'));
  expect(wordsAndBrackets(readFileSync(file('out.txt'), 'utf8'))).toEqual(wordsAndBrackets(text));
  await rostrum('convert', from, file('clean.txt'), '--rendering', 'clean');
  expect(readFileSync(file('clean.txt'), 'utf8')).toBe(
    'The draft\n\nRecalling the old text,\n\n1. One two three four] five\n',
  );
});

test.each([
  ['a missing file', () => ['inspect', 'nowhere.txt'], 1, 'nowhere.txt: there is no such file'],
  ['a folder', () => ['inspect', '.'], 1, '.: it is a folder'],
  [
    'a binary file',
    () => ['inspect', file('b.txt', new Uint8Array([1, 0, 2, 255]))],
    1,
    'it is a binary file, not text',
  ],
  [
    'a file in another encoding',
    () => ['inspect', file('l.txt', new Uint8Array([97, 0xe9, 98]))],
    1,
    'it is not UTF-8 or UTF-16 text',
  ],
  [
    'a Word file',
    () => ['inspect', file('w.docx', new Uint8Array([0x50, 0x4b, 3, 4]))],
    1,
    'Word files are not read yet',
  ],
  [
    '50 MB',
    () => ['inspect', file('big.txt', new Uint8Array(50_000_000).fill(97))],
    1,
    'it has 50.0 MB; at most 16 MB are read',
  ],
  [
    'too many paragraphs',
    () => ['inspect', file('many.txt', '1. a\n'.repeat(210_000))],
    1,
    'more than 200000 paragraphs',
  ],
  ['no file', () => ['inspect'], 2, 'usage: rostrum inspect FILE'],
  ['an unknown option', () => ['inspect', '--yaml', 'x'], 2, 'unknown option --yaml'],
  ['an unknown command', () => ['publish'], 2, 'unknown command "publish"'],
  ['an unknown rendering', () => ['convert', 'a', 'b', '--rendering', 'bold'], 2, '--rendering is one of'],
  [
    'a format that is not written',
    () => ['convert', file('p.txt', 'a'), 'p.pdf'],
    1,
    'only text (.txt) and Markdown (.md) are written',
  ],
  ['a folder that is not there', () => ['convert', file('q.txt', 'a'), 'no/where.txt'], 1, 'there is no such folder'],
] as const)('T4 %s is refused in one line', async (_, args, code, line) => {
  const ended = await rostrum(...args());
  expect(ended.code).toBe(code);
  expect(ended.err).toMatch(/^rostrum: [^\n]+\n$/u);
  expect(ended.err).toContain(line);
  expect(ended.out).toBe('');
});

describe('T7', () => {
  test('the file that is read is never written over, links followed', async () => {
    const path = file('own.txt', 'a [b]');
    symlinkSync(path, file('link.txt'));
    for (const to of [path, './own.txt', 'link.txt']) {
      const { code, err } = await rostrum('convert', path, to);
      expect([code, err.includes('it is the file that is read')]).toEqual([1, true]);
    }
    expect(readFileSync(path, 'utf8')).toBe('a [b]');
  });

  test('what was there is replaced as a whole, and keeps its mode', async () => {
    const to = file('old.txt', 'old words that are longer than the new ones');
    chmodSync(to, 0o600);
    await rostrum('convert', file('new.txt', 'new'), to);
    expect(readFileSync(to, 'utf8')).toBe('new');
    expect(statSync(to).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

test.each([
  ['opening brackets', '['.repeat(1_000_000), 0, 1_000_000],
  ['nested brackets', '['.repeat(250_000) + ']'.repeat(250_000), 250_000, 0],
  ['options', 'Option 1: a [b\n\nOption 2: c]\n\n'.repeat(20_000), 0, undefined],
])(
  'B9 %s by the hundred thousand are sound within seconds',
  { timeout: 120_000 },
  async (name, text, count, strays) => {
    const path = file(`${name}.txt`, text);
    const { code, out, err } = await rostrum('inspect', path, '--json');
    expect([code, err]).toEqual([0, '']);
    const told = JSON.parse(out);
    if (strays !== undefined) {
      expect(told.brackets.count).toBe(count);
      expect(told.imbalance.length).toBe(strays);
    }
    expect((await rostrum('convert', path, file('again.txt'))).code).toBe(0);
    expect(readFileSync(file('again.txt'), 'utf8') === text).toBe(true);
  },
);

test('says its version and what it can do', async () => {
  expect((await rostrum('--version')).out.trim()).toBe(
    JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')).version,
  );
  const help = await rostrum('--help');
  expect(help.code).toBe(0);
  const commands = [...new Set([...help.out.matchAll(/^ {2}rostrum ([a-z]+)/gm)].map(([, command]) => command!))];
  expect(commands).toEqual(['inspect', 'convert', 'relay', 'verify', 'backup', 'restore']);
  // What is listed is reached, tells how it is used, and does not take silence for an order.
  for (const command of commands) {
    const told = await rostrum(command, '--help');
    expect([command, told.code, told.err, told.out.includes(`rostrum ${command}`)]).toEqual([command, 0, '', true]);
    if (command !== 'relay') expect([command, (await rostrum(command)).code]).toEqual([command, 2]);
    else expect((await rostrum(command, 'extra')).code).toBe(2);
  }
  expect((await rostrum('nothing')).code).toBe(2);
  expect((await rostrum()).code).toBe(2);
});

test('relay tells every option that it takes, and takes every option that it tells', async () => {
  const source = readFileSync(resolve(root, 'electron/cli/relay.ts'), 'utf8');
  const taken = [...source.matchAll(/^ {8}'?([a-z-]+)'?: \{ type:/gm)].map(([, option]) => `--${option}`);
  expect(taken.length).toBeGreaterThan(10);
  const told = [...(await rostrum('relay', '--help')).out.matchAll(/^ {2}(--.*)$/gm)];
  const options = told.flatMap(([, line]) => line!.split(/ {2,}/)[0]!.match(/--[a-z-]+/g)!);
  expect(options.toSorted()).toEqual(taken.toSorted());
});

const DATA = resolve(root, '../shared/data');

test
  .runIf(existsSync(DATA))
  .each([
    '02-unfccc-adp-nonpaper-2015-10-05.txt',
    '09-paris-draft-decision-2015.md',
    '11-wipo-tce-articles-adapted-2017.md',
  ])('T1 %s comes out with all its words and brackets (../shared/data)', async (name) => {
  const text = readFileSync(resolve(DATA, name), 'utf8');
  for (const extension of ['txt', 'md']) {
    const to = file(`real.${extension}`);
    expect((await rostrum('convert', resolve(DATA, name), to)).code).toBe(0);
    expect(wordsAndBrackets(readFileSync(to, 'utf8'))).toEqual(wordsAndBrackets(text));
  }
});
