import type { Draft } from '../schema/draft.ts';
import { CHAIR, SECRETARIAT, type BracketId } from '../schema/ids.ts';
import type { Assessment } from './assessment.ts';

/**
 * Proposals that nobody has seconded within `window` milliseconds of being opened, in reading order (rule C14). The words
 * of the chair and the secretariat need no second; brackets of unknown age are passed over.
 */
export function staleProposals(
  draft: Draft,
  assessment: Assessment,
  { now, window }: { readonly now: number; readonly window: number },
): readonly BracketId[] {
  const supporters = new Map<BracketId, number>();
  for (const { brackets } of assessment.provisions.values()) {
    for (const { bracket, variants } of brackets) {
      for (const { variant, supporters: codes } of variants) {
        const proposal = variant === 'text' || variant === 'none' ? bracket : variant;
        supporters.set(proposal, Math.max(supporters.get(proposal) ?? 0, codes.length));
      }
    }
  }
  return draft.brackets
    .filter(({ id, kind, proponent, opened }) => {
      if (kind === 'hold' || kind === 'choice' || proponent === CHAIR || proponent === SECRETARIAT) return false;
      return opened > 0 && now - opened >= window && (supporters.get(id) ?? 0) < 2;
    })
    .map(({ id }) => id);
}
