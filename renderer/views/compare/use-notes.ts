import { useMemo } from 'react';
import type { ComparedLanguage } from '../../../shared/revisions/compare/compare-language.ts';
import type { ComparedProvision, Comparison } from '../../../shared/revisions/compare/comparison.ts';
import { bareLabel } from '../../../shared/numbering/label.ts';
import { identityOf } from '../../../shared/revisions/compare/identity.ts';
import { useDriftWords } from '../../controls/StrengthLine.tsx';
import { useList } from '../../i18n/figures.ts';
import { useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';
import { useRulings } from '../../session/hooks.ts';
import type { State } from './pair.ts';

/** What stands beside a provision's words: how it came here, its brackets, rulings, its language. */
export interface Note {
  readonly kind: 'place' | 'bracket' | 'agreed' | 'drift';
  readonly words: string;
}

export interface Notes {
  /** By the provision's identity; the same arrays as long as nothing changes. */
  readonly of: ReadonlyMap<string, readonly Note[]>;
  /** What is said at the place that a moved provision left. */
  left(identity: string): string;
}

export interface NotesRequest {
  readonly comparison: Comparison;
  readonly from: State;
  readonly to: State;
  readonly language: ReadonlyMap<string, ComparedLanguage>;
  nameOf(row: ComparedProvision): string;
}

/** Tells each row in words; rulings are known to whoever is in the room, an observer hears of none. */
export function useNotes({ comparison, from, to, language, nameOf }: NotesRequest): Notes {
  const say = useText();
  const time = useTime();
  const list = useList();
  const drifted = useDriftWords();
  const rulings = useRulings();
  const [start, end] = [from.at ?? 0, to.at ?? Infinity];
  return useMemo(() => {
    const between = rulings.filter(({ at }) => at > start && at <= end);
    const rows = comparison.rows.filter((row) => row.type === 'provision');
    const byIdentity = new Map(rows.map((row) => [row.identity, row]));
    const named = (identity: string) => {
      const row = byIdentity.get(identity);
      return row ? bareLabel(row.after?.number ?? '') || nameOf(row) : '';
    };
    const placeOf = ({ descent, moved, recast, before, after }: ComparedProvision): string[] => {
      const was = before && after && before.number !== after.number ? bareLabel(before.number) : '';
      switch (descent.type) {
        case 'new':
          return [say('compare.new')];
        case 'gone':
          return [say('compare.gone')];
        case 'split':
          return [say('compare.split', { number: named(descent.from) })];
        case 'joined':
          return [say('compare.joined', { number: named(descent.into) })];
        case 'kept':
          return [
            ...(moved ? [say('compare.moved')] : []),
            ...(was ? [say('compare.was', { number: was })] : []),
            ...(recast && after ? [say('compare.recast', { kind: say(`provision.${after.provision.kind}`) })] : []),
          ];
      }
    };
    const openedIn = ({ opened: { length: count }, by }: ComparedProvision): string[] => {
      if (count === 0) return [];
      return [
        by.length === 0 ? say('compare.opened', { count }) : say('compare.opened.by', { count, codes: list(by) }),
      ];
    };
    const closedIn = ({ closed }: ComparedProvision): string[] => {
      if (closed.length === 0) return [];
      const ended = new Set(closed.map(({ id }) => identityOf(id)));
      const ruled = between.findLast(({ act }) => 'bracket' in act && ended.has(identityOf(act.bracket)));
      const count = closed.length;
      return [
        ruled ? say('compare.closed.ruling', { count, when: time.moment(ruled.at) }) : say('compare.closed', { count }),
      ];
    };
    const agreedIn = ({ identity }: ComparedProvision): string[] => {
      const last = between.findLast(({ act }) => 'provision' in act && identityOf(act.provision) === identity);
      return last?.act.type === 'adRef' ? [say('compare.agreed', { when: time.moment(last.at) })] : [];
    };
    const driftIn = ({ identity }: ComparedProvision): string[] => {
      const found = language.get(identity);
      if (!found) return [];
      const { before, now, drift } = found;
      return [say('compare.drift', { before: before.verb.words, after: now.verb.words, drift: drifted(drift) })];
    };
    const noted = (kind: Note['kind'], all: readonly string[]) => all.map((words): Note => ({ kind, words }));
    const of = new Map(
      rows.map((row) => [
        row.identity,
        [
          ...noted('place', placeOf(row)),
          ...noted('bracket', [...openedIn(row), ...closedIn(row)]),
          ...noted('agreed', agreedIn(row)),
          ...noted('drift', driftIn(row)),
        ],
      ]),
    );
    return { of, left: (identity) => say('compare.left', { number: named(identity) }) };
  }, [comparison, start, end, language, rulings, say, time, list, drifted, nameOf]);
}
