/**
 * Why a write was not taken. `journal-*` pass by themselves: the client keeps its work and is asked for it again.
 * Every other one names a rule the update broke; an honest client never meets it, because it runs the same rules.
 */
export const WRITE_REFUSALS = [
  'journal-full',
  'journal-read-only',
  'journal-broken',
  'room-read-only',
  'update-malformed',
  'update-pending',
  'update-too-deep',
  'client-not-yours',
  'root-unknown',
  'key-not-yours',
  'value-invalid',
  'insert-not-allowed',
  'delete-not-yours',
  'words-accepted',
] as const;

export type WriteRefusalReason = (typeof WRITE_REFUSALS)[number];

/** The refusals that end when the relay's disk, or what several relays share, can be written again. */
export type JournalTrouble = Extract<WriteRefusalReason, `journal-${string}`>;

export function isJournalTrouble(reason: string): reason is JournalTrouble {
  return reason.startsWith('journal-') && isWriteRefusal(reason);
}

export function isWriteRefusal(reason: string): reason is WriteRefusalReason {
  return (WRITE_REFUSALS as readonly string[]).includes(reason);
}
