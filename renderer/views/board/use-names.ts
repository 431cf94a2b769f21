import { useMemo } from 'react';
import type { BracketId, Code, ProvisionId } from '../../../shared/schema/ids.ts';
import type { Delegation, Group } from '../../../shared/schema/meeting.ts';
import type { VariantId } from '../../../shared/schema/position.ts';
import { useText } from '../../i18n/text.tsx';
import { useRoster } from '../../session/hooks.ts';
import { useWording } from '../../session/wording.ts';

/** What things are called on the board, as plain strings: for labels, announcements and sentences. */
export interface Names {
  /** `Paragraph 2 bis`, or its first words where it has no number. */
  provision(id: ProvisionId): string;
  /** The same inside a sentence: `paragraph 2 bis`. */
  provisionInside(id: ProvisionId): string;
  /** `“shall”`, or `No text`. */
  variant(bracket: BracketId, variant: VariantId): string;
  bracket(id: BracketId): string;
  /** The name of a delegation or group; its code where it has none. */
  holder(code: Code): string;
}

export function useNames(): Names {
  const say = useText();
  const wording = useWording();
  const { delegations, groups } = useRoster();
  return useMemo(() => {
    const holders = holderNames(delegations, groups);
    const quoted = (words: string) => (words ? say('board.wording', { words }) : say('board.empty-words'));
    const named = (label: 'board.provision' | 'board.provision.inside') => (id: ProvisionId) => {
      const number = wording.number(id);
      return number ? say(label, { number }) : say('board.unnumbered', { words: wording.opening(id) });
    };
    return {
      provision: named('board.provision'),
      provisionInside: named('board.provision.inside'),
      variant(bracket, variant) {
        const words = wording.variantWords(bracket, variant);
        return words === undefined ? say('board.no-text') : quoted(words);
      },
      bracket: (id) => quoted(wording.bracketWords(id)),
      holder: (code) => holders.get(code) || code,
    };
  }, [say, wording, delegations, groups]);
}

/** Codes to names, put together once for a roster. */
export function holderNames(delegations: readonly Delegation[], groups: readonly Group[]): ReadonlyMap<Code, string> {
  const known = HOLDERS.get(delegations);
  if (known?.groups === groups) return known.names;
  const names = new Map([...delegations, ...groups].map(({ code, name }) => [code, name]));
  HOLDERS.set(delegations, { groups, names });
  return names;
}

const HOLDERS = new WeakMap<
  readonly Delegation[],
  { readonly groups: readonly Group[]; readonly names: ReadonlyMap<Code, string> }
>();
