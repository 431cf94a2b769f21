import * as Y from 'yjs';
import type { Draft } from '../../../shared/schema/draft.ts';
import type { Code, ProvisionId } from '../../../shared/schema/ids.ts';
import { seedDraft } from '../../../shared/sync/seed.ts';

const SENTENCE = 'Encourages States to strengthen measures on marking, record-keeping and tracing of small arms ';

export const provisionAt = (index: number): ProvisionId => `CHAIR-${`p${index}`.padStart(12, '0')}` as ProvisionId;

/** A draft of so many provisions and words, as an update. */
export function seedOf(provisions: number, words: number): Uint8Array {
  const wordsEach = Math.ceil(words / provisions);
  const text = SENTENCE.repeat(Math.ceil(wordsEach / 13))
    .split(' ')
    .slice(0, wordsEach)
    .join(' ');
  const draft: Draft = {
    title: 'Measured',
    symbol: '',
    language: 'en',
    provisions: Array.from({ length: provisions }, (_, index) => ({
      id: provisionAt(index),
      kind: 'operative',
      level: 0,
      text,
      marks: [],
      proponent: 'CHAIR' as Code,
    })),
    brackets: [],
  };
  const doc = new Y.Doc();
  seedDraft(doc, draft);
  return Y.encodeStateAsUpdate(doc);
}

/** The words of one provision. */
export function strandOf(doc: Y.Doc, index: number): Y.Text {
  return (doc.getMap('provisions').get(provisionAt(index)) as Y.Map<Y.Text>).get('strand')!;
}
