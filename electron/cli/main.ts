import { version } from '../../package.json';
import { Complaint, reasonOf } from './complaint.ts';
import { runConvert } from './convert.ts';
import { runInspect } from './inspect.ts';

const HELP = `rostrum: negotiating drafts without a window

  rostrum inspect FILE [--json]
      what a text or Markdown file holds: provisions, brackets, words, and brackets without a partner
  rostrum convert IN OUT [--rendering unattributed|attributed|clean]
      writes OUT as text (.txt) or Markdown (.md), every word and bracket of IN in its order
  rostrum relay [--port N] [--data DIR]
      runs the relay alone
  rostrum verify DIR [--json]
      checks the journal of a relay that is stopped, and names the first entry that does not fit
  rostrum backup DIR MEETING FILE
  rostrum restore DIR FILE
      a meeting as one file, and back; the relay may be running
  rostrum --help | --version

Ends with 0 when it did what was asked, 1 when it could not, 2 when it did not understand.
`;

async function run([command, ...args]: readonly string[]): Promise<number> {
  const asksForHelp = args.includes('--help') && (command === 'inspect' || command === 'convert');
  switch (asksForHelp ? '--help' : command) {
    case 'inspect':
      return runInspect(args);
    case 'convert':
      return runConvert(args);
    case 'relay':
      return (await import('./relay.ts')).runRelay(args);
    case 'verify':
      return (await import('./verify.ts')).runVerify(args);
    case 'backup':
      return (await import('./backup.ts')).runBackup(args);
    case 'restore':
      return (await import('./backup.ts')).runRestore(args);
    case '--help':
    case '-h':
    case 'help':
      process.stdout.write(HELP);
      return 0;
    case '--version':
      process.stdout.write(`${version}\n`);
      return 0;
    case undefined:
      process.stderr.write(HELP);
      return 2;
    default:
      throw new Complaint(`unknown command ${JSON.stringify(command)}; rostrum --help lists them`, 2);
  }
}

// A reader that has seen enough (`| head`) closes the pipe: no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`rostrum: ${error instanceof Complaint ? error.message : reasonOf(error)}\n`);
  process.exitCode = error instanceof Complaint ? error.exitCode : 1;
}
