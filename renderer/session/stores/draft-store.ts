import type * as Y from 'yjs';
import { assess } from '../../../shared/consensus/assess.ts';
import type { Assessment } from '../../../shared/consensus/assessment.ts';
import type { Draft } from '../../../shared/schema/draft.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { DraftReplica } from '../../../shared/sync/contract.ts';
import { createReplica } from '../../../shared/sync/replica.ts';
import type { Observed, Session } from '../contract.ts';
import { openAssessment } from './assessment-store.ts';
import { oncePerFrame } from './frame.ts';
import { openNumbers } from './numbers-store.ts';
import { keep } from './observed.ts';

type Facts = Pick<
  Session,
  'me' | 'profile' | 'delegations' | 'groups' | 'positions' | 'rulings' | 'revisions' | 'authors'
>;

/** The draft and what is computed from it: live for who may read the text, else the latest revision. */
export interface DraftStore {
  readonly replica?: DraftReplica;
  readonly draft: Observed<Draft>;
  readonly assessment: Observed<Assessment>;
  readonly numbers: Observed<ReadonlyMap<ProvisionId, string>>;
  stop(): void;
}

export function openDraft(text: Y.Doc | undefined, facts: Facts): DraftStore {
  return text ? liveDraft(text, facts) : publishedDraft(facts);
}

function liveDraft(text: Y.Doc, facts: Facts): DraftStore {
  const replica = createReplica(text, { isMine: (client) => facts.authors.get().get(client) === facts.me.code });
  const assessed = openAssessment({ ...facts, draft: replica });
  const { numbers, refresh } = openNumbers(replica.read());
  const listeners = new Set<() => void>();
  // Whoever reads gets the draft as it is; those who wait are told once a frame, so that typing never waits for them.
  const frame = oncePerFrame(() => {
    refresh(replica.read());
    for (const listener of listeners) listener();
  });
  const unobserve = replica.observe((change) => {
    assessed.draftChanged(change);
    frame.ask();
  });
  return {
    replica,
    draft: {
      get: () => replica.read(),
      subscribe(listener) {
        const own = () => listener();
        listeners.add(own);
        return () => listeners.delete(own);
      },
    },
    assessment: assessed.assessment,
    numbers,
    stop() {
      unobserve();
      frame.stop();
      assessed.stop();
      replica.destroy();
    },
  };
}

/** An observer's draft is what was published last; positions are no part of it. */
function publishedDraft({ revisions, profile }: Facts): DraftStore {
  const published = (): Draft => {
    const { title, symbol, language } = profile.get();
    return revisions.get().at(-1)?.draft ?? { title, symbol, language, provisions: [], brackets: [] };
  };
  const assessed = (of: Draft) => assess({ draft: of, positions: [], delegations: [], groups: [], rulings: [] });
  const draft = keep(published());
  const assessment = keep(assessed(draft.get()));
  const { numbers, refresh } = openNumbers(draft.get());
  const stop = revisions.subscribe(() => {
    draft.set(published());
    assessment.set(assessed(draft.get()));
    refresh(draft.get());
  });
  return { draft, assessment, numbers, stop };
}
