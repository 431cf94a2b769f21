/** What one key cost, in milliseconds. */
export interface KeyTimes {
  /** Handling the key: from the browser's `keydown` until it is free for the next event. */
  readonly handled: number[];
  /** The same and its frame: callbacks, styles, layout, painting. What is over 16.7 misses a frame. */
  readonly framed: number[];
  /** From `keydown` until its frame is painted, the wait for the screen's beat included. */
  readonly painted: number[];
}

/**
 * Follows every key typed into the page. The key's release waits behind it (see `SubjectPage.type`), so that it tells
 * when the browser is done with all that the key set off, its own work behind the last listener included; where the
 * frame comes sooner, the frame does. A message would come too late: Chromium holds messages back until the frame that
 * follows an event of the user's, and that frame would count as handling, and then once more as the key's frame.
 */
export function followKeys(): KeyTimes {
  const times: KeyTimes = { handled: [], framed: [], painted: [] };
  let pressed = 0;
  let handled: number | undefined;
  let frame = 0;
  const done = () => (handled ??= performance.now() - pressed);
  const painted = messenger(() => {
    const now = performance.now();
    times.handled.push(done());
    times.framed.push(done() + now - frame);
    times.painted.push(now - pressed);
  });
  const press = () => {
    pressed = performance.now();
    handled = undefined;
  };
  addEventListener('keydown', press, { capture: true });
  addEventListener('keyup', done, { capture: true });
  addEventListener(
    'beforeinput',
    () => {
      requestAnimationFrame(() => {
        done();
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
