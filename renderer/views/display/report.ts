import { useEffect, useState } from 'react';
import type { DisplayReport } from './fit.ts';

/** Between the windows of one machine: nothing of the meeting goes over it. */
const CHANNEL = 'rostrum.display';
const BEAT_MS = 2000;

/** Tells the panel how the text fits, as long as the display is there. */
export function useReporting(meeting: string, { pages, tooSmall }: DisplayReport): void {
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    const tell = () => channel.postMessage({ meeting, pages, tooSmall });
    tell();
    const beat = setInterval(tell, BEAT_MS);
    return () => {
      clearInterval(beat);
      channel.close();
    };
  }, [meeting, pages, tooSmall]);
}

/** What a display on this machine told last; `undefined` where none has for some seconds. */
export function useReport(meeting: string): DisplayReport | undefined {
  const [report, setReport] = useState<DisplayReport>();
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    let forget: ReturnType<typeof setTimeout>;
    channel.onmessage = ({ data }: MessageEvent<Partial<DisplayReport> & { meeting?: string }>) => {
      if (data.meeting !== meeting || typeof data.pages !== 'number') return;
      const next = { pages: data.pages, tooSmall: data.tooSmall === true };
      setReport((known) => (known?.pages === next.pages && known.tooSmall === next.tooSmall ? known : next));
      clearTimeout(forget);
      forget = setTimeout(() => setReport(undefined), 3 * BEAT_MS);
    };
    return () => {
      clearTimeout(forget);
      channel.close();
    };
  }, [meeting]);
  return report;
}
