import { X } from 'lucide-react';
import { useEffect, useMemo, useRef, type RefObject } from 'react';
import type { Span } from '../../../../shared/schema/bracket.ts';
import type { DraftReplica, Place } from '../../../../shared/sync/contract.ts';
import { Code } from '../../../controls/Code.tsx';
import { EmptyState } from '../../../controls/EmptyState.tsx';
import { IconButton } from '../../../controls/IconButton.tsx';
import type { DraftEditorHandle } from '../../../editor/handle.ts';
import { useText } from '../../../i18n/text.tsx';
import { useTime } from '../../../i18n/time.ts';
import type { DraftHistory } from '../../../session/history/history.ts';
import { useDraft, useObserved, useRevisions, useSession } from '../../../session/hooks.ts';
import { useRosterNames } from '../use-roster-names.ts';
import { runAt, writtenIn } from './written.ts';
import './WhoWrote.css';

/** What is asked about: the selected words, or those at the caret. */
export interface WhoAsk {
  readonly spans: readonly Span[];
  readonly at: Place;
}

export interface WhoWroteProps {
  readonly ask: WhoAsk;
  readonly replica: DraftReplica;
  readonly history: DraftHistory;
  readonly editor: RefObject<DraftEditorHandle | null>;
  onClose(): void;
}

const MOST = 160;

/** Beside the text: who wrote the words one asks about, when, and in which revision they stand first. */
export function WhoWrote({ ask, replica, history, editor, onClose }: WhoWroteProps) {
  const say = useText();
  const time = useTime();
  const { authors, me } = useSession();
  const names = useRosterNames();
  const revisions = useRevisions();
  const draft = useDraft();
  const registry = useObserved(authors);
  const steps = useObserved(history.steps);
  const reach = useObserved(history.reach);
  const runs = useMemo(() => {
    const sources = { replica, authors: registry, writeOf: history.writeOf };
    const [span] = ask.spans;
    const one = span ? undefined : runAt(ask.at, sources);
    return span ? writtenIn(ask.spans, sources) : one ? [one] : [];
    // The draft and the past are read through their owners; these tell when to read anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [ask, replica, registry, history, draft, steps]);

  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), [ask]);
  useEffect(() => {
    void history.read();
  }, [history, ask]);
  useEffect(() => {
    const handle = editor.current;
    handle?.mark('spoken-of', runs);
    return () => handle?.mark('spoken-of', []);
  }, [editor, runs]);

  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className="margin who"
      aria-label={say('who.title')}
      data-pane="margin"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className="who-head">
        <h2>{say('who.title')}</h2>
        <IconButton label={say('find.close')} keys="Esc" onPress={onClose}>
          <X />
        </IconButton>
      </header>
      {runs.length === 0 && <EmptyState title={say('who.none')} />}
      <ol role="list" className="who-runs">
        {runs.map((run) => {
          const words = replica.provision(run.provision)?.text.slice(run.from, run.to).trim() ?? '';
          const revision = run.at === undefined ? undefined : revisions.find(({ at }) => at >= (run.at ?? 0));
          return (
            <li key={`${run.provision} ${run.from}`}>
              <button type="button" className="who-words" onClick={() => editor.current?.reveal(run)}>
                <q lang={draft.language} dir="auto">
                  {words.length <= MOST ? words : `${words.slice(0, MOST)}…`}
                </q>
              </button>
              <p>
                {run.code ? (
                  <Code code={run.code} name={names.get(run.code) ?? run.code} mine={run.code === me.code} />
                ) : (
                  say('who.unknown')
                )}
                {run.person && <bdi>{run.person}</bdi>}
              </p>
              <p className="who-when">
                {run.at === undefined ? (
                  say(
                    reach.type === 'reading' || reach.type === 'unasked' ? 'history.reach.reading' : 'who.time-unknown',
                  )
                ) : (
                  <time dateTime={new Date(run.at).toISOString()} title={time.fully(run.at)}>
                    {time.moment(run.at)}
                  </time>
                )}
                {run.at !== undefined && (
                  <span>{revision ? say('who.revision', { revision: revision.name }) : say('who.no-revision')}</span>
                )}
              </p>
            </li>
          );
        })}
      </ol>
    </aside>
  );
}
