/** Runs `act` when the page as it is now has been drawn and laid out: two frames on. The answer gives it up. */
export function inTwoFrames(act: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(act);
  });
  return () => cancelAnimationFrame(frame);
}
