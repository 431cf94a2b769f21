import type { BracketId, Code, ProvisionId, SoundingId } from './ids.ts';
import type { Stance, VariantId } from './position.ts';

/** What the room is asked about: a wording that stands in the draft, or words that do not stand there yet. */
export type SoundingSubject =
  | {
      readonly type: 'variant';
      readonly provision: ProvisionId;
      readonly bracket: BracketId;
      readonly variant: VariantId;
    }
  /** In the place of the bracket; without one, of the whole provision. */
  | { readonly type: 'words'; readonly provision: ProvisionId; readonly bracket?: BracketId };

/** How a test ended: with a ruling on that wording, or without one. */
export const SOUNDING_OUTCOMES = ['ruled', 'let-go'] as const;
export type SoundingOutcome = (typeof SOUNDING_OUTCOMES)[number];

/** A wording tested in the room: "if it read so, how would you stand?" It changes neither the text nor a position. */
export interface Sounding {
  readonly id: SoundingId;
  readonly subject: SoundingSubject;
  /** The wording as it was asked; empty for "no text". A later edit of the draft does not change the question. */
  readonly words: string;
  /** To whom answers go unless a delegation says otherwise. */
  readonly answers: 'room' | 'chair';
  readonly by: Code;
  readonly person: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly end?: { readonly outcome: SoundingOutcome; readonly at: number };
}

/** What one delegation, or a group for its members, says to a sounding. */
export interface SoundingAnswer {
  readonly sounding: SoundingId;
  readonly delegation: Code;
  readonly stance: Stance;
  readonly audience: 'room' | 'chair';
  /** `national`: given by the delegation (or group) itself; `floor`: recorded by the chair from what was said. */
  readonly source: 'national' | 'floor';
  /** Milliseconds since 1970. */
  readonly at: number;
}
