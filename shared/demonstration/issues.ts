import type { TagId, TagMark, Tagging } from '../schema/issue-tag.ts';
import { targetKey } from '../schema/position.ts';
import { bracketId } from './compose.ts';
import { OUTCOME_BRACKETS } from './outcome.ts';

type BracketName = keyof typeof OUTCOME_BRACKETS;

const mark = (tag: string, turned = false): TagMark => ({ tag: tag as TagId, ...(turned ? { turned } : {}) });

/** What is about which issue: a choice between binding and not is marked on its wordings, one on each side. */
const MARKED: Partial<Record<BracketName, readonly TagMark[]>> = {
  ammunition: [mark('ammunition')],
  ammunitionparts: [mark('ammunition')],
  licit: [mark('licit-trade')],
  sovereign: [mark('licit-trade')],
  verbcalled: [mark('mandatory-voluntary')],
  verbencouraged: [mark('mandatory-voluntary', true)],
  reportannual: [mark('follow-up')],
  reportbiennial: [mark('follow-up', true)],
  modalshall: [mark('mandatory-voluntary')],
  modalshould: [mark('mandatory-voluntary', true)],
  nonstatenew: [mark('non-state-actors')],
  nonstateold: [mark('non-state-actors', true)],
  brokering: [mark('brokering')],
  brokeringlaw: [mark('brokering')],
  women: [mark('human-rights')],
  womenequal: [mark('human-rights')],
  followup: [mark('follow-up', true)],
};

export const outcomeTagging: Tagging = new Map(
  (Object.entries(MARKED) as [BracketName, readonly TagMark[]][]).map(([name, marks]) => [
    targetKey({ type: 'bracket', bracket: bracketId(name, OUTCOME_BRACKETS) }),
    marks,
  ]),
);
