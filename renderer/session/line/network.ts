/** Follows what the browser says of the network; returns what ends it. Silent where there is no window. */
export function followNetwork(heard: { readonly lost: () => void; readonly back: () => void }): () => void {
  if (typeof window === 'undefined') return () => {};
  window.addEventListener('offline', heard.lost);
  window.addEventListener('online', heard.back);
  return () => {
    window.removeEventListener('offline', heard.lost);
    window.removeEventListener('online', heard.back);
  };
}
