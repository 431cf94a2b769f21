import type { Assessment, ProvisionAssessment } from '../../shared/consensus/assessment.ts';

/** An assessment with every list in it told, so that two are compared in all they say: some are made only when asked for. */
export function plain(assessment: Assessment) {
  return { ...assessment, provisions: [...assessment.provisions].map(([id, found]) => [id, plainProvision(found)]) };
}

/** The same of one provision. */
export function plainProvision(found: ProvisionAssessment) {
  return {
    ...found,
    stances: [...found.stances],
    brackets: found.brackets.map((bracket) => ({
      ...bracket,
      variants: bracket.variants.map((variant) => {
        const { accepters, supporters } = variant;
        return { ...variant, accepters, supporters };
      }),
    })),
  };
}
