/** An expected outcome: a value, or a reason from a closed set that the screen turns into words. */
export type Result<Value, Reason extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refuse<Reason extends string>(reason: Reason): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason };
}

/** Throws where an assumption of our own code is broken; never for bad input, which is a `Result`. */
export function invariant(condition: unknown, claim: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${claim}`);
}

/** A failure at a boundary: file, network, ipc. `reason` is a stable word; `cause` is what the platform said. */
export class Fault extends Error {
  readonly reason: string;
  constructor(reason: string, options?: { cause?: unknown; detail?: string }) {
    super(options?.detail === undefined ? reason : `${reason}: ${options.detail}`, { cause: options?.cause });
    this.name = 'Fault';
    this.reason = reason;
  }
}
