/** Writes a count that changes with every key: rises from zero at once, everything else when the hand rests. */
export interface UnsentNote {
  set(count: number): void;
  flush(): void;
}

const REST_MS = 250;

/** `write` is called with counts worth keeping. Too high a count may stand for a moment, a missing one never. */
export function noteLater(write: (count: number) => void): UnsentNote {
  let written = 0;
  let wanted = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (wanted === written) return;
    written = wanted;
    write(wanted);
  };
  return {
    set(count) {
      wanted = count;
      if (written === 0 && count > 0) flush();
      else timer ??= setTimeout(flush, REST_MS);
    },
    flush,
  };
}
