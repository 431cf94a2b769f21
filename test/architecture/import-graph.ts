import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'vite';

/** The modules that a file names: packages by name, files of ours by their path from the root. */
export interface Imports {
  readonly packages: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
  /** Those of `files` that are run before the module itself is: neither types nor asked for later. */
  readonly first: ReadonlySet<string>;
}

/** Every source file by its path from the root, with `/` on every system. */
export type ImportGraph = ReadonlyMap<string, Imports>;

const SOURCE = /\.(ts|tsx|mjs)$/;

/** Reads the sources below `folders`; type-only, dynamic and worker imports count as much as others. */
export function readImportGraph(root: string, folders: readonly string[]): ImportGraph {
  const files = folders.flatMap((folder) => sourcesBelow(join(root, folder)));
  return new Map(files.map((file) => [pathFrom(root, file), importsOf(root, file, readFileSync(file, 'utf8'))]));
}

/** What one file of the given text imports. */
export function importsOf(root: string, file: string, text: string): Imports {
  const { program, errors } = parseSync(file, text);
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`);
  const packages = new Set<string>();
  const files = new Set<string>();
  const first = new Set<string>();
  for (const { specifier, isFirst } of specifiersIn(program)) {
    if (!specifier.startsWith('.')) {
      packages.add(packageOf(specifier));
      continue;
    }
    const path = pathFrom(root, resolve(dirname(file), specifier));
    files.add(path);
    if (isFirst) first.add(path);
  }
  return { packages, files, first };
}

/** A package's name without the path inside it; Node's own modules keep their prefix. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

interface Syntax {
  readonly type?: unknown;
  readonly [key: string]: unknown;
}

function* specifiersIn(value: unknown): Generator<{ readonly specifier: string; readonly isFirst: boolean }> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const each of value) yield* specifiersIn(each);
    return;
  }
  const node = value as Syntax;
  const specifier = specifierOf(node);
  if (specifier !== undefined) yield { specifier, isFirst: runsFirst(node) };
  for (const part of Object.values(node)) yield* specifiersIn(part);
}

function specifierOf(node: Syntax): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return textOf(node['source']) ?? textOf(node['argument']);
    case 'NewExpression': {
      // new URL('./worker.ts', import.meta.url)
      const callee = node['callee'] as Syntax | undefined;
      const [first, second] = (node['arguments'] ?? []) as readonly Syntax[];
      return callee?.['name'] === 'URL' && second?.type === 'MemberExpression' ? textOf(first) : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether an import runs the other module first; one of types alone leaves nothing behind. */
function runsFirst(node: Syntax): boolean {
  if (node.type === 'ExportAllDeclaration') return node['exportKind'] !== 'type';
  if (node.type !== 'ImportDeclaration' && node.type !== 'ExportNamedDeclaration') return false;
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return false;
  const specifiers = (node['specifiers'] ?? []) as readonly Syntax[];
  const isType = (each: Syntax) => each['importKind'] === 'type' || each['exportKind'] === 'type';
  return specifiers.length === 0 || !specifiers.every(isType);
}

function textOf(value: unknown): string | undefined {
  const node = value as Syntax | null | undefined;
  if (node?.type === 'TSLiteralType') return textOf(node['literal']);
  return node?.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined;
}

function sourcesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function pathFrom(root: string, file: string): string {
  return relative(root, file).replaceAll('\\', '/');
}
