declare const brand: unique symbol;

/** A string that only its own maker may make, so that ids of two things cannot be mixed up. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

export type MeetingId = Branded<'meeting'>;
export type ProvisionId = Branded<'provision'>;
export type BracketId = Branded<'bracket'>;
export type RulingId = Branded<'ruling'>;
export type SoundingId = Branded<'sounding'>;
export type VoteId = Branded<'vote'>;
export type ActId = Branded<'act'>;

/** Who may hold text, brackets and positions: a delegation, a group, `CHAIR` or `SEC`. ISO alpha-3 or an acronym. */
export type Code = Branded<'code'>;

/** The chair's own code: words under it are the text itself, never a proposal. */
export const CHAIR = 'CHAIR' as Code;
/** The secretariat's code; it drafts for the chair. */
export const SECRETARIAT = 'SEC' as Code;

const CODE = /^[A-Z][A-Z0-9_]{0,15}$/;
const ID = /^([A-Z][A-Z0-9_]{0,15})-([0-9a-z]{8,24})$/;

/** Whether `text` can be a code: a capital letter, then at most fifteen capitals, digits or underscores. */
export function isCode(text: string): text is Code {
  return CODE.test(text);
}

/**
 * A fresh id that carries its proponent's code (`EU-k3f9…`), so that ownership is checked without state (rule I1).
 * `random` gives numbers in [0, 1); 12 base-36 digits make a clash in one meeting less likely than a hardware fault.
 */
export function mintId<Id extends ProvisionId | BracketId | RulingId | VoteId | SoundingId | ActId>(
  code: Code,
  random: () => number,
): Id {
  let digits = '';
  while (digits.length < 12) digits += Math.floor(random() * 36).toString(36);
  return `${code}-${digits}` as Id;
}

/** The code an id was minted under, or `undefined` for a string that is no id of ours. */
export function proponentOf(id: string): Code | undefined {
  return ID.exec(id)?.[1] as Code | undefined;
}
