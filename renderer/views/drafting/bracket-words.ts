import { useCallback } from 'react';
import { excerptOf } from '../../../shared/brackets/excerpt.ts';
import type { BracketId } from '../../../shared/schema/ids.ts';
import type { DraftReplica } from '../../../shared/sync/contract.ts';
import { useOfDraft, useSession } from '../../session/hooks.ts';

const MOST = 140;

/** The words a bracket covers with the brackets in them, for a card: pieces joined by an ellipsis, cut where they are long. */
export function bracketWords(replica: DraftReplica, id: BracketId): string {
  const words = (replica.bracket(id)?.pieces ?? [])
    .map(({ provision, from, to }) => {
      const home = replica.provision(provision);
      return home ? excerptOf(home, { brackets: replica.bracketsIn(provision), from, to, of: id, most: MOST + 1 }) : '';
    })
    .filter(Boolean)
    .join(' … ');
  return words.length <= MOST ? words : `${words.slice(0, MOST).trimEnd()}…`;
}

/** The same, followed. */
export function useBracketWords(id: BracketId): string {
  const { replica } = useSession();
  return useOfDraft(useCallback(() => (replica ? bracketWords(replica, id) : ''), [replica, id]));
}
