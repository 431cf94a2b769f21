import type { Bracket } from '../../schema/bracket.ts';
import type { Draft } from '../../schema/draft.ts';
import { identityOf } from './identity.ts';
import { pushTo } from '../../schema/push-to.ts';

/** A dispute: an open bracket that is nobody's variant, with the identities of all its wordings. */
export interface Dispute {
  readonly bracket: Bracket;
  /** The identity of the provision it begins in; `undefined` for one without a place. */
  readonly home: string | undefined;
  readonly identities: ReadonlySet<string>;
}

/** The disputes of a draft by where they begin; a choice counts once, whatever its wordings (rule B18). */
export function disputesOf({ brackets }: Draft): readonly Dispute[] {
  const variants = new Map<string, Bracket[]>();
  for (const bracket of brackets) if (bracket.variantOf !== undefined) pushTo(variants, bracket.variantOf, bracket);
  return brackets
    .filter(({ variantOf }) => variantOf === undefined)
    .map((bracket) => {
      const own = variants.get(bracket.id) ?? [];
      const piece = bracket.pieces[0] ?? own.find(({ pieces }) => pieces.length > 0)?.pieces[0];
      return {
        bracket,
        home: piece && identityOf(piece.provision),
        identities: new Set([bracket, ...own].map(({ id }) => identityOf(id))),
      };
    });
}

/** Those of which no wording stood, or stands, in the other state: a proposal that became one wording of a choice goes on. */
export function unknownTo(disputes: readonly Dispute[], other: readonly Dispute[]): readonly Dispute[] {
  const known = new Set(other.flatMap(({ identities }) => [...identities]));
  return disputes.filter(({ identities }) => [...identities].every((identity) => !known.has(identity)));
}
