import * as Y from 'yjs';
import type { Draft } from '../../../shared/schema/draft.ts';
import type { BracketId, Code, ProvisionId } from '../../../shared/schema/ids.ts';
import { seedDraft } from '../../../shared/sync/seed.ts';

export const FIRST = 'CHAIR-firstprov1' as ProvisionId;
export const SECOND = 'EU-secondprov' as ProvisionId;
export const HOLD = 'EU-holdbracket' as BracketId;

/** Two provisions, the second and a bracket in the first proposed by the European Union. */
export const DRAFT: Draft = {
  title: 'Outcome document',
  symbol: 'A/CONF.1/CRP.1',
  language: 'en',
  provisions: [
    {
      id: FIRST,
      kind: 'operative',
      level: 0,
      text: 'Encourages States to mark weapons.',
      marks: [],
      proponent: 'CHAIR' as Code,
    },
    { id: SECOND, kind: 'operative', level: 0, text: 'Invites reports.', marks: [], proponent: 'EU' as Code },
  ],
  brackets: [
    {
      id: HOLD,
      kind: 'hold',
      pieces: [{ provision: FIRST, from: 0, to: 10, label: false }],
      proponent: 'EU' as Code,
      supporters: ['MEX' as Code],
      keepers: [],
      note: 'internal note',
      opened: 1_700_000_000_000,
    },
  ],
};

/** The draft as the update a new meeting is seeded with. */
export function seedUpdate(draft: Draft = DRAFT): Uint8Array {
  const doc = new Y.Doc();
  seedDraft(doc, draft);
  return Y.encodeStateAsUpdate(doc);
}

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
