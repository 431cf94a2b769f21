import { useMemo } from 'react';
import { useIntl } from 'react-intl';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface TimeWords {
  /** `Thu 18:00` */
  moment(at: number): string;
  /** `Thursday, 12 November 2026 at 18:00` */
  fully(at: number): string;
  /** `3 days`, `5 hours`, `2 minutes`, `now`: how long since, in its largest unit. */
  since(at: number, now: number): string;
  /** `1:42`, `1:04:10`: a stretch of time as a clock shows it, in whole seconds. */
  clock(ms: number): string;
  /** `18:00` */
  hour(at: number): string;
}

/** Times in the reader's language; durations are for the eye, `fully` goes with them for whoever wants to know. */
export function useTime(): TimeWords {
  const intl = useIntl();
  return useMemo(
    () => ({
      moment: (at) => intl.formatDate(at, { weekday: 'short', hour: '2-digit', minute: '2-digit' }),
      fully: (at) => intl.formatDate(at, { dateStyle: 'full', timeStyle: 'short' }),
      since(at, now) {
        const gone = Math.max(0, now - at);
        if (gone >= DAY) return unit(intl.locale, Math.floor(gone / DAY), 'day');
        if (gone >= HOUR) return unit(intl.locale, Math.floor(gone / HOUR), 'hour');
        if (gone >= MINUTE) return unit(intl.locale, Math.floor(gone / MINUTE), 'minute');
        return new Intl.RelativeTimeFormat(intl.locale, { numeric: 'auto' }).format(0, 'second');
      },
      clock(ms) {
        const seconds = Math.max(0, Math.floor(ms / 1000));
        const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
        const two = (value: number) => intl.formatNumber(value, { minimumIntegerDigits: 2 });
        const short = `${hours > 0 ? two(minutes) : intl.formatNumber(minutes)}:${two(seconds % 60)}`;
        return hours > 0 ? `${intl.formatNumber(hours)}:${short}` : short;
      },
      hour: (at) => intl.formatDate(at, { hour: '2-digit', minute: '2-digit' }),
    }),
    [intl],
  );
}

function unit(locale: string, value: number, name: 'day' | 'hour' | 'minute'): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
}
