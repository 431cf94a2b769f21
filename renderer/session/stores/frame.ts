/** Work that is asked for often and done once: `ask` puts it off to the next frame, `flush` does it now if it is due. */
export interface FrameTask {
  ask(): void;
  flush(): void;
  stop(): void;
}

/** A window out of sight gets no frames; its board still has to be right when it comes back, and in tests in Node. */
const LONGEST_WAIT_MS = 50;

/** Runs `work` at most once a frame, however often it is asked for, so that typing never waits for it. */
export function oncePerFrame(work: () => void): FrameTask {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;
  const settle = () => {
    if (timer !== undefined) clearTimeout(timer);
    if (frame !== undefined) cancelAnimationFrame(frame);
    timer = undefined;
    frame = undefined;
  };
  const run = () => {
    settle();
    work();
  };
  return {
    ask() {
      if (timer !== undefined) return;
      timer = setTimeout(run, LONGEST_WAIT_MS);
      if (typeof requestAnimationFrame === 'function') frame = requestAnimationFrame(run);
    },
    flush() {
      if (timer !== undefined) run();
    },
    stop: settle,
  };
}
