/** Runs `act` two frames on: a menu that closes gives the keyboard to its button in the first. The answer gives it up. */
export function afterMenus(act: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(act);
  });
  return () => cancelAnimationFrame(frame);
}
