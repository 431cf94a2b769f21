import { mayDraft } from '../writing/bracket-write.ts';
import { settle } from './close-bracket.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { voiceKey } from '../document/voice-record.ts';
import type { Voice } from '../document/voice-record.ts';
import { workings } from '../replica.ts';
import { RULING } from '../document/roots.ts';
import { duplicatesOf } from '../../brackets/duplicates.ts';
import { resolveBracket } from '../../brackets/resolve.ts';
import type { Closure } from '../../schema/bracket.ts';
import { CHAIR, SECRETARIAT } from '../../schema/ids.ts';
import type { BracketId, Code } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

export interface MergeRequest {
  /** One of several proposals that say the same at the same place. */
  readonly bracket: BracketId;
  readonly ruling?: Closure['ruling'];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * Makes one proposal of several that say the same at the same place (rule W12): the first stays, and whoever proposed or
 * seconded another supports it. Words that stood there more than once stand once. Gives the one that stays, and those
 * that became one with it. Undo never takes it back.
 */
export function mergeDuplicates(
  replica: DraftReplica,
  hand: Hand,
  { bracket, ruling, at }: MergeRequest,
): WriteOutcome<{ readonly kept: BracketId; readonly merged: readonly BracketId[] }> {
  const live = workings(replica);
  if (!mayDraft(hand)) return refuse('chair-only');
  const draft = live.read();
  const group = duplicatesOf(draft).find((ids) => ids.includes(bracket));
  const [kept, ...merged] = group ?? [];
  const stays = kept && live.bracket(kept);
  if (stays === undefined) return refuse('nothing-to-do');
  const gone = merged.map((id) => live.bracket(id)!);
  const settled = gone.flatMap(({ id, kind }) => {
    // Words that are there twice go once; a deletion or a mark has none of its own.
    const outcome = kind === 'insert' ? 'drop' : 'keep';
    const resolution = resolveBracket(draft, id, { outcome, variant: stays.id, at, ...(ruling && { ruling }) });
    if (resolution === undefined) return [];
    const close = resolution.close.map((each) =>
      each.bracket === id ? { ...each, closure: { ...each.closure, variant: stays.id } } : each,
    );
    return [{ ...resolution, close }];
  });
  live.doc.transact(() => {
    settle(live, settled);
    const { supports } = live.index.roots;
    const say = (code: Code, as: Voice): void => {
      const said =
        code === stays.proponent || code === CHAIR || code === SECRETARIAT || supports.has(voiceKey(code, stays.id));
      if (!said) supports.set(voiceKey(code, stays.id), as);
    };
    for (const each of gone) {
      for (const code of [each.proponent, ...each.supporters]) say(code, 'second');
      for (const code of each.keepers) say(code, 'keep');
    }
  }, RULING);
  return ok({ kept: stays.id, merged });
}
