import { useEffect, useMemo, useState, type RefObject } from 'react';
import { findWords } from '../../../../shared/finding/find-words.ts';
import type { Span } from '../../../../shared/schema/bracket.ts';
import type { DraftReplica, Place } from '../../../../shared/sync/contract.ts';
import type { DraftEditorHandle } from '../../../editor/handle.ts';
import { useDraft } from '../../../session/hooks.ts';

export interface Finding {
  readonly matches: readonly Span[];
  /** The one that is shown; absent where nothing is found. */
  readonly here: Span | undefined;
  /** Its place among them, from 1; 0 for none. */
  readonly index: number;
  step(by: 1 | -1): void;
  /** The next one from a place on is shown. */
  goOn(from: Place): void;
}

export interface FindingRequest {
  readonly words: string;
  readonly whole: boolean;
  readonly replica: DraftReplica;
  readonly editor: RefObject<DraftEditorHandle | null>;
  /** Where the search begins: at the caret. */
  readonly from: Place | undefined;
}

/** Finds words in the live draft, marks them in the text and shows one after the other; follows what others write. */
export function useFinding({ words, whole, replica, editor, from }: FindingRequest): Finding {
  const draft = useDraft();
  const matches = useMemo(() => findWords(draft, { words, whole }), [draft, words, whole]);
  const [at, setAt] = useState(from);
  // Counts what was asked for: a match is shown when one goes there, not whenever others write.
  const [turn, setTurn] = useState(0);
  const index = matches.length === 0 ? 0 : indexFrom(matches, at, replica) + 1;
  const here = matches[index - 1];

  useEffect(() => {
    const due = requestIdleCallback(
      () => {
        editor.current?.mark('found', matches);
        editor.current?.mark('found-here', here ? [here] : []);
      },
      { timeout: 200 },
    );
    return () => cancelIdleCallback(due);
  }, [editor, matches, here]);
  useEffect(() => {
    const handle = editor.current;
    return () => {
      handle?.mark('found', []);
      handle?.mark('found-here', []);
    };
  }, [editor]);

  const { provision, from: start, to: end } = here ?? {};
  useEffect(() => {
    if (provision !== undefined) editor.current?.reveal({ provision, from: start ?? 0, to: end ?? 0 });
    // Only a step or other words lead elsewhere.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [turn, words, whole]);

  const goTo = (place: Place) => {
    setAt(place);
    setTurn((now) => now + 1);
  };
  return {
    matches,
    here,
    index,
    step(by) {
      const next = matches[(index - 1 + by + matches.length) % matches.length];
      if (next) goTo(startOf(next));
    },
    goOn: goTo,
  };
}

function startOf({ provision, from }: Span): Place {
  return { provision, offset: from };
}

/** The first match at or after a place; the first of all where none follows. */
function indexFrom(matches: readonly Span[], place: Place | undefined, replica: DraftReplica): number {
  if (place === undefined) return 0;
  const order = replica.indexOf(place.provision);
  const found = matches.findIndex(({ provision, from }) =>
    provision === place.provision ? from >= place.offset : replica.indexOf(provision) > order,
  );
  return Math.max(found, 0);
}
