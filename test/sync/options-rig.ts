import { expect } from 'vitest';
import { variantsOf } from '../../shared/brackets/variants.ts';
import { readDraft } from '../../shared/interop/read-draft.ts';
import { writeDraft } from '../../shared/interop/write-draft.ts';
import { readFresh, type Replica } from '../../shared/sync/replica.ts';
import type { Format } from '../../shared/interop/reading/inline.ts';
import type { Code } from '../../shared/schema/ids.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import type { Result } from '../../shared/schema/result.ts';
import { mintInOrder } from '../brackets/bracketed.ts';
import { copyOf, draftOf, handOf, heal, opened, provision, seeded } from './building.ts';

export const chair = handOf('CHAIR', 'draft');
export const ARV = handOf('ARV', 'propose', seeded(1));
export const CST = handOf('CST', 'propose', seeded(2));
export const registry = new Map([1, 2, 3].map((client, at) => [client, ['CHAIR', 'ARV', 'CST'][at] as Code]));

export const valueOf = <Value>(outcome: Result<Value, string>): Value => {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
};

export const MEETING = draftOf([
  provision(1, 'States met.'),
  provision(2, 'States decided:'),
  provision(3, 'to mark arms;', { kind: 'subparagraph', level: 1 }),
  provision(4, 'to trace arms.', { kind: 'subparagraph', level: 1 }),
  provision(5, 'States closed.'),
]);

export function room(draft = MEETING) {
  const chairs = opened(draft, 1);
  const [arv, cst] = [copyOf(chairs, 2), copyOf(chairs, 3)];
  return { chairs, arv, cst, all: [chairs, arv, cst] as const };
}

/** The draft as every peer prints it, line by line. */
export function printed(...replicas: readonly Replica[]): string[] {
  heal(...replicas);
  const [first, ...rest] = replicas.map((each) => writeDraft(each.read(), { format: 'text' }));
  for (const each of rest) expect(each).toBe(first);
  for (const each of replicas) expect(each.read()).toEqual(readFresh(each.doc));
  return first!.split('\n').filter((line) => line !== '');
}

export const read = (text: string, format: Format = 'text'): Draft =>
  valueOf(readDraft({ text, format, mint: mintInOrder() })).draft;
export const wordings = (draft: Draft): string[][] =>
  draft.brackets
    .filter(({ kind }) => kind === 'choice')
    .map((choice) => variantsOf(draft, choice).map(({ id, words }) => (id === 'none' ? 'no text' : words)));
