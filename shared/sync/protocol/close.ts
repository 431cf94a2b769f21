/**
 * Why the relay ended a connection. Codes from 4400 to 4499 are final: trying again changes nothing.
 * Codes from 4500 to 4599 pass: the client tries again by itself. `y-websocket` reads the ranges the same way.
 */
export const CLOSE_CODES = {
  /** A frame that is no message of this protocol. */
  'bad-message': 4400,
  /** No invitation, or one that this meeting's key did not sign. */
  'token-invalid': 4401,
  'token-expired': 4402,
  /** The invitation is good and does not open this room. */
  'room-forbidden': 4403,
  /** No such meeting or room. */
  'room-unknown': 4404,
  /** The client speaks another version of the protocol. */
  'protocol-unsupported': 4406,
  /** A write broke a rule: `refused` named it. The client starts its replica of the room afresh, then reconnects. */
  'write-refused': 4409,
  'token-revoked': 4410,
  /** The room could not be read from the journal. */
  'room-unreadable': 4500,
  'relay-stopping': 4503,
  /** The client read too slowly and was dropped to resynchronise. */
  'slow-reader': 4508,
  /** Too many connections, or messages faster than a person can make them. */
  'too-many': 4529,
} as const;

export type CloseReason = keyof typeof CLOSE_CODES;

const REASONS = new Map<number, CloseReason>(
  Object.entries(CLOSE_CODES).map(([reason, code]) => [code, reason as CloseReason]),
);

/** The reason behind a websocket close code; `undefined` for codes that are not ours (a lost line, a proxy). */
export function closeReason(code: number): CloseReason | undefined {
  return REASONS.get(code);
}
