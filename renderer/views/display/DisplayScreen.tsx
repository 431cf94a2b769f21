import { useLayoutEffect, useRef, useState } from 'react';
import { StanceGlyph } from '../../controls/StanceGlyph.tsx';
import { StatusGlyph } from '../../controls/StatusGlyph.tsx';
import { useFigures, useList } from '../../i18n/figures.ts';
import { directionOf } from '../../i18n/language.ts';
import { useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';
import { DisplayWords } from './DisplayWords.tsx';
import { partsOf, typeSize } from './fit.ts';
import type { Frame } from './frame.ts';
import { useReporting } from './report.ts';

const LEADING = 1.42;
/** A minute and a half is "just now". */
const JUST_NOW_MS = 90_000;

/** One frame, laid out in lines of one height, so that lines have numbers and a long text has parts. */
export function DisplayScreen({ frame, meeting }: { frame: Frame; meeting: string }) {
  const say = useText();
  const figures = useFigures();
  const pixels = useScreenHeight();
  const { size, tooSmall } = typeSize(frame.setting, pixels);
  const line = Math.round(size * LEADING);
  const { words, region, lines, perPage } = useLines(line, frame);
  const pages = partsOf(lines, perPage);
  const page = Math.min(frame.setting.page, pages - 1);
  useReporting(meeting, { pages, tooSmall });
  const { provision } = frame;
  const first = page * perPage;
  const shown = Math.min(perPage, lines - first);
  return (
    <div className="display-screen" style={{ '--type': `${size}px`, '--line-height': `${line}px` } as never}>
      <Head frame={frame} />
      <div className="display-region" ref={region}>
        {provision ? (
          <div className="display-page" style={{ blockSize: `${Math.max(1, shown) * line}px` }}>
            <ol className="display-lines" role="presentation" aria-hidden>
              {Array.from({ length: Math.max(0, shown) }, (_, at) => (
                <li key={at}>{figures(first + at + 1)}</li>
              ))}
            </ol>
            <div
              ref={words}
              className="display-words"
              lang={frame.language}
              dir={directionOf(frame.language)}
              style={{ transform: `translateY(-${first * line}px)` }}
            >
              <DisplayWords provision={provision} />
            </div>
          </div>
        ) : (
          <p className="display-none">{say('display.closed')}</p>
        )}
      </div>
      <Proposed frame={frame} />
      <Stances frame={frame} />
      <Foot frame={frame} pages={pages} page={page} tooSmall={tooSmall} />
    </div>
  );
}

function Head({ frame }: { frame: Frame }) {
  const say = useText();
  const time = useTime();
  const { provision, speaker, silenceLeft, vote } = frame;
  const over = speaker && speaker.seconds > 0 && speaker.ms > speaker.seconds * 1000;
  return (
    <header className="display-head">
      <span className="display-what">
        {provision && (
          <>
            <strong>{provision.label ? say('room.para', { number: provision.label }) : ''}</strong>
            {provision.status && (
              <span className="display-status">
                <StatusGlyph status={provision.status} size={28} />
                {say(`status.${provision.status}`)}
              </span>
            )}
          </>
        )}
      </span>
      {silenceLeft !== undefined && (
        <span className="display-chip">
          {say('room.silence')} <b role="timer">{time.clock(silenceLeft)}</b>
        </span>
      )}
      {vote && (
        <span className="display-chip">
          {say('room.vote')} <b>{say('room.vote.cast', { count: vote.cast, members: vote.members })}</b>
        </span>
      )}
      {speaker && (
        <span className={`display-speaker ${over ? 'display-over' : ''}`}>
          {say(speaker.reply ? 'room.speaking.reply' : 'room.speaking', { code: speaker.code })}{' '}
          <b role="timer">{time.clock(speaker.ms)}</b>
          {speaker.seconds > 0 && (
            <small> {say('room.speaking.of', { time: time.clock(speaker.seconds * 1000) })}</small>
          )}
        </span>
      )}
    </header>
  );
}

function Proposed({ frame }: { frame: Frame }) {
  const say = useText();
  const time = useTime();
  const proposed = frame.provision?.proposed;
  if (!proposed) return null;
  const { code, words, ago, deletes } = proposed;
  const now = ago < JUST_NOW_MS;
  const id = deletes
    ? now
      ? 'display.deleted.now'
      : 'display.deleted'
    : now
      ? 'display.proposed.now'
      : 'display.proposed';
  return (
    <p className="display-proposed">
      <span>{say(id, { code, since: time.since(frame.now - ago, frame.now) })}</span>{' '}
      <q lang={frame.language} dir={directionOf(frame.language)}>
        {words}
      </q>
    </p>
  );
}

function Stances({ frame }: { frame: Frame }) {
  const say = useText();
  const stands = frame.provision?.stands;
  if (!stands || stands.length === 0) return null;
  return (
    <ul role="list" className="display-stances">
      {stands.map(({ words, by }, at) => (
        <li key={at}>
          {words !== undefined && (
            <q lang={frame.language} dir={directionOf(frame.language)}>
              {words || say('room.silence.no-text')}
            </q>
          )}
          {by.map(([stance, codes]) => (
            <span key={stance} className="display-stance">
              <StanceGlyph stance={stance} size={24} />
              {say(`stance.${stance}`)} <bdi>{codes.join(' ')}</bdi>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Foot({ frame, pages, page, tooSmall }: { frame: Frame; pages: number; page: number; tooSmall: boolean }) {
  const say = useText();
  const time = useTime();
  const list = useList();
  const { next, symbol, agreed, total, now } = frame;
  return (
    <footer className="display-foot">
      <span className="display-next">
        {next.length > 0 && (
          <>
            {say('display.next')} <bdi>{list(next)}</bdi>
          </>
        )}
      </span>
      {pages > 1 && <strong className="display-part">{say('display.page', { page: page + 1, pages })}</strong>}
      {tooSmall && <strong className="display-part">{say('display.too-small')}</strong>}
      <span className="display-when">
        <bdi>{symbol}</bdi> {say('display.live-at', { time: time.hour(now) })}
      </span>
      <strong>{say('display.agreed', { agreed, total })}</strong>
    </footer>
  );
}

/** How many lines the words take, and how many there is room for. */
function useLines(line: number, frame: Frame) {
  const words = useRef<HTMLDivElement>(null);
  const region = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState({ lines: 1, perPage: 1 });
  useLayoutEffect(() => {
    const measure = () => {
      const lines = Math.max(1, Math.round((words.current?.scrollHeight ?? line) / line));
      const perPage = Math.max(1, Math.floor((region.current?.clientHeight ?? line) / line));
      setMeasured((known) => (known.lines === lines && known.perPage === perPage ? known : { lines, perPage }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (words.current) observer.observe(words.current);
    if (region.current) observer.observe(region.current);
    return () => observer.disconnect();
  }, [line, frame.provision?.id, frame.provision?.text, frame.provision?.parts.length]);
  return { words, region, ...measured };
}

function useScreenHeight(): number {
  const [height, setHeight] = useState(() => window.innerHeight);
  useLayoutEffect(() => {
    const measure = () => setHeight(window.innerHeight);
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return height;
}
