/** What happened, as one word; fields say to whom. No field ever holds a token or words of a draft. */
export interface LogLine {
  readonly event: string;
  readonly meeting?: string | undefined;
  readonly room?: string | undefined;
  readonly code?: string | undefined;
  readonly role?: string | undefined;
  /** The invitation's id, which opens nothing. */
  readonly invitation?: string | undefined;
  readonly reason?: string | undefined;
  readonly rule?: string | undefined;
  readonly count?: number | undefined;
  readonly ms?: number | undefined;
}

export type Log = (line: LogLine) => void;

/** One JSON object a line, with the time, to a stream. */
export function logTo(stream: { write(text: string): unknown }, now: () => number = Date.now): Log {
  return (line) => {
    stream.write(`${JSON.stringify({ time: new Date(now()).toISOString(), ...line })}\n`);
  };
}

/** The word for a failure of the platform: its code, never its message, which may hold a path or a value. */
export function faultWord(error: unknown): string {
  if (error instanceof Error) {
    const code = (error as { code?: unknown }).code;
    return typeof code === 'string' ? code : error.name;
  }
  return 'unknown';
}
