import { runRelay } from '../../../electron/cli/relay.ts';

process.exitCode = await runRelay(process.argv.slice(2));
