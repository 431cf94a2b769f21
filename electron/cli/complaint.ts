/** What the command line says in one line on standard error before it ends with a code. */
export class Complaint extends Error {
  /** 1: the work could not be done; 2: the command was not understood. */
  readonly exitCode: 1 | 2;

  constructor(line: string, exitCode: 1 | 2 = 1) {
    super(line);
    this.name = 'Complaint';
    this.exitCode = exitCode;
  }
}

/** The system's own word for a failure, without its path and call: `ENOSPC: no space left on device`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message.replace(/, \w+(?: '[^']*')?(?: -> '[^']*')?$/u, '').split('\n')[0]!;
}
