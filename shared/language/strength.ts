/** How binding an operative verb is, from the weakest. */
export const STRENGTHS = ['noting', 'considering', 'inviting', 'urging', 'undertaking'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** A stretch of a text, in UTF-16 offsets, with its words as they stand there. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** How strong the language of one provision is (rules L1 to L3). */
export interface LanguageReading {
  readonly strength: Strength;
  /** The verb that decides it. */
  readonly verb: Found;
  readonly hedges: readonly Found[];
  /** Who does it by when, where the text says both and binds: a measurable commitment. */
  readonly commitment?: { readonly by: Found; readonly when: Found };
}
