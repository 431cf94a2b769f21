import { runBackup, runRestore } from '../../../electron/cli/backup.ts';
import { runRelay } from '../../../electron/cli/relay.ts';
import { runVerify } from '../../../electron/cli/verify.ts';

const COMMANDS = new Map([
  ['verify', runVerify],
  ['backup', runBackup],
  ['restore', runRestore],
]);

const [first = '', ...rest] = process.argv.slice(2);
const command = COMMANDS.get(first);
process.exitCode = command ? await command(rest) : await runRelay(process.argv.slice(2));
