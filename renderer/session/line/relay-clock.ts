/**
 * The relay's clock, as far as it can be told from here. A deadline is the relay's to judge, and a room looks at one clock;
 * this machine's may be minutes off.
 *
 * The relay tells its time with every welcome and every pulse. What it said has been on its way since, so each word is a
 * little behind, and the one that was quickest is nearest: the greatest difference to this machine's clock counts. Old words
 * are let go, because clocks drift and are set.
 */
export interface RelayClock {
  /** Milliseconds since 1970: the relay's, and before its first word this machine's. */
  now(): number;
  heard(relayNow: number): void;
}

/** Each room's line hears a pulse every ten seconds; a minute holds enough words for one that was quick. */
const KEPT_MS = 60_000;
/** No drift within a minute comes to this: one of the two clocks was set. */
const SET_MS = 2000;

/** `clock`: this machine's, milliseconds since 1970. */
export function openRelayClock(clock: () => number): RelayClock {
  let words: { readonly at: number; readonly ahead: number }[] = [];
  let ahead = 0;
  return {
    now: () => Math.round(clock() + ahead),
    heard(relayNow) {
      const at = clock();
      const word = { at, ahead: relayNow - at };
      const kept = words.filter((each) => Math.abs(at - each.at) < KEPT_MS);
      // Far behind all the others: either this word dawdled, or a clock was set. The next one tells.
      const isBehind = kept.length > 0 && word.ahead < ahead - SET_MS;
      const wasBehind = isBehind && (kept.at(-1)?.ahead ?? 0) < ahead - SET_MS;
      words = wasBehind ? [kept.at(-1)!, word] : [...kept, word];
      ahead = Math.max(...words.map((each) => each.ahead));
    },
  };
}
