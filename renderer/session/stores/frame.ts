/** Work that is asked for often and done once: `ask` puts it off until what was typed is painted, `flush` does it now if it is due. */
export interface FrameTask {
  ask(): void;
  flush(): void;
  stop(): void;
}

/** A window out of sight gets no frames; its board still has to be right when it comes back, and in tests in Node. */
const LONGEST_WAIT_MS = 50;
/** Ten times a second is as fast as an eye follows a board; whoever types faster needs the time for the keys. */
const REST_MS = 100;

/** Runs `work` behind the paint of the next frame, and then not again for a moment, so that typing never waits for it. */
export function oncePerFrame(work: () => void): FrameTask {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let paint: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;
  let rested = -Infinity;
  const settle = () => {
    clearTimeout(timer);
    clearTimeout(paint);
    if (frame !== undefined) cancelAnimationFrame(frame);
    timer = undefined;
    paint = undefined;
    frame = undefined;
  };
  const run = () => {
    settle();
    work();
    rested = performance.now() + REST_MS;
  };
  const behindPaint = () => {
    if (typeof requestAnimationFrame !== 'function') return;
    frame = requestAnimationFrame(() => {
      paint = setTimeout(run);
    });
  };
  return {
    ask() {
      if (timer !== undefined) return;
      const rest = Math.max(0, rested - performance.now());
      timer = setTimeout(run, rest + LONGEST_WAIT_MS);
      if (rest > 0) paint = setTimeout(behindPaint, rest);
      else behindPaint();
    },
    flush() {
      if (timer !== undefined) run();
    },
    stop: settle,
  };
}
