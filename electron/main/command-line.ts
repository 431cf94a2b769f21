import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface CommandLine {
  /** The folder that holds everything this installation keeps. */
  readonly data: string;
  /** The port the embedded relay listens on; 0 for any. */
  readonly port: number;
}

/** A steady port, because another program in the building may have been told it; any other where it is taken. */
const USUAL_PORT = 7424;

/** Reads our options from a command line that also carries Chromium's own, which are passed over. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: argv.slice(1),
    options: { data: { type: 'string' }, port: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  const port = Number(values['port'] ?? USUAL_PORT);
  return {
    data: typeof values['data'] === 'string' ? resolve(values['data']) : usualDataFolder(process.platform, process.env),
    port: Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : USUAL_PORT,
  };
}

/** The folder of an application's data on a system; `build/start.mjs` has the same rule. */
export function usualDataFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'darwin') return join(homedir(), 'Library/Application Support/Rostrum');
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData/Roaming'), 'Rostrum');
  const given = env['XDG_DATA_HOME'];
  return join(given !== undefined && isAbsolute(given) ? given : join(homedir(), '.local/share'), 'rostrum');
}
