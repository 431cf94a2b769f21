/**
 * Hands that type, each by itself: the time between two keystrokes of one hand is anything from half to one and a half
 * of the mean, from a seed, so that every server hears the very same keystrokes at the same moments.
 */
export function typing(
  load: { readonly writers: number; readonly rate: number; readonly seconds: number; readonly seed: number },
  press: (writer: number) => void,
): Promise<void> {
  const { writers, rate, seconds, seed } = load;
  const presses: { readonly at: number; readonly writer: number }[] = [];
  let state = (seed * 48_271 + 11) % 2_147_483_647;
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let writer = 0; writer < writers; writer += 1) {
    let at = (random() * 1000) / rate;
    for (; at < seconds * 1000; at += ((0.5 + random()) * 1000) / rate) presses.push({ at, writer });
  }
  presses.sort((one, other) => one.at - other.at);
  const began = performance.now();
  return new Promise((done) => {
    let next = 0;
    const goOn = (): void => {
      const now = performance.now() - began;
      for (; next < presses.length && presses[next]!.at <= now; next += 1) press(presses[next]!.writer);
      if (next < presses.length) setTimeout(goOn, Math.max(1, presses[next]!.at - now));
      else done();
    };
    goOn();
  });
}
