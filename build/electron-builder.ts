import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Configuration } from 'electron-builder';

const root = resolve(import.meta.dirname, '..');

/** Set by `build/pack.mjs`: a directory that holds Electron, or a stand-in for it. */
const electronDist = process.env['ELECTRON_DIST'];

/** An application is packed on the system it is for. */
const otherSystems = ['linux', 'darwin', 'win32'].filter((system) => system !== process.platform);

/** Every fuse is stated, so that a new one is decided on and not inherited. */
const fuses: Required<
  Omit<NonNullable<Configuration['electronFuses']>, 'resetAdHocDarwinSignature' | 'strictlyRequireAllFuses'>
> = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableCookieEncryption: true,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

const configuration: Configuration = {
  appId: 'org.rostrum.desktop',
  productName: 'Rostrum',
  directories: { output: 'dist', buildResources: 'build/icons' },
  ...(electronDist !== undefined && existsSync(electronDist) ? { electronDist } : {}),
  files: [
    'package.json',
    'out/electron/main/main.cjs',
    'out/electron/preload/preload.cjs',
    'out/renderer/**/*',
    // The journal's native module is the one package that is not bundled: its JavaScript, and one binary a system.
    '!node_modules/**/*.{md,ts,map,cc,h,gyp,gypi,c,txt,yml}',
    '!node_modules/**/{test,tests,deps,docs,.github}/**',
    `!node_modules/classic-level/prebuilds/{android,${otherSystems.join(',')}}-*/**`,
    '!node_modules/napi-macros/**',
    '!**/node_modules/.bin/**',
  ],
  asar: true,
  asarUnpack: ['node_modules/classic-level/prebuilds/**'],
  // The binaries come inside the registry package and follow Node's stable interface: nothing is compiled.
  npmRebuild: false,
  nodeGypRebuild: false,
  buildDependenciesFromSource: false,
  electronFuses: fuses,
  protocols: [{ name: 'Rostrum', schemes: ['rostrum'] }],
  publish: null,
  linux: {
    target: ['dir'],
    executableName: 'rostrum',
    category: 'Office',
    icon: resolve(root, 'build/icons/png'),
    synopsis: 'Negotiate an outcome document',
  },
  mac: {
    target: ['dir'],
    category: 'public.app-category.productivity',
    icon: resolve(root, 'build/icons/icon.icns'),
    extendInfo: {
      NSLocalNetworkUsageDescription: 'Rostrum finds and joins the relay of the meeting in your conference room.',
    },
  },
  win: {
    target: ['dir'],
    icon: resolve(root, 'build/icons/icon.ico'),
  },
};

export default configuration;
