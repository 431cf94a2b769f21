import type { Place } from '../contract.ts';

/** A change of structure that is ready to be written, as an edit or as what follows a ruling. */
export interface Shaping {
  /** Where whoever made it stands afterwards. */
  readonly place: Place;
  /** Writes it; inside a transaction, before anything else changed in it. */
  write(): void;
}
