import { Pause, Play, SkipBack, SkipForward, TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { bareLabel } from '../../../shared/numbering/label.ts';
import type { HistoryStep } from '../../../shared/sync/history/playback.ts';
import { useKeys } from '../../app/use-keys.ts';
import { usePlace } from '../../app/place.tsx';
import { EmptyState } from '../../controls/EmptyState.tsx';
import { IconButton } from '../../controls/IconButton.tsx';
import { Select } from '../../controls/Select.tsx';
import { SplitPane } from '../../controls/SplitPane.tsx';
import { useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';
import type { DraftHistory } from '../../session/history/history.ts';
import { useDraft, useNumbers, useObserved, useSession } from '../../session/hooks.ts';
import { StepList } from './StepList.tsx';
import { StepText } from './StepText.tsx';
import './HistoryView.css';

/** Steps a second. */
const SPEEDS = ['1', '4', '16'] as const;
type Speed = (typeof SPEEDS)[number];
const ALL = 'all';

/** The draft along its journal: step by step, played or by hand, of one delegation or one provision or of all. */
export function HistoryView() {
  const say = useText();
  const { history } = useSession();
  if (!history) return <EmptyState title={say('history.none')} />;
  return <Past history={history} />;
}

function Past({ history }: { history: DraftHistory }) {
  const say = useText();
  const time = useTime();
  const draft = useDraft();
  const numbers = useNumbers();
  const { place } = usePlace();
  const reach = useObserved(history.reach);
  const misfit = reach.type === 'whole' ? reach.misfit : undefined;
  const all = useObserved(history.steps);
  const [code, setCode] = useState<string>(ALL);
  const [provision, setProvision] = useState<string>(ALL);
  const [chosen, choose] = useState<number>();
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>('1');

  useEffect(() => {
    // What is written while one looks is read when the hand rests; who looks at a past step stays there.
    const timer = setTimeout(() => void history.read(), reach.type === 'unasked' ? 0 : 1_500);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [history, draft]);

  const shown = useMemo(
    () =>
      all
        .map((step, index) => ({ step, index }))
        .filter(({ step }) => (code === ALL || step.code === code) && (provision === ALL || touches(step, provision))),
    [all, code, provision],
  );
  const at = Math.min(chosen ?? shown.length - 1, shown.length - 1);
  const here = shown[at];
  const go = (to: number) => choose(Math.max(0, Math.min(to, shown.length - 1)));

  const ended = at >= shown.length - 1;
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setTimeout(() => (ended ? setPlaying(false) : choose(at + 1)), 1000 / Number(speed));
    return () => clearTimeout(timer);
  }, [playing, at, ended, speed]);
  const play = () => {
    if (!playing && ended) choose(0);
    setPlaying(!playing);
  };
  useKeys({ 'next-change': () => go(at + 1), 'previous-change': () => go(at - 1) });

  const codes = useMemo(() => [...new Set(all.map((step) => step.code))].toSorted(), [all]);
  const nameOf = (id: string) => bareLabel(numbers.get(id as never) ?? '') || say('history.provision.unnumbered');
  const provisions = useMemo(
    () => draft.provisions.filter(({ id }) => all.some((step) => touches(step, id))).slice(0, 400),
    [draft, all],
  );
  return (
    <div className="history">
      <div className="history-bar" data-pane="toolbar">
        <Select
          bare
          label={say('history.by')}
          value={code}
          onChange={(next) => {
            setCode(next);
            choose(undefined);
          }}
          options={[
            { value: ALL, label: say('history.by.all') },
            ...codes.map((each) => ({ value: each as string, label: each as string })),
          ]}
        />
        <Select
          bare
          label={say('history.in')}
          value={provision}
          onChange={(next) => {
            setProvision(next);
            choose(undefined);
          }}
          options={[
            { value: ALL, label: say('history.in.all') },
            ...(place.provision
              ? [
                  {
                    value: place.provision as string,
                    label: say('history.in.here', { number: nameOf(place.provision) }),
                  },
                ]
              : []),
            ...provisions
              .filter(({ id }) => id !== place.provision)
              .map(({ id }) => ({ value: id as string, label: nameOf(id) })),
          ]}
        />
        <p className={misfit ? 'history-reach history-misfit' : 'history-reach'} role="status">
          {misfit && <TriangleAlert aria-hidden />}
          {misfit
            ? say(`history.misfit.${misfit.reason}`, { entry: misfit.seq })
            : say(`history.reach.${reach.type}`, {
                until: reach.type === 'kept' && reach.until !== undefined ? time.moment(reach.until) : '',
              })}
        </p>
      </div>
      <SplitPane
        id="history"
        panes={[
          {
            id: 'steps',
            size: 320,
            min: 220,
            handle: say('history.steps'),
            content: (
              <StepList
                steps={shown}
                chosen={here?.index}
                numbers={numbers}
                onChoose={(index) => go(shown.findIndex((each) => each.index === index))}
              />
            ),
          },
          {
            id: 'text',
            min: 380,
            content: here ? (
              <StepText
                step={here.step}
                before={all[here.index - 1]?.draft}
                only={provision === ALL ? undefined : provision}
              />
            ) : (
              <EmptyState
                title={
                  reach.type === 'reading' || reach.type === 'unasked'
                    ? say('history.reach.reading')
                    : say('history.empty')
                }
              />
            ),
          },
        ]}
      />
      <div className="history-player" data-pane="player">
        <IconButton label={say('history.previous')} keys="Shift+F7" isDisabled={at <= 0} onPress={() => go(at - 1)}>
          <SkipBack className="directional" />
        </IconButton>
        <IconButton
          label={playing ? say('history.pause') : say('history.play')}
          isDisabled={shown.length < 2}
          onPress={play}
        >
          {playing ? <Pause /> : <Play className="directional" />}
        </IconButton>
        <IconButton label={say('history.next')} keys="F7" isDisabled={ended} onPress={() => go(at + 1)}>
          <SkipForward className="directional" />
        </IconButton>
        <input
          type="range"
          className="history-slider"
          aria-label={say('history.slider')}
          aria-valuetext={
            here
              ? say('history.at', {
                  index: at + 1,
                  count: shown.length,
                  time: time.moment(here.step.to),
                  code: here.step.code,
                })
              : ''
          }
          min={0}
          max={Math.max(shown.length - 1, 1)}
          value={Math.max(at, 0)}
          disabled={shown.length < 2}
          onChange={(event) => {
            setPlaying(false);
            go(Number(event.target.value));
          }}
        />
        <span className="history-at">
          {here &&
            say('history.at', {
              index: at + 1,
              count: shown.length,
              time: time.moment(here.step.to),
              code: here.step.code,
            })}
        </span>
        <Select
          bare
          label={say('history.speed')}
          value={speed}
          onChange={setSpeed}
          options={SPEEDS.map((each) => ({ value: each, label: say('history.speed.value', { times: each }) }))}
        />
      </div>
    </div>
  );
}

function touches(step: HistoryStep, provision: string): boolean {
  return step.provisions.has(provision as never);
}
