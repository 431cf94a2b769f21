/** What one key cost, in milliseconds. */
export interface KeyTimes {
  /** Handling the key: from the browser's `keydown` until all it set off at once has run. */
  readonly handled: number[];
  /** The same and its frame: callbacks, styles, layout, painting. What is over 16.7 misses a frame. */
  readonly framed: number[];
  /** From `keydown` until its frame is painted, the wait for the screen's beat included. */
  readonly painted: number[];
}

/** Follows every key typed into the page. */
export function followKeys(): KeyTimes {
  const times: KeyTimes = { handled: [], framed: [], painted: [] };
  let pressed = 0;
  let ahead = 0;
  let began = 0;
  let handled = 0;
  const done = messenger(() => {
    handled = ahead + performance.now() - began;
    times.handled.push(handled);
  });
  let frame = 0;
  const painted = messenger(() => {
    const now = performance.now();
    times.framed.push(handled + now - frame);
    times.painted.push(now - pressed);
  });
  addEventListener('keydown', () => (pressed = performance.now()), { capture: true });
  addEventListener('keydown', () => (ahead = performance.now() - pressed));
  addEventListener(
    'beforeinput',
    () => {
      began = performance.now();
      done();
      requestAnimationFrame(() => {
        frame = performance.now();
        painted();
      });
    },
    { capture: true },
  );
  return times;
}

/** Calls back in a task of its own, after the one that asks. */
export function messenger(then: () => void): () => void {
  const channel = new MessageChannel();
  channel.port1.addEventListener('message', then);
  channel.port1.start();
  return () => channel.port2.postMessage(0);
}

/** Resolves once the next frame is on the screen. */
export function nextPainted(): Promise<void> {
  return new Promise((resolve) => {
    const then = messenger(resolve);
    requestAnimationFrame(() => then());
  });
}
