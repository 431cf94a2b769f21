import type { Assessment, ProvisionAssessment } from '../../../../shared/consensus/assessment.ts';
import type { Bracket } from '../../../../shared/schema/bracket.ts';
import type { Code, ProvisionId } from '../../../../shared/schema/ids.ts';

export const CONCERNS = ['alone', 'objects', 'others-against', 'reserves', 'conditions', 'proposals'] as const;
export type Concern = (typeof CONCERNS)[number];

/**
 * What a delegation has to do with what is open, by kind, provisions in the order of the board. `groups`: those it sits
 * in; an objection of the whole group with nobody else is one it stands alone with.
 */
export function concernsOf(
  { ranking, provisions }: Assessment,
  brackets: readonly Bracket[],
  me: Code,
  groups: ReadonlySet<Code>,
): ReadonlyMap<Concern, readonly ProvisionId[]> {
  const proposed = new Set(brackets.filter(({ proponent }) => proponent === me).map(({ id }) => id));
  const places = new Set(
    brackets
      .filter(({ proponent, supporters }) => proponent === me || supporters.includes(me))
      .flatMap(({ pieces }) => pieces.map(({ provision }) => provision)),
  );
  const is: Readonly<Record<Concern, (found: ProvisionAssessment) => boolean>> = {
    alone: ({ reasons }) =>
      reasons.some((reason) => reason.type === 'lone-objector' && (reason.by === me || groups.has(reason.by))),
    objects: ({ objectors, brackets: inside }) =>
      objectors.includes(me) || inside.some(({ variants }) => variants.some((one) => one.objectors.includes(me))),
    'others-against': ({ brackets: inside }) =>
      inside.some(({ bracket, variants }) =>
        variants.some(
          ({ variant, objectors }) =>
            objectors.length > 0 &&
            variant !== 'none' &&
            proposed.has(variant === 'text' ? bracket : variant) &&
            !objectors.includes(me),
        ),
      ),
    reserves: ({ stances, reserves }) => stances.get(me) === 'reserve' || reserves.includes(me),
    conditions: ({ reasons }) => reasons.some((reason) => reason.type === 'conditional' && reason.by === me),
    proposals: ({ provision }) => places.has(provision),
  };
  const open = ranking.flatMap((id) => provisions.get(id) ?? []).filter(({ status }) => status !== 'agreed');
  const alone = new Set(open.filter(is.alone).map(({ provision }) => provision));
  return new Map(
    CONCERNS.map((concern): [Concern, readonly ProvisionId[]] => [
      concern,
      open
        .filter(is[concern])
        .map(({ provision }) => provision)
        // Whoever stands alone against something cannot accept it: said once, by the sharper word.
        .filter((id) => concern !== 'objects' || !alone.has(id)),
    ]).filter(([, ids]) => ids.length > 0),
  );
}
