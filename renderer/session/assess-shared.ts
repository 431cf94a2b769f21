import { assess } from '../../shared/consensus/assess.ts';
import type { Assessment } from '../../shared/consensus/assessment.ts';
import { impliedIn } from '../../shared/sync/implied.ts';
import type { Session } from './contract.ts';

/**
 * The assessment on what the whole room sees: for paper and files, which go further than the screen of whoever makes
 * them. What was told to the chair alone is no part of it, the maker's own confidences included.
 */
export function assessShared(session: Session): Assessment {
  const { replica } = session;
  const draft = session.draft.get();
  const authors = session.authors.get();
  return assess({
    draft,
    positions: session.positions.get().filter(({ audience }) => audience === 'room'),
    delegations: session.delegations.get(),
    groups: session.groups.get(),
    rulings: session.rulings.get(),
    ...(replica
      ? { implied: new Map(draft.provisions.map(({ id }) => [id, impliedIn(replica, authors, id).length])) }
      : {}),
  });
}
