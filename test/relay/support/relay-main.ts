import { runRelay } from '../../../electron/cli/relay.ts';
import { runVerify } from '../../../electron/cli/verify.ts';

const [first, ...rest] = process.argv.slice(2);
process.exitCode = first === 'verify' ? await runVerify(rest) : await runRelay(process.argv.slice(2));
