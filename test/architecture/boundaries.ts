import type { ImportGraph } from './import-graph.ts';

/** An import that the house does not allow. */
export interface Violation {
  readonly file: string;
  readonly imports: string;
  readonly rule: 'A1' | 'A2' | 'A3';
}

/**
 * What each part may import, by the longest part that a path begins with. The order is the direction of
 * `shared`: each line may use the lines it names and itself.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'shared/schema': [],
  'shared/host': ['shared/schema'],
  'shared/language': ['shared/schema'],
  'shared/numbering': ['shared/schema', 'shared/brackets'],
  'shared/brackets': ['shared/schema', 'shared/numbering'],
  'shared/positions': ['shared/schema', 'shared/numbering', 'shared/brackets', 'shared/procedure'],
  'shared/procedure': ['shared/schema', 'shared/numbering', 'shared/brackets', 'shared/positions'],
  'shared/consensus': [
    'shared/schema',
    'shared/numbering',
    'shared/brackets',
    'shared/positions',
    'shared/procedure',
    'shared/language',
  ],
  'shared/revisions': [
    'shared/schema',
    'shared/numbering',
    'shared/brackets',
    'shared/positions',
    'shared/procedure',
    'shared/consensus',
    'shared/language',
    'shared/finding',
  ],
  'shared/interop': [
    'shared/schema',
    'shared/numbering',
    'shared/brackets',
    'shared/positions',
    'shared/procedure',
    'shared/consensus',
    'shared/revisions',
    'shared/language',
  ],
  'shared/finding': ['shared/schema', 'shared/brackets'],
  'shared/pages': ['shared/schema', 'shared/brackets'],
  'shared/roster': ['shared/schema'],
  'shared/demonstration': [
    'shared/roster',
    'shared/schema',
    'shared/numbering',
    'shared/brackets',
    'shared/positions',
    'shared/procedure',
    'shared/interop',
  ],
  // The guard asks who may do what; the rest of `sync` does not.
  'shared/sync/guard': ['shared/schema', 'shared/numbering', 'shared/brackets', 'shared/procedure', 'shared/sync'],
  'shared/sync': ['shared/schema', 'shared/numbering', 'shared/brackets'],
  'electron/relay': ['shared'],
  'electron/cli': ['shared', 'electron/relay', 'package.json'],
  'electron/preload': ['shared'],
  'electron/main': ['shared', 'electron/relay'],
  // Words are keyed by the reasons that these two state, so that a missing one is a type error.
  'renderer/i18n': ['shared', 'renderer/session', 'renderer/editor'],
  'renderer/host': ['shared'],
  'renderer/session': ['shared', 'renderer/host'],
  'renderer/controls': ['shared', 'renderer/i18n'],
  'renderer/charts': ['shared', 'renderer/i18n', 'renderer/controls'],
  'renderer/editor': ['shared', 'renderer/session', 'renderer/controls', 'renderer/i18n'],
  'renderer/views': [
    'shared',
    'renderer/editor',
    'renderer/session',
    'renderer/controls',
    'renderer/charts',
    'renderer/app',
    'renderer/i18n',
  ],
  'renderer/app': ['shared', 'renderer'],
};

/** Packages that only some parts may import; whatever is not named here is free. */
const PACKAGE_HOMES: readonly { readonly packages: RegExp; readonly homes: readonly string[] }[] = [
  { packages: /^electron$/, homes: ['electron/main', 'electron/preload'] },
  { packages: /^classic-level$/, homes: ['electron/relay'] },
  { packages: /^(ws|jose)$/, homes: ['electron/relay', 'electron/cli'] },
  { packages: /^node:/, homes: ['electron/main', 'electron/relay', 'electron/cli'] },
  {
    packages: /^(react|react-dom|react-aria-components|react-intl|lucide-react|@visx\/.*|@tanstack\/.*)$/,
    homes: ['renderer'],
  },
  { packages: /^(lexical|@lexical\/.*)$/, homes: ['renderer/editor'] },
  {
    packages: /^(yjs|y-protocols|lib0)$/,
    homes: ['shared/sync', 'electron/relay', 'electron/cli', 'renderer/session', 'renderer/editor'],
  },
];

const isBelow = (path: string, part: string) => path === part || path.startsWith(`${part}/`);

/** Every import that the tables do not allow (A1, A3), and every view that imports another. */
export function crossings(graph: ImportGraph): Violation[] {
  const violations: Violation[] = [];
  for (const [file, { files, packages }] of graph) {
    for (const imported of files)
      if (!mayImport(file, imported)) violations.push({ file, imports: imported, rule: 'A1' });
    for (const name of packages) {
      const home = PACKAGE_HOMES.find((each) => each.packages.test(name));
      if (home !== undefined && !home.homes.some((part) => isBelow(file, part)))
        violations.push({ file, imports: name, rule: isBelow(file, 'shared') ? 'A3' : 'A1' });
    }
  }
  return violations;
}

function mayImport(file: string, imported: string): boolean {
  const part = Object.keys(MAY_IMPORT).find((each) => isBelow(file, each));
  // A folder that the table does not know is a violation, so that a new one is thought about.
  if (part === undefined) return false;
  if (part === 'renderer/views' && isBelow(imported, part)) return viewOf(file) === viewOf(imported);
  if (isBelow(imported, part)) return true;
  return (MAY_IMPORT[part] ?? []).some((each) => isBelow(imported, each));
}

/** `renderer/views/board/…` → `board`. */
const viewOf = (path: string) => path.split('/')[2];

/** Every way from a module back to itself while it is loaded, once each, as the files on the way (A2). */
export function cycles(graph: ImportGraph): string[][] {
  const found: string[][] = [];
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const visit = (file: string) => {
    state.set(file, 'open');
    trail.push(file);
    for (const next of graph.get(file)?.first ?? []) {
      if (!graph.has(next)) continue;
      if (state.get(next) === 'open') found.push([...trail.slice(trail.indexOf(next)), next]);
      else if (!state.has(next)) visit(next);
    }
    trail.pop();
    state.set(file, 'done');
  };
  for (const file of graph.keys()) if (!state.has(file)) visit(file);
  return found;
}
